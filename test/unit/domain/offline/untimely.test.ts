import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import { type TemporaryBlock, useSlip, voidSlip } from '#domain/offline/temporary-block.ts';
import {
  settleUntimely,
  untimelyOpen,
  untimelySince,
  withUntimely,
} from '#domain/offline/untimely.ts';
import type { UntimelyTime } from '#domain/offline/untimely-time.ts';
import { hours, minutes, plus } from '#domain/time/instant.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';
import { got } from '#test/support/offline.ts';
import { refusal } from '#test/support/shipments.ts';

const [one, two] = [0, 1].map((n) => formatTemporaryNumber(12, n));
if (!one || !two) throw new Error('two slips');

const aBlock = (change: Partial<TemporaryBlock> = {}): TemporaryBlock => ({
  id: '000012' as TemporaryBlock['id'],
  version: 1,
  office: 'bd-vi-thanh',
  device: 'quay-2',
  size: 3,
  leasedAt: monday9,
  leasedBy: 'lan',
  fates: {},
  ...change,
});

const told = (minute: number): UntimelyTime => ({
  takenAt: plus(monday9, hours(100 + minute)),
  why: 'in-the-future',
  by: 'lan',
  at: plus(monday9, minutes(minute)),
});
const finding = { by: 'binh', at: plus(monday9, hours(9)), finding: 'Ghi nhầm ngày' };

describe('a time off a slip that cannot have been', () => {
  it('is kept with its slip and lists it, since it was told first', () => {
    const block = withUntimely(withUntimely(aBlock(), two, told(5)), one, told(2));
    expect(untimelyOpen(block)).toEqual([one, two]);
    expect([untimelySince(block), untimelySince(aBlock())]).toEqual([told(2).at, undefined]);
    expect([block.version, block.fates]).toEqual([3, {}]);
  });

  it('told again is the same, for another reason another', () => {
    const block = withUntimely(aBlock(), one, told(1));
    expect(withUntimely(block, one, { ...told(1), at: told(7).at, by: 'minh' })).toBe(block);
    const other = withUntimely(block, one, { ...told(1), why: 'after-the-close' });
    expect(other.untimely?.[one]).toMatchObject({ count: 2, told: [told(1), {}] });
  });

  it.each([
    [
      'is entered',
      (block: TemporaryBlock) =>
        useSlip(block, one, { dossierId, takenAt: monday9, enteredAt: monday9 }),
    ],
    [
      'is void',
      (block: TemporaryBlock) => voidSlip(block, one, { reason: 'Rách', by: 'lan', at: monday9 }),
    ],
  ] as const)('is nobody’s question any more when the slip %s; what was told stays', (_, end) => {
    const ended = got(end(withUntimely(aBlock(), one, told(1))));
    expect([untimelyOpen(ended), ended.untimely?.[one]?.count]).toEqual([[], 1]);
    expect(settleUntimely(ended, one, finding)).toEqual(refusal('untimely-entry-settled'));
  });

  it('stays on the list when its block is counted out, blank or missing', () => {
    const by = { at: monday9, by: 'lan' };
    const block = withUntimely(withUntimely(aBlock(), one, told(1)), two, told(2));
    expect(untimelyOpen({ ...block, closing: { ...by, blanks: [one] } })).toEqual([one, two]);
  });

  it('ends with what a supervisor found out, once; another one begins again', () => {
    const block = withUntimely(aBlock(), one, told(1));
    expect(settleUntimely(block, two, finding)).toEqual(refusal('untimely-entry-unknown'));
    expect(settleUntimely(aBlock(), one, finding)).toEqual(refusal('untimely-entry-unknown'));
    const settled = got(settleUntimely(block, one, finding));
    expect([untimelyOpen(settled), untimelySince(settled)]).toEqual([[], undefined]);
    expect(settleUntimely(settled, one, finding)).toEqual(refusal('untimely-entry-settled'));
    const again = withUntimely(settled, one, told(3));
    expect([untimelyOpen(again), untimelySince(again)]).toEqual([[one], told(3).at]);
    const last = got(settleUntimely(again, one, { ...finding, by: 'an' }));
    expect(last.untimely?.[one]?.told.map(({ settled: by }) => by?.by)).toEqual(['binh', 'an']);
  });

  it('is kept, the first nine and the last, and all are counted', () => {
    const each = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(each, (all) => {
        const block = all.reduce((before, n) => withUntimely(before, one, told(n)), aBlock());
        const kept = block.untimely?.[one];
        expect(kept?.count).toBe(all.length);
        expect(kept?.told.at(-1)).toEqual(told(all.at(-1) ?? 0));
        expect(kept?.told.slice(0, 9)).toEqual(all.slice(0, 9).map(told));
        expect(kept?.told.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
