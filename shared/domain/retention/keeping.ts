import type { RetentionClass } from '#domain/catalogue/procedure.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';

/** Năm lưu trữ; `permanent`: vĩnh viễn. */
const yearsOf: Readonly<Record<RetentionClass, number>> = {
  '2-years': 2,
  '5-years': 5,
  '10-years': 10,
  '20-years': 20,
  '70-years': 70,
  permanent: Number.POSITIVE_INFINITY,
};

/** What the post keeps electronically it keeps at least so long (TT 17/2017/TT-BTTTT art. 14(3)), whatever the sector says. */
const leastYears = 5;

export const retentionClasses = Object.keys(yearsOf) as readonly RetentionClass[];

const yearsKept = (kept: RetentionClass): number => Math.max(yearsOf[kept], leastYears);

/**
 * The class that a dossier is kept by: of the version that it was taken in by and of the one in force, the longer,
 * so that a mended schedule lengthens what is kept and never shortens it. None at all: for ever.
 */
export const longestOf = (classes: readonly RetentionClass[]): RetentionClass =>
  classes.reduce<RetentionClass>(
    (longest, each) => (yearsOf[each] > yearsOf[longest] ? each : longest),
    classes[0] ?? 'permanent',
  );

/**
 * The last day on which a dossier that ended then is kept; undefined where it is kept for ever. Counted in whole
 * years from the end of the year in which it ended: of the ways in which schedules count, the longest.
 */
export const keptUntil = (kept: RetentionClass, endedAt: Instant): VietnamDay | undefined => {
  const years = yearsKept(kept);
  if (!Number.isFinite(years)) return undefined;
  return `${Number(dayOf(endedAt).slice(0, 4)) + years}-12-31` as VietnamDay;
};

/** The earliest year of ending that nothing of the class may have left yet: what ended before it may be due. */
export const endedBefore = (kept: RetentionClass, today: VietnamDay): VietnamDay | undefined => {
  const years = yearsKept(kept);
  if (!Number.isFinite(years)) return undefined;
  return `${Number(today.slice(0, 4)) - years}-01-01` as VietnamDay;
};
