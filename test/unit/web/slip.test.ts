import { describe, expect, it } from 'vitest';
import { fitting } from '../../../web/api/keep-catalogue.ts';
import { emptyDraft } from '../../../web/counter/draft.ts';
import {
  emptySlip,
  entryOf,
  isSlipTouched,
  isWholeWith,
  readBack,
  slipFlawsOf,
  slipNumberIn,
} from '../../../web/counter/slip.ts';

const now = '2026-11-30T09:00:00+07:00';
const number = 'TAM-000-012-074';

describe('what is wrong with a slip', () => {
  it.each([
    ['', { number: 'not-a-temporary-number' }],
    ['H13.01-261126-0032', { number: 'not-a-temporary-number' }],
    ['TAM-000-012-075', { number: 'check-digit-wrong' }],
    [number, {}],
    ['tạm 000 012 074', {}],
  ])('number %j', (typed, flaws) => {
    expect(slipFlawsOf({ ...emptySlip, number: typed }, now)).toEqual(flaws);
  });

  it.each([
    ['', {}],
    ['2026-11-30T08:59', {}],
    ['2026-11-30T09:01', { takenAt: 'time-in-the-future' }],
    ['hôm qua', { takenAt: 'time-unreadable' }],
  ])('hour %j', (takenAt, flaws) => {
    expect(slipFlawsOf({ ...emptySlip, number, takenAt }, now)).toEqual(flaws);
  });
});

describe('a slip as it is entered', () => {
  it('has its number as it is kept, and the hour in Vietnam or that of now', () => {
    const slip = { ...emptySlip, number: 'tam 000 012 O74', wasComplete: false };
    expect(entryOf(slip, { procedure: '1.012783' }, now)).toEqual({
      number,
      takenAt: now,
      wasComplete: false,
      procedure: '1.012783',
    });
    expect(entryOf({ ...slip, takenAt: '2026-11-30T08:10' }, {}, now)).toMatchObject({
      takenAt: '2026-11-30T08:10:00+07:00',
    });
  });

  it('is read off whatever was scanned', () => {
    expect(slipNumberIn(`https://ho-so.example/tra-cuu/${number}`)).toBe(number);
    expect(slipNumberIn('093190001234|…')).toBeUndefined();
  });

  it('is accepted at once only where each paper has its picture', () => {
    const papers = [{ id: 'a' }, { id: 'b' }];
    expect(isWholeWith([{ component: 'a' }], papers)).toBe(false);
    expect(isWholeWith([{ component: 'a' }, { component: 'b' }], papers)).toBe(true);
    expect(isWholeWith([], [])).toBe(false);
  });
});

describe('a slip that is kept while it is typed', () => {
  it('is one as soon as anything was typed or wanted', () => {
    expect(isSlipTouched(emptySlip)).toBe(false);
    for (const change of [{ isWanted: true }, { number: 'T' }, { takenAt: '2' }])
      expect(isSlipTouched({ ...emptySlip, ...change })).toBe(true);
  });

  it('is read back whole, also as an older build kept it', () => {
    expect(readBack({ draft: { name: 'Lan' }, slip: { number } }, 'onestop')).toEqual({
      draft: { ...emptyDraft('onestop'), name: 'Lan' },
      slip: { ...emptySlip, number },
    });
    for (const none of [undefined, null, 'x', {}]) expect(readBack(none, 'agent')).toBeUndefined();
  });
});

describe('the kept catalogue without the system’s search', () => {
  const of = (code: string, name: string, nameEn: string) => ({
    code,
    name,
    nameEn,
    field: 'Đất đai',
    version: '1',
  });
  const items = [
    of('1.012783', 'Cấp đổi Giấy chứng nhận', 'Exchange of the certificate'),
    of('2.000635', 'Cấp bản sao trích lục hộ tịch', 'Copy of an extract'),
  ];
  it.each([
    ['cap doi', ['1.012783']],
    ['CẤP', ['1.012783', '2.000635']],
    ['1.0127', ['1.012783']],
    ['dat dai copy', ['2.000635']],
    ['không có', []],
  ])('%s', (query, codes) => {
    expect(fitting(items, query).map(({ code }) => code)).toEqual(codes);
  });
});
