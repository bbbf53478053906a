import { describe, expect, it } from 'vitest';
import { packable } from '#domain/dossier/steps/handover.ts';
import type { Party } from '#domain/handover/pouch.ts';
import { aDossier, aProcedure, type Station } from '#test/support/dossiers.ts';

const office = (id: string): Party => ({ kind: 'office', id });
const agency = (id: string): Party => ({ kind: 'agency', id });
const viThanh = office('bd-vi-thanh');
const owner = agency('ct-nnmt');

const packed = (station: Station, from: Party, to: Party): string => {
  const line = packable(aDossier(station), aProcedure, from, to);
  return line.ok ? 'packed' : line.refusal.code;
};

describe('the papers of a dossier go into a pouch', () => {
  it.each([
    ['from its post office to the agency that has it', 'accepted', viThanh, owner, 'packed'],
    ['from its agency back to its post office', 'decided', owner, viThanh, 'packed'],
  ] as const)('%s', (_, station, from, to, expected) => {
    expect(packed(station, from, to)).toBe(expected);
  });

  it.each([
    ['to another agency', 'accepted', viThanh, agency('ct-tp')],
    ['from a post office that has nothing to do with it', 'accepted', office('bd-nga-bay'), owner],
    ['from its agency to another post office', 'decided', owner, office('bd-nga-bay')],
    ['before they bear any number', 'scanned', viThanh, owner],
  ] as const)('and never %s', (_, station, from, to) => {
    expect(packed(station, from, to)).toBe('pouch-wrong-way');
  });
});
