import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Draft,
  emptyDraft,
  flawsOf,
  isBetween,
  registrationsOf,
} from '../../../web/counter/draft.ts';
import { isForAnother } from '../../../web/counter/fill-in.ts';
import { nextIn, seriesOf, withDone } from '../../../web/counter/series.ts';
import {
  afterThis,
  alone,
  leaveOut,
  leftOf,
  mattersOf,
  putAside,
  takeUp,
} from '../../../web/counter/several.ts';

const who = { number: '093190001234', name: 'Nguyễn Thị Ánh', address: 'Ấp 3, xã Vị Tân' };
const empty: Draft = { ...emptyDraft('onestop'), ...who };
const codesOf = (draft: Draft) => mattersOf(draft).map(({ procedure }) => procedure);
/** Several of one sender, typed one after the other; the last is in the form. */
const typed = (codes: readonly string[]): Draft =>
  codes.reduce<Draft>(
    (draft, procedure, n) => ({ ...(n === 0 ? draft : putAside(draft)), procedure, grams: `${n}` }),
    empty,
  );

const problem = (code: string) => ({ code, status: 422, title: code, titleEn: code }) as never;

const codes = fc.array(fc.stringMatching(/^[1-9]\.\d{6}$/), { minLength: 1, maxLength: 8 });

describe('several dossiers of one sender', () => {
  it('keep their order and what was typed, and leave the next form to the same sender', () => {
    const draft = putAside({ ...typed(['a', 'b']), carriage: 'none', papers: { x: paper } });
    expect(draft).toMatchObject({ ...who, procedure: '', papers: {}, grams: '', carriage: 'none' });
    expect(mattersOf(draft)).toMatchObject([
      { procedure: 'a', grams: '0' },
      { procedure: 'b', grams: '1', papers: { x: paper }, carriage: 'none' },
    ]);
    expect(mattersOf(draft)[0]).not.toHaveProperty('name');
  });

  const paper = { handed: 'original', count: 2 } as const;

  it('are all there, however often one is taken up or put aside', () => {
    fc.assert(
      fc.property(codes, fc.array(fc.nat(9)), (all, moves) => {
        let draft = typed(all);
        for (const n of moves) draft = n === 9 ? putAside(draft) : takeUp(draft, n);
        expect(codesOf(draft).toSorted()).toEqual(all.toSorted());
        expect(draft).toMatchObject(who);
      }),
    );
  });

  it('lose their own refusal with nobody else', () => {
    const draft = leftOf(typed(['a', 'b', 'c']), new Map([[1, problem('x')]]));
    expect(draft).toMatchObject({ procedure: 'b', problem: { code: 'x' }, others: [] });
    const next = { ...putAside(draft), procedure: 'd' };
    expect(next.problem).toBeUndefined();
    expect(takeUp(next, 0)).toMatchObject({ procedure: 'b', problem: { code: 'x' } });
    expect(takeUp(takeUp(next, 0), 0).problem).toBeUndefined();
    expect(takeUp(next, 7)).toBe(next);
  });

  it('that were refused stay with their reason, and nothing of those that were not', () => {
    fc.assert(
      fc.property(codes, fc.array(fc.nat(7)), (all, refused) => {
        const places = [...new Set(refused)].filter((n) => n < all.length);
        const left = leftOf(typed(all), new Map(places.map((n) => [n, problem(`p${n}`)])));
        const there = mattersOf(left).map((matter) => [matter.procedure, matter.problem?.code]);
        expect(there.toSorted()).toEqual(places.map((n) => [all[n], `p${n}`]).toSorted());
        if (places.length === 0) expect(left).toEqual(emptyDraft('onestop'));
        else expect(left.procedure).not.toBe('');
      }),
    );
  });

  it('are left out one by one, and taken one by one where each needs a slip', () => {
    expect(codesOf(leaveOut(typed(['a', 'b', 'c']), 0))).toEqual(['b', 'c']);
    const next = afterThis(typed(['a', 'b', 'c']));
    expect(next).toMatchObject({ ...who, procedure: 'a', grams: '0' });
    expect(codesOf(next)).toEqual(['b', 'a']);
    expect(alone(next).others).toEqual([]);
    expect(afterThis(alone(next))).toEqual(emptyDraft('onestop'));
  });

  it('need no procedure in the form while others wait, but a sum that is one', () => {
    const between = putAside(typed(['a']));
    expect(isBetween(between)).toBe(true);
    expect(flawsOf(between)).toEqual({});
    expect(flawsOf({ ...between, name: '' })).toEqual({ name: 'empty' });
    expect(flawsOf({ ...between, procedure: 'b', pages: 'ba' })).toEqual({ pages: 'not-a-sum' });
    expect(flawsOf(empty)).toEqual({ procedure: 'empty' });
  });

  it('are one registration with a line each, whose sender stands there once', () => {
    const procedure = { code: '1.012783', guide: {}, components: [] } as never;
    const laid = mattersOf(typed(['a', 'b'])).map((matter, n) => ({
      matter,
      procedure,
      postageVnd: n,
    }));
    const { applicant, lines } = registrationsOf(typed(['a', 'b']), laid);
    expect(applicant).toEqual({ name: who.name, personalNumber: who.number, address: who.address });
    expect(lines.map(({ fees }) => fees)).toEqual([{ postageVnd: 0 }, { postageVnd: 1 }]);
    expect(lines[0]).not.toHaveProperty('applicant');
  });
});

describe('a card, while several dossiers of one person are in the form', () => {
  const several = { number: '093 190 001 234', others: mattersOf(typed(['a'])) };
  it.each([
    ['001088000001', several, true],
    ['093190001234', several, false],
    ['001088000001', { ...several, others: [] }, false],
    ['001088000001', { ...several, number: '' }, false],
  ])('%s is somebody else’s: %#', (number, draft, isAnother) => {
    expect(isForAnother({ kind: 'card-number', number }, draft)).toBe(isAnother);
  });

  it('that cannot be read is nobody’s', () => {
    const card = { fields: {}, warnings: [] } as never;
    expect(isForAnother({ kind: 'card', card }, several)).toBe(false);
  });
});

describe('a series', () => {
  const earlier = (dossierId: string) =>
    ({ dossierId, number: 'n', status: 'accepted', registeredAt: '' }) as const;
  const answer = [
    { line: 1, dossierId: 'A', earlier: earlier('OLD') },
    { line: 2, problem: { code: 'component-missing', status: 422 } },
    { line: 3, dossierId: 'C', earlier: earlier('A') },
    { line: 4, dossierId: 'D' },
  ];
  const series = seriesOf(answer, (line) => `procedure ${line}`);

  it('is what was opened, and counts what was not', () => {
    expect(series).toEqual({
      refused: 1,
      lines: [
        { dossierId: 'A', procedure: 'procedure 1', isDone: false, earlier: earlier('OLD') },
        { dossierId: 'C', procedure: 'procedure 3', isDone: false },
        { dossierId: 'D', procedure: 'procedure 4', isDone: false },
      ],
    });
  });

  it.each([
    ['A', [], 'C'],
    ['A', ['A', 'C'], 'D'],
    ['D', ['D'], 'A'],
    ['D', ['A', 'D'], 'C'],
    ['C', ['A', 'C', 'D'], undefined],
  ])('goes on from %s, where %j are done, to %s', (from, done, next) => {
    expect(nextIn(done.reduce(withDone, series), from)?.dossierId).toBe(next);
  });
});
