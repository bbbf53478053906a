import type { ExplanationStep } from '#domain/deadline/due-date.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { days, type Instant, minus } from '#domain/time/instant.ts';
import type { OfflineRules } from './rules.ts';
import type { TemporaryBlock } from './temporary-block.ts';
import type { TakenTimeFault } from './untimely-time.ts';

/**
 * Whether the papers can have been taken then: not in the future, not before the counter had the
 * slip, not after the block was counted out, and not so long ago that nobody remembers.
 */
export const checkTakenAt = (
  takenAt: Instant,
  block: TemporaryBlock,
  { entryWithinDays }: Pick<OfflineRules, 'entryWithinDays'>,
  now: Instant,
): Outcome<Instant> => {
  const why = takenTimeFault(takenAt, block, { entryWithinDays }, now);
  return why === undefined ? done(takenAt) : refuse({ code: 'taken-time-invalid', why });
};

/** Why the papers cannot have been taken then; undefined where they can. */
export const takenTimeFault = (
  takenAt: Instant,
  { leasedAt, closing }: TemporaryBlock,
  { entryWithinDays }: Pick<OfflineRules, 'entryWithinDays'>,
  now: Instant,
): TakenTimeFault | undefined => {
  if (takenAt > now) return 'in-the-future';
  if (takenAt < leasedAt) return 'before-the-lease';
  if (closing && takenAt > closing.at) return 'after-the-close';
  return takenAt < minus(now, days(entryWithinDays)) ? 'too-long-ago' : undefined;
};

type Entered = Pick<Dossier, 'backEntry' | 'intakeMode'>;

/**
 * When a dossier that is accepted now counts as accepted. A paper slip is as good as the record that
 * could not be made (no act has a form for it; NĐ 118/2025 art. 17), so in mode *onestop* the clock starts
 * when complete papers were taken; where they were not complete, when they are accepted. In mode *agent* the signature
 * under the Biên bản giao nhận starts it, whatever the counter did (QĐ 45/2016 art. 7(4)).
 */
export const acceptedWhen = ({ backEntry, intakeMode }: Entered, now: Instant): Instant =>
  backEntry?.wasComplete && intakeMode === 'onestop' ? backEntry.takenAt : now;

/** "Why this date", with what a citizen who holds a slip wants to know after the first step. */
export const withEntry = (
  { backEntry, intakeMode }: Entered,
  steps: readonly ExplanationStep[],
): readonly ExplanationStep[] => {
  if (!backEntry || intakeMode !== 'onestop') return steps;
  const { takenAt, enteredAt, wasComplete } = backEntry;
  const step: ExplanationStep = wasComplete
    ? { code: 'entered-later', at: enteredAt }
    : { code: 'taken-incomplete', at: takenAt };
  return [...steps.slice(0, 1), step, ...steps.slice(1)];
};
