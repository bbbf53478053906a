import type { PublishedEvent } from '#events/catalogue.ts';

/** Puts an event on the queue of every consumer; resolves when all have it. At least once. */
export interface EventPublisher {
  publish(event: PublishedEvent): Promise<void>;
}
