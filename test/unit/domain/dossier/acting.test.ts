import { describe, expect, it } from 'vitest';
import { actingAs, type Role, type Staff } from '#domain/actor/actor.ts';
import { type Act, acts, mayAct } from '#domain/dossier/acts.ts';
import { relationsOf } from '#domain/dossier/relation.ts';
import { mayOpen, maySee } from '#domain/dossier/visibility.ts';
import { aDossier, aScan, monday9 } from '#test/support/dossiers.ts';

const person = { kind: 'staff', id: 'lan' } as const;
const office = 'bd-vi-thanh';
const agency = 'ct-nnmt';

describe('a person acts in one role, at the place of that role alone', () => {
  it.each<readonly [Role, { office?: string; agency?: string }, object | undefined]>([
    ['clerk', { office, agency }, { office }],
    ['clerk', { agency }, undefined],
    ['officer', { office, agency }, { agency }],
    ['officer', { office }, undefined],
    ['supervisor', { office, agency }, {}],
  ])('%s at %j: %j', (role, places, place) => {
    const acting = actingAs({ ...person, roles: [role], ...places }, role);
    expect(acting).toEqual(place && { ...person, role, ...place });
  });

  it('and in none that the token does not give', () =>
    expect(actingAs({ ...person, roles: ['clerk'], office }, 'courier')).toBeUndefined());
});

describe('whoever has no place', () => {
  it.each<Staff>([
    { ...person, role: 'clerk' },
    { ...person, role: 'officer' },
  ])('is nothing to a dossier: $role', (staff) =>
    expect(relationsOf(staff, aDossier('waiting'))).toEqual([]),
  );

  it('but a supervisor stands over all of them, sees none, and may declare a parcel lost or hold the file', () => {
    const supervisor: Staff = { ...person, role: 'supervisor' };
    const dossier = aDossier('waiting');
    expect(relationsOf(supervisor, dossier)).toEqual(['supervision']);
    expect(maySee(supervisor, dossier)).toBe(false);
    const allowed = Object.keys(acts).filter((act) => mayAct(act as Act, supervisor, dossier));
    expect(allowed).toEqual(['declare-loss', 'lay-hold', 'lift-hold']);
  });

  it('opens no file of it, and no carrier does', () => {
    const scan = { ...aScan(), state: 'quarantined', requestedAt: monday9 } as const;
    expect(mayOpen({ ...person, role: 'officer' }, aDossier('waiting'), scan)).toBe(false);
    expect(mayOpen({ kind: 'carrier', id: 'vnpost' }, aDossier('dispatched'), scan)).toBe(false);
  });
});

describe('a citizen with a session', () => {
  const dossier = aDossier('waiting');
  const actsOf = (id: string) => {
    const citizen = { kind: 'citizen', id } as const;
    return Object.keys(acts).filter((act) => mayAct(act as Act, citizen, dossier));
  };

  it('does one thing with the dossier of the session, and nothing with any other', () => {
    expect(actsOf(dossier.id)).toEqual(['choose-delivery']);
    expect(actsOf('01ANOTHERDOSSIER0000000000')).toEqual([]);
    expect(relationsOf({ kind: 'citizen', id: 'another' }, dossier)).toEqual([]);
  });
});
