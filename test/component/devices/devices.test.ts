import { expect, it } from 'vitest';
import { minutes } from '#domain/time/instant.ts';
import { describeBothStores, type Stores } from '#test/support/both-stores.ts';
import { aDeviceDesk, supervisor, supervisorOf } from '#test/support/devices.ts';
import { got } from '#test/support/offline.ts';
import { refusal } from '#test/support/shipments.ts';

const idempotency = undefined;
const denied = refusal('pairing-denied');

/** The code with its last digit changed. */
const wrong = (code: string): string => `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`;

const tokenFor = async (
  { issueToken }: ReturnType<typeof aDeviceDesk>,
  { device, secret }: { readonly device: { readonly id: string }; readonly secret: string },
) => issueToken({ deviceId: device.id, secret });

describeBothStores('a pairing', (open: () => Stores) => {
  it('turns a code into a secret, and the secret into tokens of that device and office', async () => {
    const desk = aDeviceDesk(open());
    const started = got(await desk.start('bd-nga-bay', 'display'));
    expect(started.code).toMatch(/^\d{6}-\d{6}$/);
    const paired = got(await desk.pair(started.code));
    expect(paired.device).toMatchObject({ id: started.device.id, office: 'bd-nga-bay' });
    const { token } = got(await tokenFor(desk, paired));
    expect(await desk.authorize(token)).toEqual({
      kind: 'device',
      id: started.device.id,
      office: 'bd-nga-bay',
      deviceKind: 'display',
    });
  });

  it('asked for again under its key is of the same device, by another code', async () => {
    const desk = aDeviceDesk(open());
    const key = { scope: 'binh', key: `start-${desk.sourceIp}-${Date.now()}`, requestHash: 'h' };
    const asked = { actor: supervisor, idempotency: key, office: 'bd-vi-thanh', name: 'K' };
    const start = async () => got(await desk.startPairing({ ...asked, kind: 'kiosk' }));
    const [first, second] = [await start(), await start()];
    expect(second.device).toEqual(first.device);
    expect(second.code).not.toBe(first.code);
    expect(JSON.stringify(await desk.ledger.answer(key.scope, key.key))).not.toContain(
      first.code.slice(-6),
    );
    got(await desk.pair(second.code));
    expect(await desk.pair(first.code)).toEqual(denied);
  });

  it('keeps neither the code’s digits nor the secret', async () => {
    const desk = aDeviceDesk(open());
    const { code, device } = got(await desk.start());
    const { secret } = got(await desk.pair(code));
    const kept = JSON.stringify(
      got(await desk.manage.list(supervisor, device.office, 'live')).find(
        ({ id }) => id === device.id,
      ),
    );
    expect(kept).toContain('credential');
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(code.slice(-6));
  });

  it('is done by one of ten that type the code at once', async () => {
    const desk = aDeviceDesk(open());
    const { code } = got(await desk.start());
    const typed = await Promise.all(Array.from({ length: 10 }, () => desk.pair(code)));
    expect(typed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await desk.pair(code)).toEqual(denied);
  });

  it('ends after five wrong codes, however many are typed at once', async () => {
    const desk = aDeviceDesk(open());
    const { code } = got(await desk.start());
    const guesses = Array.from({ length: 5 }, () => desk.pair(wrong(code)));
    for (const guess of await Promise.all(guesses)) expect(guess).toEqual(denied);
    expect(await desk.pair(code)).toEqual(denied);
  });

  it('is not harmed by codes of no pairing', async () => {
    const desk = aDeviceDesk(open());
    const { code } = got(await desk.start());
    const [handle = '', secret = ''] = code.split('-');
    for (let n = 0; n < 6; n++)
      expect(await desk.pair(`${wrong(handle)}-${secret}`)).toEqual(denied);
    expect((await desk.pair(code)).ok).toBe(true);
  });

  it('waits ten minutes, and no longer', async () => {
    const desk = aDeviceDesk(open());
    const codes = [got(await desk.start()).code, got(await desk.start()).code] as const;
    desk.advance(minutes(9.99));
    expect((await desk.pair(codes[0])).ok).toBe(true);
    desk.advance(minutes(0.01));
    expect(await desk.pair(codes[1])).toEqual(denied);
  });

  it('is called off by revoking the device before it is paired', async () => {
    const desk = aDeviceDesk(open());
    const { code, device } = got(await desk.start());
    got(await desk.manage.revoke({ actor: supervisor, idempotency, id: device.id }));
    expect(await desk.pair(code)).toEqual(denied);
  });

  it('is tried sixty times in a quarter of an hour by one address, not by all', async () => {
    const desk = aDeviceDesk(open());
    for (let n = 0; n < 60; n++) await desk.pair('000000-000000');
    const { code } = got(await desk.start());
    expect(await desk.pair(code)).toMatchObject(refusal('too-many-tries'));
    expect((await desk.pair(code, '198.51.100.9')).ok).toBe(true);
  });

  it('is begun at an office that there is, by a supervisor of it', async () => {
    const { startPairing } = aDeviceDesk(open());
    const at = (office: string, actor = supervisor) =>
      startPairing({ actor, idempotency, office, kind: 'kiosk', name: 'K' });
    expect(await at('bd-nowhere')).toEqual(refusal('office-unknown'));
    expect(await at('bd-vi-thanh', supervisorOf('bd-nga-bay'))).toEqual(refusal('office-unknown'));
    expect((await at('bd-nga-bay', supervisorOf('bd-nga-bay'))).ok).toBe(true);
  });
});

describeBothStores('a token', (open: () => Stores) => {
  it('is given for the secret of that device only', async () => {
    const desk = aDeviceDesk(open());
    const [mine, other] = [await desk.paired(), await desk.paired()];
    const nobody = { device: { id: '01KAPXJ5V0ZK9Q4T8N6W2C7D3F' }, secret: mine.secret };
    for (const claimed of [{ ...mine, secret: other.secret }, { ...mine, secret: '' }, nobody])
      expect(await tokenFor(desk, claimed)).toEqual(refusal('device-denied'));
    const pending = got(await desk.start());
    expect(await tokenFor(desk, { ...pending, secret: mine.secret })).toEqual(
      refusal('device-denied'),
    );
  });

  it('holds for ten minutes', async () => {
    const desk = aDeviceDesk(open());
    const { token, expiresAt } = got(await tokenFor(desk, await desk.paired()));
    desk.advance(minutes(9.99));
    expect(await desk.authorize(token)).toBeDefined();
    desk.setTo(expiresAt);
    expect(await desk.authorize(token)).toBeUndefined();
  });

  it('opens nothing when it is changed, another’s or none', async () => {
    const desk = aDeviceDesk(open());
    const [mine, other] = [await desk.paired(), await desk.paired()];
    const { token } = got(await tokenFor(desk, mine));
    const [id = '', expiry = '', mac = ''] = token.split('.');
    const forged = [
      `${other.device.id}.${expiry}.${mac}`,
      `${id}.${Number(expiry) + 1}.${mac}`,
      `${id}.${expiry}.${'0'.repeat(64)}`,
      // A citizen's session of the same shape, sealed for another purpose.
      `${id}.${expiry}.${await desk.seals.mac('session', `${id}.${expiry}`)}`,
      mine.secret,
      '',
    ];
    for (const each of forged)
      expect([each, await desk.authorize(each)]).toEqual([each, undefined]);
  });

  it('opens nothing from the moment the device is revoked, and no other is given', async () => {
    const desk = aDeviceDesk(open());
    const paired = await desk.paired();
    const { token } = got(await tokenFor(desk, paired));
    const revocation = { actor: supervisor, idempotency, id: paired.device.id };
    got(await desk.manage.revoke(revocation));
    expect(await desk.authorize(token)).toBeUndefined();
    expect(await tokenFor(desk, paired)).toEqual(refusal('device-denied'));
    expect(await desk.manage.revoke(revocation)).toEqual(refusal('device-revoked'));
  });
});

describeBothStores('the devices of an office', (open: () => Stores) => {
  it('are listed with when each was last seen, and gone from the list once revoked', async () => {
    const desk = aDeviceDesk(open());
    const paired = await desk.paired();
    const { id } = paired.device;
    const find = async (list: 'live' | 'revoked') =>
      got(await desk.manage.list(supervisor, 'bd-vi-thanh', list)).find((each) => each.id === id);
    desk.advance(minutes(30));
    got(await tokenFor(desk, paired));
    expect(await find('live')).toMatchObject({ lastSeenAt: desk.clock.now() });
    expect(await find('revoked')).toBeUndefined();
    got(await desk.manage.revoke({ actor: supervisor, idempotency, id }));
    expect(await find('live')).toBeUndefined();
    expect(await find('revoked')).toMatchObject({
      revocation: { by: supervisor.id, at: desk.clock.now() },
    });
  });

  it('are nobody’s at another office: neither seen, nor renamed, nor revoked', async () => {
    const desk = aDeviceDesk(open());
    const { device } = await desk.paired('bd-vi-thanh');
    const stranger = supervisorOf('bd-nga-bay');
    const change = { actor: stranger, idempotency, id: device.id };
    expect(await desk.manage.list(stranger, 'bd-vi-thanh', 'live')).toEqual(
      refusal('office-unknown'),
    );
    expect(await desk.manage.rename({ ...change, name: 'X' })).toEqual(refusal('device-unknown'));
    expect(await desk.manage.revoke(change)).toEqual(refusal('device-unknown'));
    const theirs = got(await desk.manage.list(stranger, 'bd-nga-bay', 'live'));
    expect(theirs.map(({ id }) => id)).not.toContain(device.id);
  });

  it('are renamed while they are not revoked, and once under one key', async () => {
    const desk = aDeviceDesk(open());
    const { device } = await desk.paired();
    const key = { scope: 'binh', key: `rename-${device.id}`, requestHash: 'h' };
    const change = { actor: supervisor, idempotency: key, id: device.id, name: 'Cửa sau' };
    const first = await desk.manage.rename(change);
    expect(got(first)).toMatchObject({ name: 'Cửa sau', version: device.version + 1 });
    expect(await desk.manage.rename(change)).toEqual(first);
    got(await desk.manage.revoke({ ...change, idempotency }));
    expect(await desk.manage.rename({ ...change, idempotency })).toEqual(refusal('device-revoked'));
  });

  it('know themselves', async () => {
    const desk = aDeviceDesk(open());
    const paired = await desk.paired();
    const actor = await desk.authorize(got(await tokenFor(desk, paired)).token);
    if (!actor) throw new Error('not let in');
    expect(got(await desk.manage.self(actor))).toMatchObject({ id: paired.device.id });
  });
});
