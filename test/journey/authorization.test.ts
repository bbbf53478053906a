import { beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '#edge/contract.ts';
import { contracts } from '#functions/contracts.ts';
import { accepted, staff } from '#test/support/journeys.ts';
import { call } from '#test/support/people.ts';

/** Every route × everybody: generated from the contracts, so a new route is tested the day it is born. */
const routes: readonly (readonly [string, Route])[] = Object.values(contracts)
  .flatMap((contract): [string, Route][] => Object.entries(contract))
  .map(([operation, route]) => [`${operation} ${route.method} ${route.path}`, route]);

const guarded = routes.filter(([, { who }]) => Array.isArray(who));
const citizens = routes.filter(([, { who }]) => who === 'citizen');
const nobodys = '01KAPXJ5V0ZK9Q4T8N6W2C7D3F';

const pathOf = ({ path }: Route, dossierId = nobodys, agency = 'ct-nnmt'): string =>
  path
    .replace('{dossierId}', dossierId)
    .replace('{scanId}', nobodys)
    .replace('{shipmentId}', nobodys)
    .replace('{returnOrderId}', nobodys)
    .replace('{agencyId}', agency)
    .replace('{reference}', `${nobodys}-4-accepted`)
    .replace('{assignment}', '1')
    .replace('{number}', '1')
    .replace('{receiptNumber}', 'BL-vi-thanh-261123-9999')
    .replace('{form}', 'receipt.pdf');

let who: Awaited<ReturnType<typeof staff>>;
let dossierId: string;

beforeAll(async () => {
  who = await staff();
  ({ dossierId } = await accepted(who.clerk));
});

describe('without a token', () => {
  it.each(guarded)('%s is closed', async (_, route) => {
    const answer = await call(route.method, pathOf(route), {});
    expect(answer.status).toBe(401);
  });

  it.each(guarded)('%s is closed to a token that is not ours', async (_, route) => {
    const forged = [
      Buffer.from('{"alg":"none"}').toString('base64url'),
      Buffer.from('{"sub":"x","cognito:groups":["clerk"],"office":"bd-vi-thanh"}').toString(
        'base64url',
      ),
      '',
    ].join('.');
    const answer = await call(route.method, pathOf(route), {}, { token: forged });
    expect(answer.status).toBe(401);
  });
});

describe('a citizen’s route', () => {
  it('is there to be tried', () => {
    expect(citizens.length).toBeGreaterThan(0);
  });

  it.each(citizens)('%s is closed without a session, and to staff', async (_, route) => {
    const forged = `${dossierId}.9999999999999.${'0'.repeat(64)}`;
    for (const token of [undefined, forged, who.clerk.token, who.officer.token]) {
      const answer = await call(route.method, pathOf(route), {}, { token });
      expect([answer.status, answer.body['code']]).toEqual([401, 'session-invalid']);
    }
  });
});

describe('with a role that the route does not name', () => {
  const roles = [
    ['clerk', 'clerk'],
    ['courier', 'courier'],
    ['officer', 'officer'],
    ['leader', 'leader'],
  ] as const;
  const forbidden = guarded.flatMap(([name, route]) =>
    roles
      .filter(([role]) => !(route.who as readonly string[]).includes(role))
      .map(([role, person]) => ({ name, route, role, person })),
  );

  it.each(forbidden)('$role may not $name', async ({ route, person }) => {
    const { token } = who[person];
    const answer = await call(route.method, pathOf(route, dossierId), {}, { token });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'role-missing' });
  });
});

describe('with the right role at the wrong place', () => {
  const onDossier = guarded.filter(
    ([, { path, method }]) => path.includes('{dossierId}') && method === 'GET',
  );

  it.each(onDossier)(
    '%s: a clerk of another office and an officer of another department see nothing',
    async (_, route) => {
      const strangers = { clerk: who.otherClerk, officer: who.otherOfficer };
      for (const [role, stranger] of Object.entries(strangers)) {
        if (!(route.who as readonly string[]).includes(role)) continue;
        const answer = await stranger.get(pathOf(route, dossierId));
        expect(answer.status).toBe(404);
      }
    },
  );

  it('another department’s inbox does not exist', async () => {
    expect((await who.otherOfficer.get('/v1/departments/ct-nnmt/inbox')).status).toBe(404);
    const pull = await who.otherOfficer.post('/v1/departments/ct-nnmt/inbox/pull', {
      max: 5,
      leaseSeconds: 600,
    });
    expect(pull.status).toBe(404);
  });

  it('a worklist holds the own office’s dossiers only', async () => {
    const mine = await who.clerk.get<{ items: { dossierId: string; office: string }[] }>(
      '/v1/dossiers?status=accepted&limit=100',
    );
    const theirs = await who.otherClerk.get<{ items: { dossierId: string }[] }>(
      '/v1/dossiers?status=accepted&limit=100',
    );
    expect(mine.body.items.map((line) => line.dossierId)).toContain(dossierId);
    expect(new Set(mine.body.items.map(({ office }) => office))).toEqual(new Set(['bd-vi-thanh']));
    expect(theirs.body.items.map((line) => line.dossierId)).not.toContain(dossierId);
  });

  it('a cursor from another office opens no other office’s list', async () => {
    const cursor = `00000000000001#${dossierId}`;
    const page = await who.otherClerk.get<{ items: { dossierId: string }[] }>(
      `/v1/dossiers?status=accepted&after=${encodeURIComponent(cursor)}`,
    );
    expect(page.body.items ?? []).not.toContainEqual(expect.objectContaining({ dossierId }));
  });
});
