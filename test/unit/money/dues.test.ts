import { describe, expect, it } from 'vitest';
import { nothing, type Purses } from '#domain/money/purses.ts';
import type { Outcome } from '#domain/refusal.ts';
import { collectsMore, moreThanDue } from '#functions/money/domain/dues.ts';
import { type ShiftClosing, unsettledOf } from '#functions/money/domain/records.ts';
import { aDossier, monday9 } from '#test/support/dossiers.ts';

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
