import {
  bulkReaders,
  type ReadingCount,
  type ReadingRules,
  readingRulesOn,
  windowOf,
} from '#domain/access/bulk-reading.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import { type Instant, minus, plus, seconds } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { type BulkReading, countedOn } from '#functions/oversight/domain/bulk-reading.ts';
import { bulkReadingKind } from '#functions/oversight/records.ts';
import type { AccessLines } from '#ports/access-log.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ids } from '#ports/ids.ts';
import { recordWrite } from '#ports/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly lines: Pick<AccessLines, 'between'>;
  readonly ledger: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly readingRules: readonly ReadingRules[];
}

/**
 * Whoever reads more within the window than the province lets pass is put on the supervisors' list, once
 * a day, and rings. Counted from the log of the window alone, so that no reading pays for it.
 *
 * @returns how many are new on the list.
 */
export const makeWatchReading = (deps: Deps) => async (): Promise<number> => {
  const now = deps.clock.now();
  const rules = readingRulesOn(deps.readingRules, dayOf(now));
  // Its own moment counts: what was read in this very millisecond.
  const entries = await deps.lines.between(minus(now, windowOf(rules)), plus(now, seconds(1)));
  let added = 0;
  for (const count of bulkReaders(entries, rules)) if (await listed(deps, count, now)) added += 1;
  return added;
};

/** A commit that comes too late for another's is made good by the next run. */
const listed = async (
  { ledger, ids }: Deps,
  count: ReadingCount,
  now: Instant,
): Promise<boolean> => {
  const day = dayOf(now);
  const id = await ledger.findRecord(bulkReadingKind, `${count.reader}#${day}`);
  const before = id === undefined ? undefined : await ledger.record(bulkReadingKind, id);
  const after: BulkReading | undefined = before
    ? countedOn(before, count)
    : { ...count, id: ids.next(now) as Ulid, version: 1, day, since: now };
  if (!after) return false;
  const kept = await ledger.commit({ records: [recordWrite(bulkReadingKind, before, after)] });
  return kept.ok && !before;
};
