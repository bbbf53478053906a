import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import type { EventPublisher } from '#ports/event-publisher.ts';
import type { Outbox } from '#ports/unit-of-work.ts';
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
  async (event: ChainedEvent): Promise<boolean> => {
    const published = publishedEvent(event);
    if (!published) return false;
    await publisher.publish(published);
    await outbox.markPublished(event.dossierId, event.version);
    return true;
  };
