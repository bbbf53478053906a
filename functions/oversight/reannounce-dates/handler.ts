import type { makeAnnounceEdition } from '#functions/oversight/application/announce-edition.ts';
import type { makeReannounceDates } from '#functions/oversight/application/reannounce-dates.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';

interface Deps {
  readonly edition: ReturnType<typeof makeAnnounceEdition>;
  readonly reannounce: ReturnType<typeof makeReannounceDates>;
  readonly log: Log;
}

/** Runs each minute; there is seldom anything to do. A calendar published since is an announcement by itself. */
export const makeHandler =
  ({ edition, reannounce, log }: Deps) =>
  async () => {
    const started = await edition();
    if (!started.ok) throw new Error(started.refusal.code);
    const moved = await reannounce();
    if (!moved.ok) throw new Error(moved.refusal.code);
    if (moved.value > 0) log.info(codes.datesReannounced, { count: moved.value });
    return { moved: moved.value };
  };
