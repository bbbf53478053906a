import type { ReceiptId } from '#domain/identifiers/record-ids.ts';
import type { Purses } from '#domain/money/purses.ts';
import { type Instant, type Milliseconds, minus, minutes, plus } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { leftOf, type Receipt } from './cash-book.ts';

/** Phí and lệ phí, whole đồng: what a biên lai is about. Cước and thu hộ are never on it. */
export interface StateMoney {
  readonly charge: number;
  readonly fee: number;
}

/** What a biên lai điện tử is known by (NĐ 254/2026/NĐ-CP art. 23(2)). */
export interface BienLaiNumber {
  /** Ký hiệu mẫu biên lai. */
  readonly form: string;
  /** Ký hiệu biên lai. */
  readonly sign: string;
  /** At most eight digits, from 1 again each 1 January. */
  readonly number: number;
}

/** One biên lai as the issuer has it, under the key that we asked for it by. */
export interface IssuedReceipt extends BienLaiNumber {
  readonly key: string;
  readonly amounts: StateMoney;
  readonly issuedAt: Instant;
}

/** What the tax office is to hear of by the end of the day. */
export interface ReceiptAct {
  readonly of: 'issued' | 'replaced' | 'cancelled';
  readonly receipt: IssuedReceipt;
  readonly at: Instant;
  /** The data of the day have it. */
  readonly toldAt?: Instant;
}

/** What is asked of the issuer next. */
export type ReceiptAsk =
  | {
      readonly of: 'issue';
      readonly key: string;
      readonly amounts: StateMoney;
      readonly replaces?: string;
    }
  | { readonly of: 'cancel'; readonly key: string };

/**
 * How far the biên lai điện tử of one phiếu thu (its id) has come. Apart from the phiếu thu, which stands
 * whatever the issuer says.
 */
export interface ElectronicReceipt {
  readonly id: ReceiptId;
  readonly version: number;
  /** Số phiếu thu. */
  readonly receipt: string;
  readonly dossierId: string;
  readonly office: string;
  readonly agency: string;
  /** When the money of the phiếu thu was taken: no biên lai of it is older. */
  readonly takenAt: Instant;
  /** `rejected`: the issuer has said no, and a person must look. */
  readonly state: 'pending' | 'settled' | 'rejected';
  readonly since: Instant;
  /** What is to stand; nothing of both: no biên lai. */
  readonly wanted: StateMoney;
  /** What stands at the issuer. */
  readonly standing?: IssuedReceipt;
  readonly acts: readonly ReceiptAct[];
  /** In vain, since the last answer. */
  readonly tries: number;
  readonly nextTryAt: Instant;
  /** Numbers every attempt; only the last one begun may say how it ended. */
  readonly attempts: number;
  readonly attempt?: { readonly no: number; readonly until: Instant; readonly key?: string };
  /** The key of an attempt that ended nobody knows how: it is looked up before anything is asked again. */
  readonly unsureOf?: string;
  readonly rejection?: { readonly why: string; readonly at: Instant };
}

/** Longer than a worker lives, so that two attempts of one never overlap. */
const attemptLasts: Milliseconds = minutes(2);
const longestPause: Milliseconds = minutes(30);

const pauseAfter = (tries: number): Milliseconds =>
  Math.min(longestPause, minutes(2 ** Math.max(0, tries - 1))) as Milliseconds;

export const isNoMoney = ({ charge, fee }: StateMoney): boolean => charge === 0 && fee === 0;

const isSame = (a: StateMoney, b: StateMoney): boolean => a.charge === b.charge && a.fee === b.fee;

export const stateMoneyOf = ({ charge, fee }: Purses): StateMoney => ({ charge, fee });

type Voucher = Receipt & Pick<ElectronicReceipt, 'id' | 'office' | 'takenAt'>;

/**
 * The phiếu thu says something else now: taken, given back, corrected or reversed. Undefined where no biên lai
 * was and none is to be, or the right one is wanted already.
 */
export const wantReceipt = (
  before: ElectronicReceipt | undefined,
  voucher: Voucher,
  now: Instant,
): ElectronicReceipt | undefined => {
  const wanted = stateMoneyOf(leftOf(voucher));
  if (before ? isSame(before.wanted, wanted) : isNoMoney(wanted)) return undefined;
  const { id, number: receipt, dossierId, office, agency, takenAt } = voucher;
  const { rejection: _, ...known } = before ?? { acts: [], attempts: 0, tries: 0, version: 0 };
  return {
    ...known,
    ...{ id, receipt, dossierId, office, agency, takenAt, wanted },
    version: known.version + 1,
    state: 'pending',
    since: before?.state === 'pending' ? before.since : now,
    // A running pause goes on: another sum is no reason to ask a silent issuer sooner.
    nextTryAt: before?.state === 'pending' ? before.nextTryAt : now,
  };
};

/** A person has put right what the issuer refused. */
export const wantAgain = (before: ElectronicReceipt, now: Instant): ElectronicReceipt => {
  const { rejection: _, ...rest } = before;
  return {
    ...rest,
    version: before.version + 1,
    state: 'pending',
    since: now,
    tries: 0,
    nextTryAt: now,
  };
};

export const dueAt = ({ nextTryAt, attempt }: ElectronicReceipt): Instant =>
  attempt && attempt.until > nextTryAt ? attempt.until : nextTryAt;

/** Takes the attempt for one worker; undefined where there is nothing to do, or not yet. */
export const beginAttempt = (
  before: ElectronicReceipt,
  now: Instant,
): ElectronicReceipt | undefined => {
  if (before.state !== 'pending' || dueAt(before) > now) return undefined;
  const no = before.attempts + 1;
  const key = nextAsk(before)?.key;
  // Whoever tried before has died over it.
  const unsureOf = before.attempt?.key ?? before.unsureOf;
  return {
    ...before,
    version: before.version + 1,
    tries: before.tries + 1,
    attempts: no,
    attempt: { no, until: plus(now, attemptLasts), ...(key !== undefined && { key }) },
    ...(unsureOf !== undefined && { unsureOf }),
  };
};

/** Of the n-th biên lai of this phiếu thu: the same until that one is there, however often it is asked for. */
const nextKey = ({ id, acts }: ElectronicReceipt): string =>
  `${id}-${acts.filter(({ of }) => of !== 'cancelled').length + 1}`;

/** What is to be asked so that what stands is what is wanted; undefined where it is. */
export const nextAsk = (receipt: ElectronicReceipt): ReceiptAsk | undefined => {
  const { wanted, standing } = receipt;
  if (!standing)
    return isNoMoney(wanted) ? undefined : { of: 'issue', key: nextKey(receipt), amounts: wanted };
  if (isSame(standing.amounts, wanted)) return undefined;
  return isNoMoney(wanted)
    ? { of: 'cancel', key: standing.key }
    : { of: 'issue', key: nextKey(receipt), amounts: wanted, replaces: standing.key };
};

export type AskResult =
  | { readonly outcome: 'issued'; readonly receipt: IssuedReceipt }
  | { readonly outcome: 'cancelled' }
  /** There was nothing to ask, or what was looked up is not there: what is wanted is asked next. */
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'unknown' };

/** What an attempt has come to. One that took too long, and was begun again by somebody else, says nothing. */
export const concludeAttempt = (
  before: ElectronicReceipt,
  no: number,
  result: AskResult,
  now: Instant,
): ElectronicReceipt => {
  if (before.attempt?.no !== no) return before;
  const { attempt: _, ...rest } = before;
  const next = { ...rest, version: before.version + 1 };
  switch (result.outcome) {
    case 'issued':
      return settled(stands(next, result.receipt, now), now);
    case 'cancelled':
      return settled(isGone(next, now), now);
    case 'nothing':
      return settled(next, now);
    case 'refused':
      return { ...sure(next), state: 'rejected', rejection: { why: result.why, at: now } };
    case 'unknown':
      return unsure(next, before, now);
  }
};

/** What was unsure before stays to be looked up first; nothing was asked since. */
const unsure = (
  next: ElectronicReceipt,
  { attempt, tries, unsureOf = attempt?.key }: ElectronicReceipt,
  now: Instant,
): ElectronicReceipt => ({
  ...next,
  ...(unsureOf !== undefined && { unsureOf }),
  nextTryAt: plus(now, pauseAfter(tries)),
});

const sure = ({ unsureOf: _, ...receipt }: ElectronicReceipt): ElectronicReceipt => receipt;

/** Found again, or issued: what stood before it is replaced by it. */
const stands = (
  before: ElectronicReceipt,
  receipt: IssuedReceipt,
  at: Instant,
): ElectronicReceipt =>
  before.standing?.key === receipt.key
    ? before
    : {
        ...before,
        standing: receipt,
        acts: [...before.acts, { of: before.standing ? 'replaced' : 'issued', receipt, at }],
      };

const isGone = ({ standing, ...before }: ElectronicReceipt, at: Instant): ElectronicReceipt => ({
  ...before,
  acts: standing ? [...before.acts, { of: 'cancelled', receipt: standing, at }] : before.acts,
});

/** What was asked for meanwhile is asked next. */
const settled = (receipt: ElectronicReceipt, now: Instant): ElectronicReceipt => ({
  ...sure(receipt),
  state: nextAsk(receipt) ? 'pending' : 'settled',
  since: now,
  tries: 0,
  nextTryAt: now,
});

/** What the tax office has not been told yet: data go the day they arise (NĐ 254/2026 art. 22–27). */
export const untold = ({ acts }: ElectronicReceipt): readonly ReceiptAct[] =>
  acts.filter(({ toldAt }) => toldAt === undefined);

/** The day’s data have these acts. */
export const told = (
  before: ElectronicReceipt,
  keys: ReadonlySet<string>,
  now: Instant,
): ElectronicReceipt => ({
  ...before,
  version: before.version + 1,
  acts: before.acts.map((act) =>
    act.toldAt === undefined && keys.has(actKey(act)) ? { ...act, toldAt: now } : act,
  ),
});

export const actKey = ({ of, receipt }: ReceiptAct): string => `${receipt.key}#${of}`;

/**
 * Whether an issuer may have given such a number: eight digits at most, and the year of the day in its sign,
 * because it begins anew with each year.
 */
export const isNumberOf = ({ number, sign, form }: BienLaiNumber, issuedAt: Instant): boolean =>
  Number.isInteger(number) &&
  number >= 1 &&
  number <= 99_999_999 &&
  form !== '' &&
  sign.includes(dayOf(issuedAt).slice(2, 4));

/** How far the issuer's clock may be off from ours. */
const tolerance = minutes(10);

/** Why a told time cannot be that of a biên lai for this phiếu thu. */
export const issuedOutside = (
  issuedAt: Instant,
  { takenAt, now }: { readonly takenAt: Instant; readonly now: Instant },
): 'before-the-voucher' | 'in-the-future' | undefined => {
  if (issuedAt < minus(takenAt, tolerance)) return 'before-the-voucher';
  return issuedAt > plus(now, tolerance) ? 'in-the-future' : undefined;
};
