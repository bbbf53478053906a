import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RetentionClass } from '#domain/catalogue/procedure.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import {
  endRetention,
  filesErased,
  finishedAt,
  keepingOf,
  layHold,
  liftHold,
} from '#domain/dossier/steps/retention.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { endedBefore, keptUntil, longestOf, retentionClasses } from '#domain/retention/keeping.ts';
import { days, type Instant, plus } from '#domain/time/instant.ts';
import { at, dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { aDossier, allStations, monday9 } from '#test/support/dossiers.ts';

const moment = (day: string): Instant => at(day as VietnamDay, 9 * 60);
const returned = aDossier('returned');
const chi = { kind: 'staff', id: 'chi', role: 'supervisor' } as const;
const khoa = { ...chi, id: 'khoa' } as const;
const hold = { reason: 'Công an đề nghị', laidAt: monday9, laidBy: 'chi' };

describe('how long a class is kept', () => {
  it.each([
    // TT 17/2017/TT-BTTTT art. 14(3): electronic at least five years, whatever the sector says.
    ['2-years', '2031-12-31'],
    ['5-years', '2031-12-31'],
    ['10-years', '2036-12-31'],
    ['20-years', '2046-12-31'],
    ['70-years', '2096-12-31'],
    ['permanent', undefined],
  ] as const)('%s of what ended in 2026: until %s', (kept, until) => {
    expect(keptUntil(kept, monday9)).toBe(until);
    expect(keptUntil(kept, moment('2026-01-01'))).toBe(until);
  });

  it('is that of the longer of two versions; of none, for ever', () => {
    expect(longestOf(['10-years', '2-years'])).toBe('10-years');
    expect(longestOf(['2-years', 'permanent', '70-years'])).toBe('permanent');
    expect(longestOf([])).toBe('permanent');
  });

  it('leaves to be read at night what ended in a year that is over for its class', () => {
    expect(endedBefore('2-years', '2032-01-01' as VietnamDay)).toBe('2027-01-01');
    expect(endedBefore('10-years', '2036-12-31' as VietnamDay)).toBe('2026-01-01');
    expect(endedBefore('permanent', '2999-01-01' as VietnamDay)).toBeUndefined();
  });
});

const ended = (why: NonNullable<Dossier['ending']>['why']): Dossier => ({
  ...aDossier('acknowledged'),
  status: 'stopped',
  custody: [],
  ending: { why, reason: 'x', at: monday9 },
});

describe('whether a dossier goes', () => {
  it('goes on the first day after the last of its class, and not on that day', () => {
    expect(keepingOf(returned, ['10-years'], moment('2036-12-31'))).toEqual({
      isDue: false,
      why: 'not-yet',
      until: '2036-12-31',
    });
    expect(keepingOf(returned, ['10-years'], moment('2037-01-01'))).toEqual({
      isDue: true,
      retentionClass: '10-years',
      keptUntil: '2036-12-31',
    });
  });

  const late = moment('2150-01-01');
  it.each([
    ['permanent', returned, ['permanent'], 'permanent'],
    ['a version that nobody knows', returned, [], 'permanent'],
    ['on hold', { ...returned, hold }, ['2-years'], 'on-hold'],
    ['in a pouch', { ...returned, pouch: 'x' as PouchId }, ['2-years'], 'papers-with-post'],
    [
      'with papers at the counter',
      {
        ...ended('supplement-expired'),
        custody: [
          {
            id: 'don',
            copyKind: 'original',
            count: 1,
            holder: { kind: 'office', id: 'bd-vi-thanh' },
          },
        ],
      },
      ['2-years'],
      'papers-with-post',
    ],
    ['that the department may resume', ended('department'), ['2-years'], 'unfinished'],
    ['decided and not fetched', aDossier('decided'), ['2-years'], 'unfinished'],
  ] as const)('stays: %s', (_, dossier, classes, why) => {
    expect(keepingOf(dossier as Dossier, classes, late)).toMatchObject({ isDue: false, why });
  });

  it('goes where it was ended for good without a result', () => {
    expect(keepingOf(ended('supplement-expired'), ['2-years'], late).isDue).toBe(true);
    const refused = { ...ended('reception-refused'), status: 'not-accepted' } as const;
    expect(finishedAt(refused)).toBe(monday9);
  });

  it('property: never before its class allows, never under a hold, never unfinished, never permanent', () => {
    const spans = fc.integer({ min: 0, max: 80 * 366 });
    const classes = fc.array(fc.constantFrom<RetentionClass>(...retentionClasses), {
      minLength: 1,
      maxLength: 2,
    });
    const years = { '2-years': 5, '5-years': 5, '10-years': 10, '20-years': 20, '70-years': 70 };
    fc.assert(
      fc.property(
        fc.constantFrom(...allStations),
        classes,
        spans,
        fc.boolean(),
        (station, kept, span, isHeld) => {
          const dossier = { ...aDossier(station), ...(isHeld && { hold }) };
          const now = plus(monday9, days(span));
          const decided = endRetention(dossier, kept, now);
          if (!decided.ok) return;
          expect(isHeld).toBe(false);
          expect(station).toBe('returned');
          expect(kept).not.toContain('permanent');
          for (const each of kept as (keyof typeof years)[])
            expect(dayOf(now) > `${2026 + years[each]}-12-31`).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('ends once, says once that its files are gone, and nothing before that', () => {
    const now = moment('2037-01-01');
    const gone = { ...returned, retention: { endedAt: now } };
    expect(endRetention(returned, ['10-years'], now)).toEqual({
      ok: true,
      value: [{ type: 'retention-ended', retentionClass: '10-years', keptUntil: '2036-12-31' }],
    });
    expect(endRetention(gone, ['10-years'], now)).toEqual({ ok: true, value: [] });
    expect(filesErased(returned, 2)).toEqual({ ok: true, value: [] });
    expect(filesErased(gone, 2)).toEqual({ ok: true, value: [{ type: 'files-erased', files: 2 }] });
    const twice = { ...gone, retention: { endedAt: now, filesErasedAt: now } };
    expect(filesErased(twice, 2)).toEqual({ ok: true, value: [] });
    expect(endRetention(returned, ['permanent'], now)).toMatchObject({
      refusal: { code: 'retention-runs', why: 'permanent' },
    });
    expect(endRetention(returned, ['20-years'], now)).toMatchObject({
      refusal: { code: 'retention-runs', why: 'not-yet', until: '2046-12-31' },
    });
  });
});

describe('lệnh giữ', () => {
  it('is laid once, and on nothing that is erased', () => {
    expect(layHold(returned, chi, 'x')).toEqual({
      ok: true,
      value: [{ type: 'hold-laid', reason: 'x', laidBy: 'chi' }],
    });
    expect(layHold({ ...returned, hold }, khoa, 'x')).toMatchObject({
      refusal: { code: 'dossier-on-hold' },
    });
    expect(layHold({ ...returned, retention: { endedAt: monday9 } }, chi, 'x')).toMatchObject({
      refusal: { code: 'retention-ended' },
    });
  });

  it('is lifted by another than who laid it', () => {
    expect(liftHold({ ...returned, hold }, chi, 'x')).toMatchObject({
      refusal: { code: 'hold-own' },
    });
    expect(liftHold({ ...returned, hold }, khoa, 'x')).toEqual({
      ok: true,
      value: [{ type: 'hold-lifted', reason: 'x', liftedBy: 'khoa' }],
    });
    expect(liftHold(returned, khoa, 'x')).toMatchObject({
      refusal: { code: 'dossier-not-on-hold' },
    });
  });
});
