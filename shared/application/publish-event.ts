import type { EventPublisher } from '#ports/event-publisher.ts';
import type { Outbox, Unpublished } from '#ports/unit-of-work.ts';
import { publishedEvent } from './published-event.ts';

interface Publishing {
  readonly outbox: Outbox;
  readonly publisher: EventPublisher;
}

/**
 * Sends one recorded event to its consumers, then takes it out of the outbox. Dying in between
 * sends it again, which consumers expect; the other order would lose it.
 */
export const makePublishEvent =
  ({ outbox, publisher }: Publishing) =>
  async (unpublished: Unpublished): Promise<boolean> => {
    const event =
      unpublished.of === 'dossier' ? publishedEvent(unpublished.event) : unpublished.event;
    if (!event) return false;
    await publisher.publish(event);
    await outbox.markPublished(unpublished);
    return true;
  };
