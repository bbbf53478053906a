import { describe, expect, it } from 'vitest';
import { filingPlaces } from '#functions/catalogue/domain/filing-places.ts';
import { routeClassBetween } from '#functions/handover/domain/transit.ts';
import { aProcedure } from '#test/support/dossiers.ts';
import { provinceCatalogue } from '#test/support/province.ts';

const office = provinceCatalogue.office('bd-vi-thanh') ?? never();
const department = provinceCatalogue.agency('ct-nnmt') ?? never();

function never(): never {
  throw new Error('not in the province');
}

describe('where a procedure is filed', () => {
  it('is nowhere that nobody settles it', () =>
    expect(
      filingPlaces({ procedure: aProcedure, offices: [office], ownerAt: () => undefined }),
    ).toEqual([]));

  it('is at an office that carries it to its department', () =>
    expect(
      filingPlaces({
        procedure: aProcedure,
        offices: [{ ...office, agencyOfOneStop: 'ct-khac', intakeModes: ['agent'] }],
        ownerAt: () => department,
      }),
    ).toMatchObject([{ as: 'agent' }]));
});

describe('the way from a post office to an agency', () => {
  it.each([
    ['of its own commune', office.commune, 'within-district'],
    ['of the province', department.id, 'within-province'],
  ])('%s', (_, id, route) => expect(routeClassBetween(office, { ...department, id })).toBe(route));
});
