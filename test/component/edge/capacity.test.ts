import { describe, expect, it } from 'vitest';
import type { Role, StaffMember } from '#domain/actor/actor.ts';
import { callerAs } from '#edge/actor.ts';

const member = (roles: readonly Role[], at: Partial<StaffMember> = {}): StaffMember => ({
  kind: 'staff',
  id: 'ngan',
  roles,
  office: 'bd-vi-thanh',
  agency: 'ct-nnmt',
  ...at,
});
const both = member(['clerk', 'officer']);
const clerk = { kind: 'staff', id: 'ngan', role: 'clerk', office: 'bd-vi-thanh' };
const officer = { kind: 'staff', id: 'ngan', role: 'officer', agency: 'ct-nnmt' };

describe('a person of two roles', () => {
  it.each<readonly [string, readonly Role[], StaffMember, string | undefined, object | string]>([
    ['acts as the one that the route allows', ['clerk'], both, undefined, clerk],
    ['has the place of that one alone', ['officer', 'leader'], both, undefined, officer],
    ['must choose where both may', ['clerk', 'officer'], both, undefined, 'capacity-unchosen'],
    ['acts as the one chosen', ['clerk', 'officer'], both, 'officer', officer],
    ['may not choose what the route does not allow', ['clerk'], both, 'officer', 'role-missing'],
    ['may not choose what is not theirs', ['leader'], both, 'leader', 'role-missing'],
    ['may not choose what is no role', ['clerk'], both, 'king', 'role-missing'],
    [
      'has no role without its place',
      ['clerk', 'officer'],
      { kind: 'staff', id: 'ngan', roles: ['clerk', 'officer'], agency: 'ct-nnmt' },
      undefined,
      officer,
    ],
    [
      'has no place as supervisor',
      ['supervisor'],
      member(['clerk', 'supervisor']),
      undefined,
      { kind: 'staff', id: 'ngan', role: 'supervisor' },
    ],
  ])('%s', (_, who, person, named, expected) => {
    expect(callerAs(who, person, named)).toEqual(expected);
  });
});
