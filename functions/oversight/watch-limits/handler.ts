import type { Warning } from '#domain/limits/warnings.ts';
import type { makeWatchLimits } from '#functions/oversight/application/watch-limits.ts';
import { codes } from '#watch/codes.ts';
import { errorFields, type Log } from '#watch/logger.ts';
import { type Count, type Counted, counted } from '#watch/metrics.ts';

const countedAs: Readonly<Record<Warning, Counted>> = {
  'transit-late': counted.transitLate,
  'appointment-late': counted.appointmentLate,
  'transfer-late': counted.transferLate,
  unacknowledged: counted.dossierUnacknowledged,
  'due-soon': counted.dossierDueSoon,
  overdue: counted.dossierOverdue,
  'answer-soon': counted.answerDueSoon,
  'asked-late': counted.papersAskedLate,
};

/** Runs every five minutes. One dossier that fails holds no other back, and fails the run. */
export const makeHandler =
  (watch: ReturnType<typeof makeWatchLimits>, log: Log, count: Count) => async () => {
    const watched = await watch();
    if (!watched.ok) throw new Error(watched.refusal.code);
    const { given, failed } = watched.value;
    for (const [warning, all] of Map.groupBy(given, (each) => each)) {
      count(countedAs[warning], all.length);
      log.warn(codes.limitFlagged, { why: warning, count: all.length });
    }
    for (const error of failed) log.warn(codes.limitUnjudged, { error: errorFields(error) });
    if (failed.length > 0) throw new Error(`${failed.length} dossiers could not be judged`);
    return { warned: given.length };
  };
