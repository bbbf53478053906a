import { describe, expect, it } from 'vitest';
import type { ShiftId } from '#domain/identifiers/record-ids.ts';
import { nothing } from '#domain/money/purses.ts';
import type { Outcome } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import {
  closeShift,
  confirmShift,
  type ShiftAndSafe,
  settleDifference,
} from '#functions/money/domain/close-shift.ts';
import {
  emptySafe,
  type Safe,
  type ShiftRecord,
  shiftState,
} from '#functions/money/domain/records.ts';

const now = 1_800_000_000_000 as Instant;
/** 200 000 to give change from, 100 000 phí and 28 000 cước taken, 50 000 dropped. */
const shift: ShiftRecord = {
  id: '01J00000000000000000000001' as ShiftId,
  version: 3,
  office: 'bd-vi-thanh',
  clerk: 'lan',
  openedAt: now,
  floatVnd: 200_000,
  movements: [{ receipt: 'BL-1', purses: { ...nothing, fee: 100_000, postage: 28_000 } }],
  droppedVnd: 50_000,
};
const safe: Safe = { ...emptySafe('bd-vi-thanh'), version: 7, droppedVnd: 50_000 };
const whole = { 200000: 1, 50000: 1, 20000: 1, 5000: 1, 2000: 1, 1000: 1 } as const;
const short = { ...whole, 20000: 0 };

const value = (outcome: Outcome<ShiftAndSafe>): ShiftAndSafe => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const counting = { by: 'lan', now };

describe('a count that cannot be', () => {
  it('closes nothing', () =>
    expect(closeShift(shift, safe, { count: { 2000: -1 } }, counting).ok).toBe(false));
});

const close = (of: ShiftRecord, count: object, explanation?: string) =>
  closeShift(of, safe, { count, explanation }, { by: 'lan', now });

describe('a drawer that balances', () => {
  const closed = value(close(shift, whole));

  it('is closed by its clerk alone, and the safe has each purse', () => {
    expect(shiftState(closed.shift)).toBe('confirmed');
    expect(closed.safe).toEqual({
      id: 'bd-vi-thanh',
      version: 8,
      purses: { ...nothing, fee: 100_000, postage: 28_000 },
      differenceVnd: 0,
      droppedVnd: 0,
    });
  });

  it('is closed once, and has nothing to settle or to confirm', () => {
    expect(close(closed.shift, whole)).toMatchObject({ refusal: { code: 'shift-closed' } });
    expect(confirmShift(closed.shift, safe, 0, { by: 'binh' })).toMatchObject({
      refusal: { code: 'shift-closed' },
    });
    expect(settleDifference(closed.shift, safe, { by: 'binh' })).toMatchObject({
      refusal: { code: 'nothing-to-settle' },
    });
  });
});

describe('a drawer that does not balance', () => {
  const explained = value(close(shift, short, 'Thối nhầm'));

  it('says by how much and what that may be before anything is written', () => {
    expect(close(shift, short)).toMatchObject({
      refusal: {
        code: 'shift-unbalanced',
        differenceVnd: -20_000,
        hints: [{ hint: 'one-note', note: 20_000 }],
      },
    });
  });

  it('waits for a second person with its explanation; its money is not in the safe yet', () => {
    expect(shiftState(explained.shift)).toBe('unconfirmed');
    expect(explained.safe).toBeUndefined();
    expect(settleDifference(explained.shift, safe, { by: 'binh' })).toMatchObject({
      refusal: { code: 'shift-unknown' },
    });
  });

  it('may be counted again until it is confirmed', () => {
    expect(shiftState(value(close(explained.shift, whole)).shift)).toBe('confirmed');
  });

  it('is not confirmed by its own clerk, nor for another difference than was seen', () => {
    expect(confirmShift(explained.shift, safe, -20_000, { by: 'lan' })).toMatchObject({
      refusal: { code: 'same-signatory' },
    });
    expect(confirmShift(explained.shift, safe, -10_000, { by: 'binh' })).toMatchObject({
      refusal: { code: 'shift-recounted', differenceVnd: -20_000 },
    });
    expect(confirmShift(shift, safe, 0, { by: 'binh' })).toMatchObject({
      refusal: { code: 'shift-unknown' },
    });
  });

  it('leaves the difference open in the safe until it is settled, once', () => {
    const confirmed = value(confirmShift(explained.shift, safe, -20_000, { by: 'binh' }));
    expect(confirmed.safe).toMatchObject({
      purses: { fee: 100_000, postage: 28_000 },
      differenceVnd: -20_000,
      droppedVnd: 0,
    });
    const settled = value(
      settleDifference(confirmed.shift, confirmed.safe ?? safe, { by: 'binh' }),
    );
    expect(settled.safe).toMatchObject({ differenceVnd: 0, version: 9 });
    expect(settleDifference(settled.shift, safe, { by: 'binh' })).toMatchObject({
      refusal: { code: 'nothing-to-settle' },
    });
  });
});
