import { describe, expect, it } from 'vitest';
import { readRecord } from '#adapters/stored/record.ts';
import { type KeptRecord, type RecordKind, unlistedKind } from '#ports/records.ts';

interface Planted extends KeptRecord {
  readonly offices: readonly string[];
}
const kind: RecordKind<Planted> = {
  ...unlistedKind<Planted>('planted'),
  steps: [({ office, ...rest }) => ({ ...rest, offices: [office] })],
};
const today = { id: 'a', version: 3, offices: ['bd-vi-thanh'] };

describe('a stored record', () => {
  it.each([
    [undefined, { id: 'a', version: 3, office: 'bd-vi-thanh' }],
    [1, { id: 'a', version: 3, office: 'bd-vi-thanh' }],
    [2, today],
  ])('of version %s is read in the form of today', (version, stored) => {
    expect(readRecord(kind, version, stored)).toEqual(today);
  });

  it('of a version to come is refused by name', () => {
    expect(() => readRecord(kind, 3, today)).toThrow('record planted is stored in version 3');
    expect(() => readRecord(unlistedKind('plain'), 2, today)).toThrow('record plain');
  });

  it('that is none is refused', () => {
    expect(() => readRecord(kind, 2, { offices: [] })).toThrow();
  });
});
