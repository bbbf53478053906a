import { minus, seconds } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { Outbox, Unpublished } from '#ports/unit-of-work.ts';

interface Sweeping {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly publish: (event: Unpublished) => Promise<boolean>;
}

/** The stream publishes within a second; what is older than this it has missed. */
const grace = seconds(20);
const atOnce = 500;

/** The guarantee behind the stream: publishes what it missed. Answers how many, and how many failed. */
export const makeSweepOutbox =
  ({ outbox, clock, publish }: Sweeping) =>
  async (): Promise<{ readonly published: number; readonly failed: number }> => {
    const waiting = await outbox.waiting(minus(clock.now(), grace), atOnce);
    let failed = 0;
    for (const event of waiting) {
      // One poisonous event must not keep the others back; it is found again in a minute.
      await publish(event).catch(() => {
        failed += 1;
      });
    }
    return { published: waiting.length - failed, failed };
  };
