import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { Told } from '../api/ask.ts';
import type { Language } from '../kit/format.ts';
import type { Words } from './words.vi.ts';

export type Tracked = Told<'POST /v1/track'>;
export type Detail = Told<'GET /v1/track/detail'>;

export interface Step {
  readonly text: string;
  /** ISO 8601; absent where the server tells no time. */
  readonly at?: string;
  readonly isNow: boolean;
}

const step = (text: string, at: string | undefined): Step[] =>
  at === undefined ? [] : [{ text, at, isNow: false }];

/**
 * What the server has said of the dossier in the order in which it happened. Nothing is guessed: a step
 * without a time of its own is only where it stands now.
 */
export const stepsOf = (tracked: Tracked, words: Words, language: Language): readonly Step[] => {
  const { acceptedAt, decidedAt, delivery, statusText } = tracked;
  const parcel = delivery && {
    text: words.delivery[delivery.state],
    ...(delivery.deliveredAt !== undefined && { at: delivery.deliveredAt }),
    isNow: true,
  };
  return [
    ...step(words.acceptedAt, acceptedAt),
    ...step(words.decidedAt, decidedAt),
    parcel ?? { text: statusText[language], isNow: true },
  ];
};

/** How a status looks; its sentence says the same. */
export const moodOf = (status: CaseStatus): 'good' | 'warn' | 'bad' | '' => {
  if (status === 'decided' || status === 'returned') return 'good';
  if (status === 'supplement-requested' || status === 'payment-requested') return 'warn';
  return status === 'not-accepted' || status === 'stopped' ? 'bad' : '';
};
