import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import { catalogue, type Destination, type PublishedEvent } from '#events/catalogue.ts';
import { publishedEvent } from './published-event.ts';

/** A correction of the phone tells nothing by itself: it tells the old things anew. */
export const correction = 'vn.post-counter.contact-corrected.v1';

/** Types of events that the catalogue sends to the citizens' messages. */
type Notified = {
  [T in keyof typeof catalogue]: 'notifications' extends (typeof catalogue)[T]['destinations'][number]
    ? T
    : never;
}[keyof typeof catalogue];

/** Tells the citizen something by itself; a correction of the phone tells the old things anew. */
export type Telling = Exclude<
  Extract<PublishedEvent, { readonly type: Notified }>,
  { readonly type: typeof correction }
>;

export const isTelling = (event: PublishedEvent): event is Telling => {
  const destinations: readonly Destination[] = catalogue[event.type].destinations;
  return event.type !== correction && destinations.includes('notifications');
};

/** How many messages a history has told its citizen, corrections of the phone left out. */
export const countTold = (history: readonly ChainedEvent[]): number =>
  history.filter((link) => {
    const event = publishedEvent(link);
    return event !== undefined && isTelling(event);
  }).length;
