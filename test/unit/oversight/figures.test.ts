import { describe, expect, it } from 'vitest';
import { unitsOf } from '#functions/oversight/domain/figures.ts';
import { aDossier } from '#test/support/dossiers.ts';

describe('whose figure a dossier is', () => {
  it.each([
    ['registered', ['office#bd-vi-thanh']],
    ['accepted', ['office#bd-vi-thanh', 'agency#ct-nnmt']],
  ] as const)('at "%s": %j', (station, units) => expect(unitsOf(aDossier(station))).toEqual(units));
});
