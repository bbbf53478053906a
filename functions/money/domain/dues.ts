import type { Dossier, FeesTaken } from '#domain/dossier/dossier.ts';
import { isOverForGood } from '#domain/dossier/ending.ts';
import { openPayment, type PaymentRequest } from '#domain/dossier/payment.ts';
import { nothing, type Purses } from '#domain/money/purses.ts';
import { type Refused, refuse } from '#domain/refusal.ts';
import type { Collection } from '#domain/shipment/courier-event.ts';
import type { Instant } from '#domain/time/instant.ts';

/** Công nợ của hồ sơ: what all of its receipts took, written with each of them, so that two takings at once see each other. */
export interface DossierAccount {
  /** The dossier's; of money collected with a return order, the order's. */
  readonly id: string;
  readonly version: number;
  /** Of receipts that stand. What was given back of them stays in it: it is not owed again. */
  readonly taken: Purses;
}

export const emptyAccount = (id: string): DossierAccount => ({
  id,
  version: 0,
  taken: nothing,
});

/**
 * What the counter may take by itself: the fees as stated, while something may come of the dossier, and what
 * another way to the citizen costs above them.
 */
const statedDue = (dossier: Dossier): FeesTaken => {
  const { stateFeesVnd, postageVnd } = dossier.fees;
  return {
    stateFeesVnd: isOverForGood(dossier) ? 0 : stateFeesVnd,
    postageVnd: postageVnd + (dossier.chosenDelivery?.moreVnd ?? 0),
  };
};

const sumOf = (requests: readonly PaymentRequest[]): number =>
  requests.reduce((sum, { amountVnd }) => sum + amountVnd, 0);

const withState = (due: FeesTaken, moreVnd: number): FeesTaken => ({
  ...due,
  stateFeesVnd: due.stateFeesVnd + moreVnd,
});

/** Requests that a counter has met: their receipts are among the dossier's. */
const metAtCounter = ({ payments = [] }: Dossier): number =>
  sumOf(payments.filter(({ end }) => end?.how === 'received'));

/** What the counter takes in all: not what goes to the treasury, nor what was cancelled. */
export const dueOf = (dossier: Dossier): FeesTaken => {
  const open = openPayment(dossier);
  const asked = open?.ways.includes('counter') ? open.amountVnd : 0;
  return withState(statedDue(dossier), metAtCounter(dossier) + asked);
};

/** What of it is not paid yet; never below nothing. */
export const outstandingOf = (due: FeesTaken, { taken }: Pick<DossierAccount, 'taken'>) => ({
  stateFeesVnd: Math.max(0, due.stateFeesVnd - taken.charge - taken.fee),
  postageVnd: Math.max(0, due.postageVnd - taken.postage),
});

/** What may still be taken of a dossier without the request that waits, which is met by its own receipt. */
const mayTake = (dossier: Dossier, account: Pick<DossierAccount, 'taken'>): FeesTaken =>
  outstandingOf(withState(statedDue(dossier), metAtCounter(dossier)), account);

/**
 * Thu quá số phải nộp: more than the dossier owes. Thu hộ is owed by no dossier: each of it is more. With a
 * word of the clerk it is taken.
 */
export const moreThanDue = (
  dossier: Dossier,
  account: Pick<DossierAccount, 'taken'>,
  purses: Purses,
): Refused | undefined => {
  const owed = mayTake(dossier, account);
  const isMore =
    purses.charge + purses.fee > owed.stateFeesVnd ||
    purses.postage > owed.postageVnd ||
    purses.cod > 0;
  return isMore ? refuse({ code: 'more-than-due', ...owed }) : undefined;
};

/** The same of what is to be collected at the door. What is not said to be thu hộ counts as cước. */
export const collectsMore = (
  dossier: Dossier,
  account: Pick<DossierAccount, 'taken'>,
  { stateFeesVnd, codVnd }: Pick<Collection, 'stateFeesVnd' | 'codVnd'>,
): Refused | undefined => {
  const owed = mayTake(dossier, account);
  return stateFeesVnd > owed.stateFeesVnd || codVnd > owed.postageVnd
    ? refuse({ code: 'more-than-due', ...owed })
    : undefined;
};

/**
 * Hoàn cước vì chậm (NĐ 47/2011/NĐ-CP art. 25(2)): the agency signed for the papers after the last moment that the
 * phiếu gửi named, or has not signed and it has passed. Undefined without a phiếu gửi, and where the case ended
 * without an acceptance: when the papers were there, the dossier does not say.
 */
export const lateSince = (
  { slip, acceptance, ending }: Pick<Dossier, 'slip' | 'acceptance' | 'ending'>,
  now: Instant,
): Instant | undefined => {
  if (!slip || (ending && !acceptance)) return undefined;
  return (acceptance?.acceptedAt ?? now) > slip.handoverBy ? slip.handoverBy : undefined;
};
