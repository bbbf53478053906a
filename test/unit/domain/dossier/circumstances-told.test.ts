import { describe, expect, it } from 'vitest';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import {
  type CircumstancesTold,
  circumstancesOf,
  ruleOfCase,
} from '#domain/dossier/circumstances-told.ts';
import { register } from '#domain/dossier/steps/register.ts';
import { aProcedure, dossierId, monday9 } from '#test/support/dossiers.ts';

const sevenDays = { unit: 'working-days', amount: 7, startPolicy: 'next-day' } as const;
const procedure: Procedure = {
  ...aProcedure,
  cases: [
    { id: 'nha-o', name: 'Nhà ở', timeRule: sevenDays, source: 'NĐ 217/2026 điều 54(1)b' },
    { id: 'ngay', name: 'Trong ngày', timeRule: { unit: 'same-day' }, source: 'x' },
  ],
  components: [
    { id: 'don', name: 'Đơn', copyKind: 'original', count: 1, required: true },
    {
      id: 'giay-dat',
      name: 'Giấy đất',
      copyKind: 'certified',
      count: 1,
      required: true,
      dataBase: 'CSDL đất đai',
    },
  ],
};
const filed = {
  channel: 'postal',
  intakeMode: 'onestop',
  commune: undefined,
  clerk: 'lan',
  at: monday9,
} as const;
const fees = { postageVnd: 28_000 };
const known = (
  told: Partial<CircumstancesTold>,
  change: Partial<Procedure> = {},
  how: Partial<Parameters<typeof circumstancesOf>[2]> = {},
) => circumstancesOf({ ...procedure, ...change }, { fees, ...told }, { ...filed, ...how });

describe('the circumstances of a filing', () => {
  it('are none where nothing is told, and the sum is the catalogue’s', () => {
    expect(known({})).toEqual({
      ok: true,
      value: { circumstances: {}, fees: { stateFeesVnd: 50_000, postageVnd: 28_000 } },
    });
  });

  it('are kept as they were told', () => {
    const told = { case: 'nha-o', incident: 'Cổng gián đoạn', agreement: 'Hẹn ngày kia' };
    expect(known(told, {}, { commune: 'ct-x-hoa-an' })).toMatchObject({
      value: { circumstances: { ...told, commune: 'ct-x-hoa-an' } },
    });
  });

  it.each([
    ['a case that is none', { case: 'x' }, {}, true],
    ['no case where one must be chosen', {}, { chooseCase: true } as const, true],
    ['a case where none is needed', { case: 'nha-o' }, {}, false],
    ['a case where the procedure has none', { case: 'nha-o' }, { cases: [] }, true],
  ])('with %s', (_, told, change, isRefused) => {
    const result = known(told, change);
    if (isRefused) expect(result).toMatchObject({ refusal: { code: 'case-unknown' } });
    else expect(result.ok).toBe(true);
  });

  it('name every case with the refusal', () => {
    expect(known({ case: 'x' })).toMatchObject({
      refusal: {
        cases: [
          { id: 'nha-o', name: 'Nhà ở' },
          { id: 'ngay', name: 'Trong ngày' },
        ],
      },
    });
  });

  it.each([
    ['usual', undefined, aProcedure.timeRule],
    ['a house', 'nha-o', sevenDays],
  ])('give the term of the case: %s', (_, id, rule) => {
    expect(ruleOfCase(procedure, id)).toEqual(rule);
  });

  // TT 17/2017/TT-BTTTT điều 7(2)d: a result of the same day goes by post by agreement only.
  it.each([
    ['carried, by its case', { case: 'ngay' }, 'agent', true],
    ['carried, by agreement', { case: 'ngay', agreement: 'Hẹn mai' }, 'agent', false],
    ['at the one-stop', { case: 'ngay' }, 'onestop', false],
    ['carried, of five days', {}, 'agent', false],
  ] as const)('of the same day: %s', (_, told, intakeMode, isRefused) => {
    const result = known(told, {}, { intakeMode });
    if (isRefused) expect(result).toMatchObject({ refusal: { code: 'agreement-missing' } });
    else expect(result.ok).toBe(true);
  });
});

describe('what is taken', () => {
  it.each([
    ['the catalogue’s sum', { stateFeesVnd: 50_000 }, undefined],
    ['less, with a word', { stateFeesVnd: 0, reason: 'Hộ nghèo' }, 'Hộ nghèo'],
    ['more, with a word', { stateFeesVnd: 60_000, reason: 'Thu hộ' }, 'Thu hộ'],
  ])('is %s', (_, told, reason) => {
    expect(known({ fees: { ...fees, ...told } })).toMatchObject({
      value: {
        circumstances: reason === undefined ? {} : { ownSum: { computedVnd: 50_000, reason } },
        fees: { stateFeesVnd: told.stateFeesVnd },
      },
    });
  });

  it('is refused without a word, with the sum that was computed', () => {
    expect(known({ fees: { ...fees, stateFeesVnd: 5_000_000 } })).toEqual({
      ok: false,
      refusal: { code: 'fee-differs', computedVnd: 50_000, takenVnd: 5_000_000, lacks: [] },
    });
  });

  it('cannot be computed by page without the pages', () => {
    const byPage = { firstPages: 2, nextVnd: 1_000, atMostVnd: 200_000 };
    const copies = { fees: [{ kind: 'fee', amountVnd: 2_000, note: 'x', byPage }] } as const;
    expect(known({}, copies)).toMatchObject({ refusal: { lacks: ['pages'] } });
    expect(known({ fees: { ...fees, pages: 3 } }, copies)).toMatchObject({
      value: { fees: { stateFeesVnd: 5_000 } },
    });
  });
});

describe('a component that was looked up (NĐ 309/2026 điều 2)', () => {
  it('stands with who looked, when and where', () => {
    expect(known({ fromDataBase: ['giay-dat', 'giay-dat'] })).toMatchObject({
      value: {
        circumstances: {
          fromDataBase: [
            {
              component: 'giay-dat',
              dataBase: 'CSDL đất đai',
              lookedUpBy: 'lan',
              lookedUpAt: monday9,
            },
          ],
        },
      },
    });
  });

  it.each(['don', 'khong-co'])('is refused where no data base has it: %s', (component) => {
    expect(known({ fromDataBase: [component] })).toMatchObject({
      refusal: { code: 'not-in-data-base', component },
    });
  });

  it('is not missing; one that was not looked up is named as one that may be', () => {
    const registering = (told: Partial<CircumstancesTold>) => {
      const result = known(told);
      if (!result.ok) throw new Error('refused');
      const components = [{ id: 'don', copyKind: 'original', count: 1 }] as const;
      const way = { office: 'bd-vi-thanh', intakeMode: 'onestop', channel: 'postal' } as const;
      return register(procedure, { id: dossierId, ...way, components, ...result.value });
    };
    expect(registering({ fromDataBase: ['giay-dat'] }).ok).toBe(true);
    expect(registering({})).toEqual({
      ok: false,
      refusal: {
        code: 'component-missing',
        components: ['giay-dat'],
        inDataBase: ['giay-dat'],
      },
    });
  });
});
