import type { Staff } from '#domain/actor/actor.ts';
import type { RetentionClass } from '#domain/catalogue/procedure.ts';
import { done, type Refusals, refuse } from '#domain/refusal.ts';
import { keptUntil, longestOf } from '#domain/retention/keeping.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Dossier } from '../dossier.ts';
import { isOverForGood, servedUntil } from '../ending.ts';
import type { Decision } from './step.ts';

/** Why a dossier is kept. */
export type KeptWhy = Refusals['retention-runs']['why'];

export type Keeping =
  | { readonly isDue: false; readonly why: KeptWhy; readonly until?: VietnamDay }
  | {
      readonly isDue: true;
      readonly retentionClass: RetentionClass;
      readonly keptUntil: VietnamDay;
    };

/** When everything about the case was over; undefined while it may go on. */
export const finishedAt = (dossier: Dossier): Instant | undefined =>
  dossier.status === 'returned' || isOverForGood(dossier) ? servedUntil(dossier) : undefined;

const underWay = ['courier', 'carrier'];

/**
 * The post still answers for some paper of it: what is under way, and of a case without a result what is to go back
 * to the citizen. For one that is missing it has answered; what lies with a result is the agency's archive.
 */
const isWithPost = ({ custody, pouch, status }: Dossier): boolean => {
  const owed = status === 'returned' ? underWay : [...underWay, 'office'];
  return pouch !== undefined || custody.some(({ holder }) => owed.includes(holder.kind));
};

/**
 * Thời hạn lưu trữ (Luật Lưu trữ 33/2024/QH15; TT 17/2017/TT-BTTTT art. 14(3)): whether a dossier is to go today,
 * or why it stays. By the classes of the version that it was taken in by and of the one in force.
 */
export const keepingOf = (
  dossier: Dossier,
  classes: readonly RetentionClass[],
  now: Instant,
): Keeping => {
  const finished = finishedAt(dossier);
  if (finished === undefined) return { isDue: false, why: 'unfinished' };
  const retentionClass = longestOf(classes);
  const until = keptUntil(retentionClass, finished);
  if (until === undefined) return { isDue: false, why: 'permanent' };
  const kept = (why: KeptWhy): Keeping => ({ isDue: false, why, until });
  if (dayOf(now) <= until) return kept('not-yet');
  if (dossier.hold) return kept('on-hold');
  return isWithPost(dossier)
    ? kept('papers-with-post')
    : { isDue: true, retentionClass, keptUntil: until };
};

/** Hết thời hạn lưu trữ: from here on nobody can hold it any more. */
export const endRetention = (
  dossier: Dossier,
  classes: readonly RetentionClass[],
  now: Instant,
): Decision => {
  if (dossier.retention) return done([]);
  const keeping = keepingOf(dossier, classes, now);
  if (!keeping.isDue) {
    const { why, until } = keeping;
    return refuse({ code: 'retention-runs', why, ...(until !== undefined && { until }) });
  }
  const { isDue: _, ...ended } = keeping;
  return done([{ type: 'retention-ended', ...ended }]);
};

/** Its files are gone: said once, after the retention has ended. */
export const filesErased = ({ retention }: Dossier, files: number): Decision =>
  !retention || retention.filesErasedAt !== undefined
    ? done([])
    : done([{ type: 'files-erased', files }]);

/** Lệnh giữ hồ sơ, at any time while there is something to hold. */
export const layHold = (dossier: Dossier, by: Staff, reason: string): Decision => {
  if (dossier.retention) return refuse({ code: 'retention-ended' });
  if (dossier.hold) return refuse({ code: 'dossier-on-hold' });
  return done([{ type: 'hold-laid', reason, laidBy: by.id }]);
};

/** Bỏ lệnh giữ: by another than who laid it, because what was held may go the next night. */
export const liftHold = ({ hold }: Dossier, by: Staff, reason: string): Decision => {
  if (!hold) return refuse({ code: 'dossier-not-on-hold' });
  if (hold.laidBy === by.id) return refuse({ code: 'hold-own' });
  return done([{ type: 'hold-lifted', reason, liftedBy: by.id }]);
};
