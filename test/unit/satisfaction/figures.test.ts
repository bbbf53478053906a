import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import { classOf, figuresOf, shownOf } from '#functions/satisfaction/domain/figures.ts';
import {
  indices,
  levels,
  type Month,
  type Rating,
  type Score,
  type Scores,
} from '#functions/satisfaction/domain/rating.ts';
import {
  counted,
  emptyTally,
  type Place,
  summed,
  type Tally,
} from '#functions/satisfaction/domain/tally.ts';

const month = '2026-11' as Month;
const office: Place = { kind: 'office', id: 'bd-vi-thanh' };
const other: Place = { kind: 'office', id: 'bd-nga-bay' };
const allOf = (score: Score): Scores =>
  Object.fromEntries(indices.map((index) => [index, score])) as Record<string, Score> as Scores;
const answer = (change: Partial<Rating>): Rating => ({
  id: '01KAPXJ5V0ZK9Q4T8N6W2C7D3F' as Ulid,
  version: 1,
  office: office.id,
  month,
  way: 'courier',
  ...change,
});
const tallyOf = (answers: readonly Partial<Rating>[], place = office): Tally =>
  answers.map(answer).reduce(counted, emptyTally(place, month));
const times = (n: number, change: Partial<Rating>) => Array.from({ length: n }, () => change);

describe('the legal index (TT 01/2018 art. 13)', () => {
  it.each([
    [18, 'xuất sắc'],
    [15, 'xuất sắc'],
    [14.9, 'tốt'],
    [12, 'tốt'],
    [11.9, 'khá'],
    [9, 'khá'],
    [8.9, 'trung bình'],
    [6, 'trung bình'],
    [5.9, 'yếu'],
    [0, 'yếu'],
  ] as const)('of %d is "%s"', (index, word) => expect(classOf(index)).toBe(word));

  it('is the sum of the points divided by the dossiers, with one decimal', () => {
    const tally = tallyOf([{ scores: allOf(2) }, { scores: allOf(1) }, { scores: allOf(1) }]);
    expect(figuresOf(tally, 3).legal).toMatchObject({ n: 3, index: 12, class: 'tốt' });
    const mixed = tallyOf([
      { scores: allOf(2) },
      { scores: { ...allOf(2), attitude: 0 } },
      { scores: allOf(2) },
    ]);
    expect(figuresOf(mixed, 3).legal).toMatchObject({ index: 17.3, byIndex: { attitude: 1.3 } });
  });
});

describe('the scale of the tablets', () => {
  it('is a share of those who answered it, whatever they skipped', () => {
    const tally = tallyOf([
      ...times(2, { level: 'very-satisfied' }),
      { level: 'satisfied', scores: allOf(2) },
      { level: 'neutral' },
      { level: 'dissatisfied', reason: { code: 'cham-hen' } },
      { scores: allOf(1) },
    ]);
    expect(figuresOf(tally, 2)).toMatchObject({
      answers: 6,
      practice: { n: 5, satisfiedPercent: 60, reasons: { 'cham-hen': 1 } },
      legal: { n: 2 },
    });
  });
});

describe('several offices as one', () => {
  it('add up, reason by reason, those that one has and the other has not', () => {
    const late = { level: 'dissatisfied', reason: { code: 'cham-hen' } } as const;
    const rude = { level: 'dissatisfied', reason: { code: 'thai-do' } } as const;
    const whole = summed({ ...office, id: 'province' }, month, [
      tallyOf([late, late, rude]),
      tallyOf([late], other),
    ]);
    expect(whole).toMatchObject({ answers: 4, reasons: { 'cham-hen': 3, 'thai-do': 1 } });
  });
});

describe('a figure of few', () => {
  it('shows nothing of an office that hardly anybody rated', () => {
    const few = tallyOf(times(3, { level: 'satisfied', scores: allOf(2) }));
    expect(shownOf(few, 5)).toEqual(emptyTally(office, month));
  });

  it.each([
    [9, undefined],
    [10, 10],
  ])('of %i answers shows %s', (n, shown) => {
    const figures = figuresOf(tallyOf(times(n, { level: 'satisfied', scores: allOf(2) })), 10);
    expect(figures.answers).toBe(n);
    expect([figures.practice?.n, figures.legal?.n]).toEqual([shown, shown]);
    expect(figures.ways === undefined).toBe(shown === undefined);
  });

  it('cannot be found by subtracting the others from their sum', () => {
    const many = tallyOf(times(20, { level: 'satisfied', scores: allOf(2) }));
    const fewScored = tallyOf(
      [...times(12, { level: 'neutral' }), ...times(3, { scores: allOf(0) })],
      other,
    );
    const whole = summed(
      { ...office, id: 'province' },
      month,
      [many, fewScored].map((tally) => shownOf(tally, 10)),
    );
    expect(figuresOf(whole, 10)).toMatchObject({
      practice: { n: 32 },
      legal: { n: 20, index: 18 },
    });
  });
});

describe('a tally', () => {
  const answers = fc.array(
    fc.record({
      level: fc.constantFrom(...levels),
      scores: fc.constantFrom(allOf(0), allOf(1), allOf(2)),
      way: fc.constantFrom('counter', 'courier', 'none'),
    }),
    { maxLength: 30 },
  );

  it('of two halves, summed, is that of the whole, in any order', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const { version: _, ...sum } = summed(office, month, [tallyOf(a), tallyOf(b)]);
        const { version: __, ...whole } = tallyOf([...b, ...a]);
        expect(sum).toEqual(whole);
      }),
    );
  });
});
