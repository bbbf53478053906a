import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { accepted, type Staff, staff } from '#test/support/journeys.ts';
import { type Person, simulators } from '#test/support/people.ts';

let who: Staff;

const behave = (mode: string) => simulators().post('/sim/phone/behaviour', { mode });

const callsOf = async (someone: Person, office?: string) =>
  (await someone.call('GET /v1/call-list', { query: { limit: 50, office } })).items;

const smsTo = async (phone: string, code: string): Promise<readonly { text: string }[]> => {
  const messages = await simulators().messages(phone);
  return messages.filter(({ text }) => text.includes(code));
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
    for (const office of [undefined, 'bd-vi-thanh'])
      expect(await callsOf(who.supervisor, office)).toContainEqual(withoutPhone);
    const theirs = (await callsOf(who.otherClerk)).map(({ reference }) => reference);
    expect(theirs).not.toContain(line.reference);
    const asked = await who.otherClerk.refused(422, 'GET /v1/call-list', {
      query: { office: 'bd-vi-thanh' },
    });
    expect(asked.code).toBe('office-unknown');
    const settled = await who.otherClerk.refused(404, 'POST /v1/call-list/{reference}/settled', {
      params: { reference: line.reference },
      body: { outcome: 'reached' },
    });
    expect(settled.code).toBe('call-unknown');
  });

  it('goes on from page to page', async () => {
    await unreached();
    await unreached();
    const page = (after?: string) =>
      who.clerk.call('GET /v1/call-list', { query: { limit: 1, after } });
    const first = await page();
    const second = await page(first.next);
    expect(second.items).toHaveLength(1);
    expect(second.items[0]?.reference).not.toBe(first.items[0]?.reference);
  });

  it('loses a call that was made, and keeps its first outcome', async () => {
    const { line } = await unreached();
    const params = { reference: line.reference };
    const settle = 'POST /v1/call-list/{reference}/settled';
    const made = { outcome: 'reached', note: 'Đã báo ngày hẹn' } as const;
    const settled = await who.clerk.call(settle, { params, body: made });
    expect(settled).toMatchObject({ outcome: 'reached', by: expect.stringMatching(/^staff:/) });
    const again = { params, body: { outcome: 'reached' } } as const;
    expect(await who.clerk.call(settle, again)).toEqual(settled);
    const not = { params, body: { outcome: 'not-reached' } } as const;
    expect((await who.clerk.refused(409, settle, not)).code).toBe('call-settled');
    await eventually(async () => {
      const left = (await callsOf(who.clerk)).map(({ reference }) => reference);
      return left.includes(line.reference) ? undefined : true;
    });
  });
});

describe('a wrong number', () => {
  it('is corrected by the dossier’s office, and the code is told again to the right one', async () => {
    const { dossierId, code, line } = await unreached();
    await who.clerk.call('POST /v1/call-list/{reference}/settled', {
      params: { reference: line.reference },
      body: { outcome: 'wrong-number' },
    });
    await behave('ok');
    const params = { dossierId };
    const correct = 'POST /v1/dossiers/{dossierId}/contact';
    const correction = {
      params,
      body: { phone: '0987.654.321', reason: 'wrong-number' },
      key: `contact-${dossierId}`,
    } as const;
    await who.otherClerk.refused(404, correct, correction);
    const corrected = await who.clerk.call(correct, correction);
    expect(await who.clerk.call(correct, correction)).toEqual(corrected);
    const told = await eventually(async () => {
      const messages = await smsTo('+84987654321', code);
      return messages.length > 0 ? messages : undefined;
    });
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('da duoc tiep nhan');
    const { applicant } = await who.clerk.call('GET /v1/dossiers/{dossierId}', { params });
    expect(applicant.phone).toBe('+84987654321');
    const again = { ...correction, key: `again-${dossierId}` };
    expect((await who.clerk.refused(409, correct, again)).code).toBe('contact-unchanged');
    const history = await who.clerk.call('GET /v1/dossiers/{dossierId}/history', { params });
    expect(history.intact).toBe(true);
    expect(JSON.stringify(history)).toContain('contact-corrected');
    expect(JSON.stringify(history)).not.toContain('987654321');
    await behave('fail');
  });
});
