import { beforeAll, describe, expect, it } from 'vitest';
import { type DeviceKind, deviceKinds } from '#domain/actor/device.ts';
import { isForDevices, isForStaff, type Route } from '#edge/contract.ts';
import { contracts } from '#functions/contracts.ts';
import { sampleOf } from '#test/support/edge/samples.ts';
import { accepted, type Staff, staff } from '#test/support/journeys.ts';
import { aPairedDevice, type PairedDevice } from '#test/support/paired-device.ts';
import { raw } from '#test/support/people.ts';

/** Every route × everybody: generated from the contracts, so a new route is tested the day it is born. */
const routes: readonly (readonly [string, Route])[] = Object.values(contracts)
  .flatMap((contract): [string, Route][] => Object.entries(contract))
  .map(([operation, route]) => [`${operation} ${route.method} ${route.path}`, route]);

const guarded = routes.filter(([, { who }]) => isForStaff(who));
const byRole = routes.filter(([, { who }]) => Array.isArray(who));
const citizens = routes.filter(([, { who }]) => who === 'citizen');
const ofPhones = routes.filter(([, { who }]) => who === 'phone');
const ofDevices = routes.flatMap(([name, route]) =>
  isForDevices(route.who) ? [{ name, route, kinds: route.who.devices }] : [],
);
const nobodys = '01KAPXJ5V0ZK9Q4T8N6W2C7D3F';

const pathOf = ({ path }: Route, dossierId = nobodys, agency = 'ct-nnmt'): string =>
  path
    .replace('{dossierId}', dossierId)
    .replace('{scanId}', nobodys)
    .replace('{shipmentId}', nobodys)
    .replace('{returnOrderId}', nobodys)
    .replace('{deviceId}', nobodys)
    .replace('{agencyId}', agency)
    .replace('{reference}', `${nobodys}-4-accepted`)
    .replace('{assignment}', '1')
    .replace('{number}', '1')
    .replace('{receiptNumber}', 'BL-vi-thanh-261123-9999')
    .replace('{form}', 'receipt.pdf');

let who: Staff;
let dossierId: string;
let machines: ReadonlyMap<DeviceKind, PairedDevice>;

beforeAll(async () => {
  const paired = deviceKinds.map(
    async (kind) => [kind, await aPairedDevice('bd-vi-thanh', kind)] as const,
  );
  machines = new Map(await Promise.all(paired));
  who = await staff();
  ({ dossierId } = await accepted(who.clerk));
});

describe('without a token', () => {
  it.each(guarded)('%s is closed', async (_, route) => {
    const answer = await raw(route.method, pathOf(route), { body: {} });
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
    const answer = await raw(route.method, pathOf(route), { token: forged, body: {} });
    expect(answer.status).toBe(401);
  });
});

describe('a device’s route', () => {
  it('is there to be tried', () => {
    expect(ofDevices.length).toBeGreaterThan(1);
  });

  it.each(ofDevices)(
    '$name is closed without a token, to staff and to forgers',
    async ({ route }) => {
      const forged = `${nobodys}.9999999999999.${'0'.repeat(64)}`;
      expect((await raw(route.method, pathOf(route), { body: {} })).status).toBe(401);
      for (const token of [forged, who.clerk.token, who.officer.token])
        expect((await raw(route.method, pathOf(route), { token, body: {} })).status).toBe(403);
    },
  );

  it.each(
    ofDevices.flatMap(({ name, route, kinds }) =>
      deviceKinds.map((kind) => ({ name, route, kind, opens: kinds.includes(kind) })),
    ),
  )('$name opens to a $kind: $opens', async ({ route, kind, opens }) => {
    const token = machines.get(kind)?.token;
    const answer = await raw(route.method, pathOf(route), { token, body: {} });
    if (opens) expect([401, 403, 404]).not.toContain(answer.status);
    else expect([answer.status, answer.body['code']]).toEqual([403, 'role-missing']);
  });
});

describe('a device', () => {
  it.each(guarded)('%s, a route of staff, is closed to it', async (_, route) => {
    for (const { token } of machines.values())
      expect((await raw(route.method, pathOf(route), { token, body: {} })).status).toBe(401);
  });
});

describe('a citizen’s route', () => {
  it('is there to be tried', () => {
    expect(citizens.length).toBeGreaterThan(0);
  });

  it.each(citizens)('%s is closed without a session, and to staff', async (_, route) => {
    const forged = `${dossierId}.9999999999999.${'0'.repeat(64)}`;
    const machine = machines.get('kiosk')?.token;
    // Whole, so that it is the session that is missing.
    const body = route.method === 'POST' ? sampleOf(route.body) : {};
    for (const token of [undefined, forged, machine, who.clerk.token, who.officer.token]) {
      const answer = await raw(route.method, pathOf(route), { token, body });
      expect([answer.status, answer.body['code']]).toEqual([401, 'session-invalid']);
    }
  });
});

describe('a phone’s route', () => {
  it('is there to be tried', () => {
    expect(ofPhones.length).toBeGreaterThan(0);
  });

  it.each(ofPhones)('%s is closed without a session, to staff and to devices', async (_, route) => {
    const forged = 'A'.repeat(43);
    const machine = machines.get('kiosk')?.token;
    for (const token of [undefined, forged, machine, who.clerk.token, who.officer.token]) {
      const answer = await raw(route.method, pathOf(route), { token, body: {} });
      expect([answer.status, answer.body['code']]).toEqual([401, 'phone-session-invalid']);
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
  const forbidden = byRole.flatMap(([name, route]) =>
    roles
      .filter(([role]) => !(route.who as readonly string[]).includes(role))
      .map(([role, person]) => ({ name, route, role, person })),
  );

  it.each(forbidden)('$role may not $name', async ({ route, person }) => {
    const { token } = who[person];
    const answer = await raw(route.method, pathOf(route, dossierId), { token, body: {} });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'role-missing' });
  });
});

describe('with the right role at the wrong place', () => {
  const onDossier = byRole.filter(
    ([, { path, method }]) => path.includes('{dossierId}') && method === 'GET',
  );

  it.each(onDossier)(
    '%s: a clerk of another office and an officer of another department see nothing',
    async (_, route) => {
      const strangers = { clerk: who.otherClerk, officer: who.otherOfficer };
      for (const [role, stranger] of Object.entries(strangers)) {
        if (!(route.who as readonly string[]).includes(role)) continue;
        const answer = await raw('GET', pathOf(route, dossierId), { token: stranger.token });
        expect(answer.status).toBe(404);
      }
    },
  );

  it('another department’s inbox does not exist', async () => {
    const params = { agencyId: 'ct-nnmt' };
    await who.otherOfficer.refused(404, 'GET /v1/departments/{agencyId}/inbox', { params });
    await who.otherOfficer.refused(404, 'POST /v1/departments/{agencyId}/inbox/pull', {
      params,
      body: { max: 5, leaseSeconds: 600 },
    });
  });

  it('a worklist holds the own office’s dossiers only', async () => {
    const query = { status: 'accepted', limit: 100 } as const;
    const mine = await who.clerk.call('GET /v1/dossiers', { query });
    const theirs = await who.otherClerk.call('GET /v1/dossiers', { query });
    expect(mine.items.map((line) => line.dossierId)).toContain(dossierId);
    expect(new Set(mine.items.map(({ office }) => office))).toEqual(new Set(['bd-vi-thanh']));
    expect(theirs.items.map((line) => line.dossierId)).not.toContain(dossierId);
  });

  it('a cursor from another office opens no other office’s list', async () => {
    const page = await who.otherClerk.attempt('GET /v1/dossiers', {
      query: { status: 'accepted', after: `00000000000001#${dossierId}` },
    });
    const items = page.ok ? page.body.items : [];
    expect(items).not.toContainEqual(expect.objectContaining({ dossierId }));
  });
});
