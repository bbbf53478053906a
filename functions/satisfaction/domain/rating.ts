import { ruleOn } from '#domain/catalogue/effective.ts';
import type { SatisfactionRules } from '#domain/catalogue/satisfaction-rules.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** Thang đo thực tế: what the tablets of the one-stops ask (domain §4). */
export const levels = ['very-satisfied', 'satisfied', 'neutral', 'dissatisfied'] as const;
export type Level = (typeof levels)[number];

/** The nine indices of TT 01/2018/TT-VPCP art. 13, since replaced by TT 03/2025, in its order. */
export const indices = [
  'total-time',
  'agency-time',
  'contacts',
  'agencies',
  'organisation',
  'publicity',
  'attitude',
  'complaint-handling',
  'online-services',
] as const;
export type Index = (typeof indices)[number];

/** Each index gets 0, 1 or 2 (TT 01/2018 art. 13, since replaced by TT 03/2025). */
export type Score = 0 | 1 | 2;
export type Scores = Readonly<Record<Index, Score>>;

export interface Reason {
  readonly code: string;
  readonly text?: string;
}

/** What a citizen answered; either scale may be skipped, not both. */
export interface Answers {
  readonly level?: Level;
  readonly scores?: Scores;
  readonly reason?: Reason;
}

export const satisfactionRulesOn = (
  all: readonly SatisfactionRules[],
  day: VietnamDay,
): SatisfactionRules => ruleOn(all, day, 'satisfaction');

/** Tháng, `YYYY-MM`: finer times would lead to the shift, and the shift to the clerk. */
export type Month = string & { readonly __month: true };
export const monthOf = (day: VietnamDay): Month => day.slice(0, 7) as Month;
export const firstDayOf = (month: Month): VietnamDay => `${month}-01` as VietnamDay;

/** Where the citizen got the end of it: else only walk-ins would be measured. */
export type ReturnWay = 'counter' | 'courier' | 'none';

/**
 * The raw answers. Of which dossier is kept nowhere in here, nor of which clerk, nor when within the
 * month: its id is made for the first moment of the month.
 */
export interface Rating extends Answers {
  readonly id: Ulid;
  readonly version: number;
  readonly office: string;
  readonly agency?: string;
  readonly month: Month;
  readonly way: ReturnWay;
}

/** That a dossier has been rated, and nothing of what was said. */
export interface RatedMark {
  readonly id: DossierId;
  readonly version: number;
}

/** Ended for the citizen: returned, not taken in, withdrawn or stopped. */
const ended: ReadonlySet<Dossier['status']> = new Set(['returned', 'not-accepted', 'stopped']);

/** Whether these answers may be given to this dossier now; a dislike needs its reason (domain §4). */
export const checkAnswers = (
  { status }: Pick<Dossier, 'status'>,
  { level, reason }: Answers,
  { reasons }: Pick<SatisfactionRules, 'reasons'>,
): Outcome<'may-be-rated'> => {
  if (!ended.has(status)) return refuse({ code: 'rating-too-early', state: status });
  if (!reason)
    return level === 'dissatisfied' ? refuse({ code: 'reason-missing' }) : done('may-be-rated');
  const known = reasons.find(({ code }) => code === reason.code);
  if (!known) return refuse({ code: 'reason-unknown', reasons: reasons.map(({ code }) => code) });
  return known.needsText && reason.text === undefined
    ? refuse({ code: 'reason-missing' })
    : done('may-be-rated');
};

export const returnWayOf = ({
  pickUp,
  delivery,
}: Pick<Dossier, 'pickUp' | 'delivery'>): ReturnWay => {
  if (pickUp) return 'counter';
  return delivery?.deliveredAt === undefined ? 'none' : 'courier';
};
