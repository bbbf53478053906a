import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { accepted, type Staff, staff } from '#test/support/journeys.ts';
import { anyone, raw, simulators } from '#test/support/people.ts';

/** Telephones of their own: a number gets three codes an hour. */
const phone = '+84985000111';
const corrected = '+84985000222';
const person = {
  name: 'Nguyễn Thị Bé Năm',
  personalNumber: '093085007654',
  address: 'Ấp 7, xã Vị Đông, TP Cần Thơ',
};

let who: Staff;
let dossier: Awaited<ReturnType<typeof accepted>>;
let theirs: Awaited<ReturnType<typeof accepted>>;

beforeAll(async () => {
  who = await staff();
  dossier = await accepted(who.clerk, { applicant: { ...person, phone } });
  theirs = await accepted(who.clerk, { applicant: { ...person, phone: '+84985000333' } });
});

const codesOf = async (of: string): Promise<readonly string[]> => {
  const messages = await simulators().messages(of);
  return messages.flatMap(({ text }) => /Ma xac nhan (\d{8})/.exec(text)?.[1] ?? []);
};

const ask = async (of: string) =>
  (await anyone().call('POST /v1/phone/otp', { body: { phone: of } })).challenge;

/** What a citizen types: the answer to the request, and the digits of the SMS that comes of it. */
const received = async (of: string) => {
  const before = (await codesOf(of)).length;
  const challenge = await ask(of);
  const otp = await eventually(async () => (await codesOf(of))[before]);
  return { phone: of, challenge, otp };
};

type Typed = Awaited<ReturnType<typeof received>>;
const open = async (body: Typed) => (await anyone().call('POST /v1/phone/session', { body })).token;
const denied = async (body: Typed) =>
  (await anyone().refused(401, 'POST /v1/phone/session', { body })).code;
const listed = async (token: string) =>
  (await anyone(token).call('GET /v1/phone/dossiers')).items.map(({ code }) => code);
const shut = async (token: string) =>
  (await anyone(token).refused(401, 'GET /v1/phone/dossiers')).code;

let first: string;

describe('a citizen with a telephone', () => {
  it('opens a session once by the digits of the SMS, and is refused with any other', async () => {
    const typed = await received(phone);
    const wrong = typed.otp === '00000000' ? '00000001' : '00000000';
    expect(await denied({ ...typed, otp: wrong })).toBe('otp-denied');
    expect(await denied({ ...typed, phone: corrected })).toBe('otp-denied');
    expect(await denied({ ...typed, challenge: 'x'.repeat(43) })).toBe('otp-denied');
    first = await open(typed);
    expect(await denied(typed)).toBe('otp-denied');
  });

  it('sees code, status and dates of the own dossiers, and nothing else', async () => {
    const { items, next } = await anyone(first).call('GET /v1/phone/dossiers');
    expect(next).toBeUndefined();
    expect(items).toEqual([
      {
        code: dossier.code,
        status: expect.any(String),
        statusText: { vi: expect.any(String), en: expect.any(String) },
        nationalStatus: expect.any(Number),
        acceptedAt: expect.any(String),
        dueAt: expect.any(String),
      },
    ]);
    const text = JSON.stringify(items);
    for (const secret of [...Object.values(person), phone, theirs.code, dossier.trackingSecret])
      expect(text).not.toContain(secret);
  });

  it('is no staff and no holder of a receipt: the session opens no other route', async () => {
    for (const path of ['/v1/dossiers?status=accepted', '/v1/track/detail', '/v1/queue/board'])
      expect([401, 403]).toContain((await raw('GET', path, { token: first })).status);
  });

  it('guesses five times, and then not even the right digits help', async () => {
    const typed = await received(phone);
    const wrong = typed.otp === '00000000' ? '00000001' : '00000000';
    for (let n = 0; n < 5; n++) expect(await denied({ ...typed, otp: wrong })).toBe('otp-denied');
    expect(await denied(typed)).toBe('otp-denied');
  });

  it('asks three times an hour for one number, and gets no fourth code', async () => {
    await received(phone);
    const before = await codesOf(phone);
    expect(before).toHaveLength(3);
    const asked = { body: { phone } };
    const refused = await anyone().refused(429, 'POST /v1/phone/otp', asked);
    expect(refused.code).toBe('too-many-tries');
    // Asked later and answered: what a fourth request would have sent would be here before.
    await received(corrected);
    expect(await codesOf(phone)).toEqual(before);
  });

  it('is told which field is wrong when it is no number', async () => {
    const answer = await raw('POST', '/v1/phone/otp', { body: { phone: '12345' } });
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { code: 'request-invalid', issues: [{ path: 'body.phone' }] },
    ]);
  });

  it('sees a dossier no more once its number is corrected; the right number does', async () => {
    expect(await listed(first)).toEqual([dossier.code]);
    const { dossierId } = dossier;
    await who.clerk.call('POST /v1/dossiers/{dossierId}/contact', {
      params: { dossierId },
      body: { phone: corrected, reason: 'wrong-number' },
    });
    expect(await listed(first)).toEqual([]);
    const second = await open(await received(corrected));
    expect(await listed(second)).toEqual([dossier.code]);
  });

  it('signs out at once, and a token that was kept is worth nothing', async () => {
    await anyone(first).call('POST /v1/phone/session/end', { body: {} });
    expect(await shut(first)).toBe('phone-session-invalid');
    const again = await anyone(first).refused(401, 'POST /v1/phone/session/end', { body: {} });
    expect(again.code).toBe('phone-session-invalid');
  });
});
