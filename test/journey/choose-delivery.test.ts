import { beforeAll, describe, expect, it } from 'vitest';
import { bringResult } from '#local/play/bring-result.ts';
import { eventually } from '#test/support/eventually.ts';
import { accepted, decided, type Staff, staff } from '#test/support/journeys.ts';
import { anyone, simulators } from '#test/support/people.ts';

let who: Staff;
beforeAll(async () => {
  who = await staff();
});

const applicantWith = (phone: string) => ({
  name: 'Trần Thị Bảy',
  personalNumber: '093185004321',
  phone,
  address: 'Ấp 5, xã Vị Thủy, TP Cần Thơ',
});

/** By the receipt and the six digits of an SMS. */
const sessionOf = async (
  { code, trackingSecret: secret }: { readonly code: string; readonly trackingSecret: string },
  phone: string,
) => {
  const before = (await texts(phone)).flatMap(digitsIn).length;
  await anyone().call('POST /v1/track/otp', { body: { code, secret } });
  const otp = await eventually(async () => (await texts(phone)).flatMap(digitsIn)[before]);
  const { token } = await anyone().call('POST /v1/track/session', { body: { code, secret, otp } });
  return anyone(token);
};

const texts = async (phone: string): Promise<readonly string[]> =>
  (await simulators().messages(phone)).map(({ text }) => text);
const digitsIn = (text: string) => /Ma xac nhan (\d{6})/.exec(text)?.[1] ?? [];

const door = { kind: 'address', commune: 'ct-p-nga-bay', address: 'Số 8, hẻm 3' } as const;

describe('a citizen who wants the result elsewhere', () => {
  const phone = '+84987650331';

  it('is told what it costs, chooses once, and the number of the dossier hears of it', async () => {
    const dossier = await accepted(who.clerk, {
      applicant: applicantWith(phone),
      fees: { stateFeesVnd: 50_000, postageVnd: 20_000 },
    });
    const { dossierId } = dossier;
    const citizen = await sessionOf(dossier, phone);
    const ways = await citizen.call('GET /v1/track/delivery');
    expect(ways.home).toMatchObject({ id: 'bd-vi-thanh' });
    expect(ways.communes).toContainEqual({
      id: 'ct-p-nga-bay',
      name: expect.stringContaining('Ngã Bảy'),
      moreVnd: 8_000,
    });

    const refusedWith = async (status: number, body: object) =>
      (await citizen.refused(status, 'POST /v1/track/delivery', { body })).code;
    const outside = { ...door, commune: 'hcm-p-sai-gon' };
    expect(await refusedWith(422, { to: outside })).toBe('address-outside');
    const nowhere = { kind: 'office', office: 'bd-ha-noi' };
    expect(await refusedWith(422, { to: nowhere })).toBe('office-hands-nothing-out');
    expect(await refusedWith(422, { wish: { day: '2020-01-02' } })).toBe('wished-day-invalid');
    expect(await refusedWith(400, {})).toBe('request-invalid');
    expect(await refusedWith(400, { to: { ...door, address: ' ' } })).toBe('request-invalid');

    const chosen = await citizen.call('POST /v1/track/delivery', { body: { to: door } });
    expect(chosen.moreVnd).toBe(8_000);
    expect(await refusedWith(409, { to: door })).toBe('delivery-chosen-before');
    expect(await citizen.call('GET /v1/track/delivery')).toMatchObject({
      shut: 'delivery-chosen-before',
      chosen: { to: { ...door, name: expect.any(String) }, moreVnd: 8_000 },
    });
    const told = await eventually(async () =>
      (await texts(phone)).find((text) => text.includes('doi cach nhan ket qua')),
    );
    expect(told).toContain(dossier.code);
    expect(told).not.toContain('hem 3');

    const history = await who.clerk.call('GET /v1/dossiers/{dossierId}/history', {
      params: { dossierId },
    });
    expect(history.intact).toBe(true);
    expect(history.events.at(-1)).toMatchObject({
      type: 'delivery-chosen',
      actor: `citizen:${dossierId}`,
    });
    const money = await who.clerk.call('GET /v1/dossiers/{dossierId}/money', {
      params: { dossierId },
    });
    expect(money.outstanding).toMatchObject({ postageVnd: 28_000 });
  });

  it('may not without a session', async () => {
    const forged = await anyone('forged').refused(401, 'POST /v1/track/delivery', {
      body: { to: door },
    });
    expect(forged.code).toBe('session-invalid');
  });
});

describe('the counter', () => {
  it('takes it down with the card seen, prints it on the label, and then no more', async () => {
    const { clerk, officer, courier, otherClerk } = who;
    const { dossierId } = await decided(clerk, officer);
    const params = { dossierId };
    const asked = { to: door, identityChecked: true } as const;
    const unseen = await clerk.refused(400, 'POST /v1/dossiers/{dossierId}/delivery', {
      params,
      body: { to: door, identityChecked: false as never },
    });
    expect(unseen.code).toBe('request-invalid');
    const stranger = { params, body: asked };
    const path = 'POST /v1/dossiers/{dossierId}/delivery';
    expect((await otherClerk.refused(404, path, stranger)).code).toBe('dossier-unknown');
    await bringResult({ clerk, officer, courier }, dossierId);
    await clerk.call(path, stranger);
    const seen = await officer.call('GET /v1/dossiers/{dossierId}', { params });
    expect(JSON.stringify(seen)).not.toContain('hẻm 3');
    const { shipmentId } = await clerk.call('POST /v1/shipments', {
      body: { dossierId, carrier: 'vnpost' },
    });
    const { recipient } = await clerk.call('GET /v1/shipments/{shipmentId}', {
      params: { shipmentId },
    });
    expect(recipient.address).toMatch(/^Số 8, hẻm 3, phường Ngã Bảy/);
    expect((await clerk.refused(409, path, stranger)).code).toBe('result-has-left');
  });
});
