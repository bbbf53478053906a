import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import {
  aPairedDevice,
  type PairedDevice,
  pairWith,
  startedPairing,
  tokenFor,
} from '#test/support/paired-device.ts';
import { anyone, type Person, person, type RawAnswer, raw } from '#test/support/people.ts';

const home = 'bd-nga-bay';
const another = 'bd-vi-thanh';
const group = 'nop-ho-so';

let supervisor: Person;
let kiosk: PairedDevice;
let display: PairedDevice;
let elsewhere: PairedDevice;

beforeAll(async () => {
  supervisor = await person('binh.giamsat');
  kiosk = await aPairedDevice(home, 'kiosk');
  display = await aPairedDevice(home, 'display');
  elsewhere = await aPairedDevice(another, 'display');
});

const listed = async (office: string, deviceId: string, list: 'live' | 'revoked' = 'live') =>
  (await supervisor.call('GET /v1/devices', { query: { office, list } })).items.find(
    (each) => each.deviceId === deviceId,
  );

const board = (device: PairedDevice) => device.call('GET /v1/queue/board');
const take = (key?: string) =>
  kiosk.call('POST /v1/queue/kiosk/tickets', { body: { group }, ...(key && { key }) });

/** The gateway lets ten pairings through at once and five a second: who was too quick asks again. */
const patiently = (ask: () => Promise<RawAnswer>): Promise<RawAnswer> =>
  eventually(async () => {
    const told = await ask();
    return told.status === 429 && told.body['code'] === undefined ? undefined : told;
  });
const pairing = (code: string) =>
  patiently(() => raw('POST', '/v1/devices/pair', { body: { code } }));
const notPaired = async (code: string) => {
  const { status, body } = await pairing(code);
  expect(status).toBe(401);
  return body['code'];
};
const noToken = async (deviceId: string, secret: string) =>
  (await anyone().refused(401, 'POST /v1/devices/token', { body: { deviceId, secret } })).code;

describe('pairing', () => {
  it('takes a code once; what is typed afterwards is refused', async () => {
    const { code } = await startedPairing(home, 'kiosk');
    expect(code).toMatch(/^\d{6}-\d{6}$/);
    expect(await pairWith(code)).toMatchObject({ office: home, kind: 'kiosk' });
    const refused = await anyone().refused(401, 'POST /v1/devices/pair', { body: { code } });
    expect(refused).toMatchObject({
      code: 'pairing-denied',
      title: 'Mã ghép nối không đúng, đã dùng hoặc đã hết hạn',
      titleEn: 'The pairing code is wrong, used or expired',
    });
  });

  it('is over after five wrong codes', async () => {
    const { code } = await startedPairing(home, 'kiosk');
    const wrong = `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`;
    for (let n = 0; n < 5; n++) expect(await notPaired(wrong)).toBe('pairing-denied');
    expect(await notPaired(code)).toBe('pairing-denied');
  });

  it('is refused for what is no code, with the field that is wrong', async () => {
    const answer = await pairing('48291');
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { code: 'request-invalid', issues: [{ path: 'body.code' }] },
    ]);
  });
});

describe('a device', () => {
  it('knows which one it is, and where', async () => {
    expect(await kiosk.call('GET /v1/devices/self')).toMatchObject({
      deviceId: kiosk.deviceId,
      office: home,
      kind: 'kiosk',
    });
  });

  it('gives numbers of its own office, whatever the request says', async () => {
    const before = [await board(display), await board(elsewhere)] as const;
    expect((await take()).number).toMatch(/^A\d{3}$/);
    const smuggled = await raw('POST', '/v1/queue/kiosk/tickets', {
      token: kiosk.token,
      body: { group, office: another },
    });
    expect(smuggled.status).toBe(400);
    expect((await board(display)).waiting).toBe(before[0].waiting + 1);
    expect(await board(elsewhere)).toEqual(before[1]);
  });

  it('gives one number for a button that is pressed twice', async () => {
    const first = await take('press-0001');
    expect(await take('press-0001')).toEqual(first);
  });

  it('shows the calls of its own office and no other’s', async () => {
    const clerk = await person('minh.ngabay');
    await take();
    const counter = 'quay-9';
    const { number, ticketId } = await clerk.call('POST /v1/queue/calls', { body: { counter } });
    const shown = { counter, number };
    expect((await board(display)).serving).toContainEqual(shown);
    expect((await board(elsewhere)).serving).not.toContainEqual(shown);
    const asked = await raw('GET', `/v1/queue/board?office=${home}`, { token: elsewhere.token });
    expect(asked.body['serving']).not.toContainEqual(shown);
    const finished = { params: { ticketId }, body: {} };
    await clerk.call('POST /v1/queue/tickets/{ticketId}/finish', finished);
  });

  it('that is no kiosk gives no numbers', async () => {
    const refused = await display.refused(403, 'POST /v1/queue/kiosk/tickets', { body: { group } });
    expect(refused.code).toBe('role-missing');
  });

  it('gets no token for another’s secret', async () => {
    expect(await noToken(kiosk.deviceId, display.secret)).toBe('device-denied');
  });

  it('is listed at its office by the name that it is given', async () => {
    const name = 'Máy lấy số cửa sau';
    const { deviceId } = kiosk;
    const renaming = { params: { deviceId }, body: { name } };
    await supervisor.call('POST /v1/devices/{deviceId}/rename', renaming);
    expect(await listed(home, deviceId)).toMatchObject({
      state: 'paired',
      name,
      lastSeenAt: expect.any(String),
    });
    expect(await listed(another, deviceId)).toBeUndefined();
  });
});

describe('a revoked device', () => {
  it('gets no token at once, and is let in nowhere within thirty seconds', async () => {
    const lost = await aPairedDevice(home, 'display');
    const { deviceId, secret } = lost;
    await board(lost);
    const unshown = await tokenFor(deviceId, secret);
    const revocation = { params: { deviceId }, body: {} };
    const revoked = await supervisor.call('POST /v1/devices/{deviceId}/revoke', revocation);
    const revokedAt = Date.now();
    expect(revoked.state).toBe('revoked');
    expect(await noToken(deviceId, secret)).toBe('device-denied');
    // No verdict is kept of a token that nobody has shown yet.
    await anyone(unshown).refused(403, 'GET /v1/queue/board');
    const isShut = async () =>
      (await raw('GET', '/v1/queue/board', { token: lost.token })).status === 403
        ? true
        : undefined;
    await eventually(isShut, 40_000);
    expect(Date.now() - revokedAt).toBeLessThan(35_000);
    expect(await listed(home, deviceId)).toBeUndefined();
    expect(await listed(home, deviceId, 'revoked')).toMatchObject({ state: 'revoked' });
  });
});
