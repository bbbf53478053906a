import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { accepted, pulled, type Staff, staff } from '#test/support/journeys.ts';
import { anyone, person, raw, simulators } from '#test/support/people.ts';

/** A phone of its own: a number gets three codes an hour. */
const phone = '+84977000123';
const applicant = {
  name: 'Lê Thị Mai',
  personalNumber: '093185004321',
  phone,
  address: 'Ấp 1, xã Vị Thủy, TP Cần Thơ',
};

let who: Staff;
let dossier: Awaited<ReturnType<typeof accepted>>;

beforeAll(async () => {
  who = await staff();
  dossier = await accepted(who.clerk, { applicant });
  await pulled(who.officer, 'ct-nnmt', dossier.dossierId);
});

const history = () => `/v1/dossiers/${dossier.dossierId}/history`;

/** The log of the dossier, as the supervisor reads it. */
const entries = async () => {
  const { items } = await who.supervisor.call('GET /v1/dossiers/{dossierId}/access-log', {
    params: { dossierId: dossier.dossierId },
    query: { limit: 100 },
  });
  return items;
};

/** All that somebody of the staff has read, as the supervisor reads it. */
const readingsOf = async (staffId: string) => {
  const params = { staffId };
  const read = (after?: string) =>
    who.supervisor.call('GET /v1/staff/{staffId}/access-log', {
      params,
      query: { limit: 100, ...(after !== undefined && { after }) },
    });
  let page = await read();
  const items = [...page.items];
  while (page.next !== undefined) {
    page = await read(page.next);
    items.push(...page.items);
  }
  return items;
};

const sessionOf = async (): Promise<string> => {
  const { code, trackingSecret: secret } = dossier;
  await anyone().call('POST /v1/track/otp', { body: { code, secret } });
  const otp = await eventually(async () => {
    const messages = await simulators().messages(phone);
    return messages.flatMap(({ text }) => /Ma xac nhan (\d{6})/.exec(text)?.[1] ?? [])[0];
  });
  return (await anyone().call('POST /v1/track/session', { body: { code, secret, otp } })).token;
};

describe('who read a dossier', () => {
  it('is seen by the supervisor: the officer who did, in which capacity, and what', async () => {
    const params = { dossierId: dossier.dossierId };
    await who.officer.call('GET /v1/dossiers/{dossierId}/history', { params });
    await who.officer.call('GET /v1/dossiers/{dossierId}/money', { params });
    const read = (await entries()).filter(({ capacity }) => capacity === 'officer');
    expect(read.map(({ what }) => what)).toEqual(expect.arrayContaining(['history', 'money']));
    expect(read[0]).toMatchObject({
      reader: expect.stringMatching(/^staff:/),
      place: 'ct-nnmt',
      name: expect.any(String),
    });
  });

  it('has a line of everybody who was refused, with the person and the reason', async () => {
    const refusedOf = { otherClerk: 'dossier-unknown', supervisor: 'role-missing' } as const;
    for (const [name, code] of Object.entries(refusedOf)) {
      const { token } = who[name as keyof typeof refusedOf];
      expect((await raw('GET', history(), { token })).body['code']).toBe(code);
    }
    const path = `/v1/dossiers/${dossier.dossierId}/accept`;
    const tried = await raw('POST', path, {
      token: who.otherClerk.token,
      body: {},
    });
    expect(tried.status).toBe(404);
    const refused = (await entries()).filter((entry) => entry.refused !== undefined);
    expect(refused.map(({ what, refused: why }) => `${what} ${why}`)).toEqual(
      expect.arrayContaining([
        'history dossier-unknown',
        'history role-missing',
        'act dossier-unknown',
      ]),
    );
    const [one] = refused.filter(({ what }) => what === 'act');
    const { items } = await who.supervisor.call('GET /v1/staff/{staffId}/access-log', {
      params: { staffId: one?.reader.replace('staff:', '') ?? '' },
      query: { limit: 50 },
    });
    expect(items).toContainEqual(one);
  });

  it('is seen by the citizen, with place and capacity and without a name', async () => {
    const citizen = anyone(await sessionOf());
    await citizen.call('GET /v1/track/detail');
    const { items } = await citizen.call('GET /v1/track/access-log', { query: { limit: 100 } });
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          by: 'staff',
          capacity: 'officer',
          place: 'ct-nnmt',
          wasRefused: false,
        }),
        expect.objectContaining({ by: 'staff', what: 'history', wasRefused: true }),
        expect.objectContaining({ by: 'citizen', what: 'tracking', wasRefused: false }),
      ]),
    );
    const names = (await entries()).flatMap(({ name }) => name ?? []);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(JSON.stringify(items)).not.toContain(name);
  });

  it('is seen by the leader of the agency that has it, which leaves a line itself', async () => {
    const params = { dossierId: dossier.dossierId };
    const query = { limit: 100 };
    const { items } = await who.leader.call('GET /v1/dossiers/{dossierId}/access-log', {
      params,
      query,
    });
    const officer = items.find(({ capacity }) => capacity === 'officer');
    expect(officer).toMatchObject({ place: 'ct-nnmt' });
    const staffId = officer?.reader.replace('staff:', '') ?? '';
    const own = await who.leader.call('GET /v1/staff/{staffId}/access-log', {
      params: { staffId },
      query,
    });
    expect(new Set(own.items.map(({ place }) => place))).toEqual(new Set(['ct-nnmt']));
    const [line] = (await entries()).filter(({ what }) => what === 'access-log');
    expect(line).toMatchObject({ capacity: 'leader', place: 'ct-nnmt' });
    const read = await readingsOf(line?.reader.replace('staff:', '') ?? '');
    // Whoever reads several things at once has several chains a day, and each is told by itself.
    expect(read).toContainEqual(
      expect.objectContaining({
        operation: 'readStaffAccess',
        what: 'access-log',
        subject: officer?.reader,
      }),
    );
  });

  it('is not there for the leader of another agency, nor what their own people did not read', async () => {
    const path = `/v1/dossiers/${dossier.dossierId}/access-log`;
    const { token } = await person('loan.hoaan');
    expect((await raw('GET', path, { token })).body['code']).toBe('dossier-unknown');
    const refused = (await entries()).find(({ refused: code }) => code === 'dossier-unknown');
    expect(refused).toMatchObject({ what: 'access-log', place: 'ct-x-hoa-an', capacity: 'leader' });
    const [officer] = (await entries()).filter(({ capacity }) => capacity === 'officer');
    const ofOfficer = `/v1/staff/${officer?.reader.replace('staff:', '')}/access-log`;
    expect((await raw('GET', ofOfficer, { token })).body['code']).toBe('staff-unknown');
  });

  it('is nobody else’s business', async () => {
    const path = `/v1/dossiers/${dossier.dossierId}/access-log`;
    for (const { token } of [who.clerk, who.courier, who.officer])
      expect((await raw('GET', path, { token })).body['code']).toBe('role-missing');
  });
});
