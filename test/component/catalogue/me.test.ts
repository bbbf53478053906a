import { describe, expect, it } from 'vitest';
import { province } from '#data/province.ts';
import { contract } from '#functions/catalogue/api/contract.ts';
import { makeHandlers } from '#functions/catalogue/api/handler.ts';
import { clerkClaims, served } from '#test/support/edge/served.ts';
import { noteMiss } from '#test/support/no-misses.ts';
import { provinceCatalogue as catalogue } from '#test/support/province.ts';
import { aClock } from '#test/support/worlds.ts';

const { clock } = aClock();
const openApi = async () => ({ openapi: '3.1.0' as const, paths: {} });
const ask = served({
  contract,
  handlers: makeHandlers({ catalogue, clock, noteMiss, province, openApi }),
});

const me = (claims?: Readonly<Record<string, unknown>>, headers = {}) =>
  ask('GET /v1/me', { ...(claims && { claims }), headers });

describe('who has signed in', () => {
  it('is told their name, their place by its name, and what a scan may weigh', async () => {
    const { status, body } = await me({ ...clerkClaims, name: 'Nguyễn Thị Lan' });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: 'lan',
      name: 'Nguyễn Thị Lan',
      capacities: [
        {
          role: 'clerk',
          office: {
            id: 'bd-vi-thanh',
            name: 'Bưu điện Vị Thanh',
            intakeModes: expect.arrayContaining(['onestop']),
          },
        },
      ],
      limits: {
        scanBytes: 20_000_000,
        scanPages: 300,
        batchBytes: 100_000_000,
        batchFiles: 100,
      },
      now: expect.stringMatching(/\+07:00$/),
    });
  });

  it('with several roles has several capacities, each with the place of that role alone', async () => {
    const both = { ...clerkClaims, 'cognito:groups': ['clerk', 'officer'], agency: 'ct-nnmt' };
    const { body } = await me(both);
    expect(body.capacities).toEqual([
      { role: 'clerk', office: expect.objectContaining({ id: 'bd-vi-thanh' }) },
      {
        role: 'officer',
        agency: {
          id: 'ct-nnmt',
          name: 'Sở Nông nghiệp và Môi trường thành phố Cần Thơ',
        },
      },
    ]);
    // They have not chosen yet, and need not: no capacity is asked for here.
    expect((await me(both, { 'acting-as': 'officer' })).body).toEqual(body);
  });

  it('without a place for a role has no such capacity; a supervisor needs none', async () => {
    const groups = (...names: readonly string[]) => ({
      sub: 'x',
      token_use: 'access',
      'cognito:groups': names,
    });
    expect((await me(groups('clerk'))).body.capacities).toEqual([]);
    expect((await me(groups())).body.capacities).toEqual([]);
    expect((await me(groups('supervisor'))).body.capacities).toEqual([{ role: 'supervisor' }]);
  });

  it('at a place that the catalogue no longer names is told its id', async () => {
    const { body } = await me({ ...clerkClaims, office: 'bd-cu' });
    expect(body.capacities[0].office).toEqual({ id: 'bd-cu', name: 'bd-cu', intakeModes: [] });
  });

  it('is asked for: no token, and an identity token, are refused', async () => {
    expect((await me()).body.code).toBe('token-missing');
    expect((await me({ ...clerkClaims, token_use: 'id' })).body.code).toBe('token-missing');
  });
});
