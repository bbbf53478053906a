import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersGiven, numbersOf } from '#domain/dossier/paper-number.ts';
import { numberOfMatter, numbersOfPersons } from '#domain/dossier/person-link.ts';
import { historyUntil } from '#test/support/dossiers.ts';

const whole = historyUntil('dispatched').after;

describe('what is printed or sent and leads to a dossier', () => {
  it('is its code, and the waybill of its result', () => {
    expect(numbersOf(whole)).toEqual([whole.acceptance?.code, whole.delivery?.waybill]);
  });

  it('is given once, whatever came before', () => {
    const numbers = fc.option(fc.string({ minLength: 1 }), { nil: undefined });
    const dossier = fc.record({ code: numbers, waybill: numbers }).map(({ code, waybill }) => {
      const { acceptance, delivery, ...bare } = whole;
      return {
        ...bare,
        ...(acceptance && code !== undefined && { acceptance: { ...acceptance, code } }),
        ...(delivery && waybill !== undefined && { delivery: { ...delivery, waybill } }),
      };
    });
    fc.assert(
      fc.property(dossier, dossier, (before, after) => {
        const given = numbersGiven(before, after);
        for (const number of given) expect(numbersOf(before)).not.toContain(number);
        expect(new Set([...numbersOf(before), ...given])).toEqual(
          new Set([...numbersOf(before), ...numbersOf(after)]),
        );
        expect(numbersGiven(undefined, after)).toEqual(numbersOf(after));
      }),
    );
  });
});

describe('whose dossier it is', () => {
  const applicant = { personalNumber: '093190001234' };
  const person = { kind: 'person', name: 'Nguyễn Văn Bé', address: 'Ấp 3' } as const;
  it.each([
    ['the applicant’s', applicant, ['093190001234'], '093190001234'],
    ['a child’s without a number', { ...applicant, owner: person }, ['093190001234'], undefined],
    [
      'another’s',
      { ...applicant, owner: { ...person, number: '093090005678' } },
      ['093190001234', '093090005678'],
      '093090005678',
    ],
    [
      'the applicant’s, named as owner',
      { ...applicant, owner: { ...person, number: '093190001234' } },
      ['093190001234'],
      '093190001234',
    ],
  ])('%s', (_, of, persons, matter) => {
    expect(numbersOfPersons(of)).toEqual(persons);
    expect(numberOfMatter(of)).toBe(matter);
  });
});
