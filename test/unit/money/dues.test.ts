import { describe, expect, it } from 'vitest';
import { nothing, type Purses } from '#domain/money/purses.ts';
import type { Outcome } from '#domain/refusal.ts';
import { days, plus } from '#domain/time/instant.ts';
import { collectsMore, lateSince, moreThanDue } from '#functions/money/domain/dues.ts';
import { type ShiftClosing, unsettledOf } from '#functions/money/domain/records.ts';
import { aDossier, anAcceptance, monday9 } from '#test/support/dossiers.ts';

/** Owes 50,000 to the state and 28,000 of postage; half of it is paid. */
const dossier = aDossier('acknowledged');
const account = { taken: { ...nothing, fee: 25_000, postage: 14_000 } };
const code = (refused: Extract<Outcome<never>, { ok: false }> | undefined) =>
  refused ? refused.refusal.code : 'taken';

describe('more than a dossier owes', () => {
  it.each<[string, Partial<Purses>, string]>([
    ['the rest', { charge: 5_000, fee: 20_000, postage: 14_000 }, 'taken'],
    ['of the state’s', { charge: 5_000, fee: 21_000 }, 'more-than-due'],
    ['of postage', { postage: 15_000 }, 'more-than-due'],
    ['thu hộ, which no dossier owes', { cod: 1_000 }, 'more-than-due'],
  ])('at the counter: %s', (_, purses, expected) => {
    expect(code(moreThanDue(dossier, account, { ...nothing, ...purses }))).toBe(expected);
  });

  it.each([
    ['the rest', { stateFeesVnd: 25_000, codVnd: 14_000 }, 'taken'],
    ['of the state’s', { stateFeesVnd: 26_000, codVnd: 0 }, 'more-than-due'],
    ['of postage', { stateFeesVnd: 0, codVnd: 15_000 }, 'more-than-due'],
  ])('at the door: %s', (_, collection, expected) => {
    expect(code(collectsMore(dossier, account, collection))).toBe(expected);
  });
});

describe('the difference of a closed shift', () => {
  const closing = {
    at: monday9,
    by: 'lan',
    balance: { differenceVnd: -20_000 } as ShiftClosing['balance'],
  };
  it.each<[string, Partial<ShiftClosing>, number]>([
    ['that nobody has settled', {}, -20_000],
    ['that a corrected receipt explains', { correctedVnd: 20_000 }, 0],
    ['that was paid in, before corrections were written down', { settledBy: 'minh' }, 0],
    ['of which a part was paid in', { settledBy: 'minh', settledVnd: -15_000 }, -5_000],
  ])('%s', (_, change, left) => {
    expect(unsettledOf({ ...closing, ...change })).toBe(left);
  });
});

describe('postage of what came late', () => {
  const slip = {
    number: 'RG100000003VN',
    agency: 'ct-nnmt',
    issuedAt: monday9,
    handoverBy: plus(monday9, days(2)),
    manifestHash: 'b'.repeat(64),
  };
  const acceptedAfter = (span: number) => ({
    slip,
    acceptance: { ...anAcceptance, acceptedAt: plus(monday9, days(span)) },
  });
  const ending = { why: 'withdrawn', reason: 'x', at: plus(monday9, days(9)) } as const;
  // NĐ 47/2011/NĐ-CP art. 25(2)
  it.each([
    ['came in time', acceptedAfter(2), 9, false],
    ['came late', acceptedAfter(3), 9, true],
    ['is under way, in time', { slip }, 2, false],
    ['is under way, late', { slip }, 3, true],
    ['never went by post', { acceptance: anAcceptance }, 9, false],
    ['was withdrawn on its way', { slip, ending }, 9, false],
    ['came late and was withdrawn', { ...acceptedAfter(3), ending }, 9, true],
  ] as const)('goes back where it %s: %j', (_, dossier, today, isLate) => {
    expect(lateSince(dossier, plus(monday9, days(today)))).toBe(
      isLate ? slip.handoverBy : undefined,
    );
  });
});
