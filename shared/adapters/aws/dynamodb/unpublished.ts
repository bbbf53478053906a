import { readEvent } from '#adapters/stored/event.ts';
import { ReceivedEvent } from '#events/catalogue.ts';
import type { Unpublished } from '#ports/unit-of-work.ts';
import type { Item } from './items.ts';
import { eventKey } from './keys.ts';

/** Events of dossiers are kept as facts, those of records as they will be published. */
const isEnvelope = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'specversion' in event;

/** What an outbox row is of. An envelope of an earlier version is brought to that of today. */
export const unpublishedOf = ({ pk, sk, event, texts }: Item): Unpublished =>
  isEnvelope(event)
    ? {
        of: 'record',
        event: ReceivedEvent.parse(event),
        place: { record: String(pk), entry: String(sk) },
      }
    : { of: 'dossier', event: readEvent(event, texts) };

export const keyOf = (unpublished: Unpublished): Item =>
  unpublished.of === 'dossier'
    ? eventKey(unpublished.event.dossierId, unpublished.event.version)
    : { pk: unpublished.place.record, sk: unpublished.place.entry };
