import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { accepted, staff } from '#test/support/journeys.ts';
import { call, type Person, person } from '#test/support/people.ts';

let who: Awaited<ReturnType<typeof staff>>;
let supervisor: Person;

interface CallLine {
  readonly reference: string;
  readonly dossierId: string;
  readonly office: string;
  readonly code: string;
  readonly template: string;
  readonly reason: string;
  readonly phone?: string;
}

const behave = (mode: string) => call('POST', '/sim/phone/behaviour', { mode });

const callsOf = async (someone: Person, query = ''): Promise<readonly CallLine[]> =>
  (await someone.get<{ items: CallLine[] }>(`/v1/call-list?limit=50${query}`)).body.items;

const smsTo = async (phone: string, code: string): Promise<readonly { text: string }[]> => {
  const path = `/sim/phone/messages?phone=${encodeURIComponent(phone)}`;
  const { body } = await call<{ messages: { text: string }[] }>('GET', path);
  return body.messages.filter(({ text }) => text.includes(code));
};

/** Accepted, and the message of it did not arrive. */
const unreached = async () => {
  const dossier = await accepted(who.clerk);
  const line = await eventually(async () =>
    (await callsOf(who.clerk)).find(({ dossierId }) => dossierId === dossier.dossierId),
  );
  return { ...dossier, line };
};

beforeAll(async () => {
  who = await staff();
  supervisor = await person('binh.giamsat');
  await behave('fail');
});

afterAll(async () => {
  await behave('ok');
});

describe('the call list', () => {
  it('tells the dossier’s own office whom to call, and why', async () => {
    const { code, line } = await unreached();
    expect(line).toMatchObject({
      code,
      template: 'accepted',
      reason: 'undelivered',
      office: 'bd-vi-thanh',
      phone: '+84912345678',
    });
  });

  it('shows a supervisor the call without the number, another office nothing', async () => {
    const { line } = await unreached();
    const { phone: _, ...withoutPhone } = line;
    for (const query of ['', '&office=bd-vi-thanh'])
      expect(await callsOf(supervisor, query)).toContainEqual(withoutPhone);
    const theirs = (await callsOf(who.otherClerk)).map(({ reference }) => reference);
    expect(theirs).not.toContain(line.reference);
    const asked = await who.otherClerk.get('/v1/call-list?office=bd-vi-thanh');
    expect([asked.status, asked.body['code']]).toEqual([422, 'office-unknown']);
    const path = `/v1/call-list/${line.reference}/settled`;
    const settled = await who.otherClerk.post(path, { outcome: 'reached' });
    expect([settled.status, settled.body['code']]).toEqual([404, 'call-unknown']);
  });

  it('goes on from page to page', async () => {
    await unreached();
    await unreached();
    interface Page {
      readonly items: CallLine[];
      readonly next?: string;
    }
    const first = await who.clerk.get<Page>('/v1/call-list?limit=1');
    const after = encodeURIComponent(first.body.next ?? '');
    const second = await who.clerk.get<Page>(`/v1/call-list?limit=1&after=${after}`);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.items[0]?.reference).not.toBe(first.body.items[0]?.reference);
  });

  it('loses a call that was made, and keeps its first outcome', async () => {
    const { line } = await unreached();
    const path = `/v1/call-list/${line.reference}/settled`;
    const settled = await who.clerk.post(path, { outcome: 'reached', note: 'Đã báo ngày hẹn' });
    expect(settled.body).toMatchObject({
      outcome: 'reached',
      by: expect.stringMatching(/^staff:/),
    });
    expect((await who.clerk.post(path, { outcome: 'reached' })).body).toEqual(settled.body);
    const other = await who.clerk.post(path, { outcome: 'not-reached' });
    expect([other.status, other.body['code']]).toEqual([409, 'call-settled']);
    await eventually(async () => {
      const left = (await callsOf(who.clerk)).map(({ reference }) => reference);
      return left.includes(line.reference) ? undefined : true;
    });
  });
});

describe('a wrong number', () => {
  it('is corrected by the dossier’s office, and the code is told again to the right one', async () => {
    const { dossierId, code, line } = await unreached();
    await who.clerk.post(`/v1/call-list/${line.reference}/settled`, { outcome: 'wrong-number' });
    await behave('ok');
    const path = `/v1/dossiers/${dossierId}/contact`;
    const body = { phone: '0987.654.321', reason: 'wrong-number' };
    expect((await who.otherClerk.post(path, body)).status).toBe(404);
    const key = `contact-${dossierId}`;
    const corrected = await who.clerk.post(path, body, { key });
    expect(corrected.status).toBe(200);
    expect((await who.clerk.post(path, body, { key })).body).toEqual(corrected.body);
    const told = await eventually(async () => {
      const messages = await smsTo('+84987654321', code);
      return messages.length > 0 ? messages : undefined;
    });
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('da duoc tiep nhan');
    const read = await who.clerk.get<{ applicant: { phone: string } }>(`/v1/dossiers/${dossierId}`);
    expect(read.body.applicant.phone).toBe('+84987654321');
    const again = await who.clerk.post(path, body);
    expect([again.status, again.body['code']]).toEqual([409, 'contact-unchanged']);
    const history = await who.clerk.get<{ intact: boolean }>(`/v1/dossiers/${dossierId}/history`);
    expect(history.body.intact).toBe(true);
    expect(JSON.stringify(history.body)).toContain('contact-corrected');
    expect(JSON.stringify(history.body)).not.toContain('987654321');
    await behave('fail');
  });
});
