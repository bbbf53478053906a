import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { leased, staff } from '#test/support/journeys.ts';
import { call } from '#test/support/people.ts';

let who: Awaited<ReturnType<typeof staff>>;

beforeAll(async () => {
  who = await staff();
});

interface View {
  readonly status: string;
  readonly acceptance: { readonly dueAt: string; readonly code: string };
  readonly department: { readonly agency: string };
}

const read = async (dossierId: string): Promise<View> =>
  (await who.clerk.get<View>(`/v1/dossiers/${dossierId}`)).body;

const acknowledged = async () => {
  const dossier = await leased(who.clerk, who.officer);
  const { dossierId, leaseNo, manifestHash } = dossier;
  await who.officer.post(`/v1/dossiers/${dossierId}/acknowledge`, { leaseNo, manifestHash });
  return dossier;
};

const sms = (code: string, word: string): Promise<true> =>
  eventually(async () => {
    const { body } = await call<{ messages: { text: string }[] }>('GET', '/sim/phone/messages');
    return (
      body.messages.some(({ text }) => text.includes(code) && text.includes(word)) || undefined
    );
  });

const workingDayAfter = (iso: string): string => {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() % 6 === 0);
  return day.toISOString().slice(0, 10);
};

describe('the department’s desk', () => {
  it('apologises once, with a new date that the citizen is told', async () => {
    const { dossierId, leaseNo, code } = await acknowledged();
    const before = (await read(dossierId)).acceptance.dueAt;
    const asked = { leaseNo, reason: 'Chờ xác minh', newDueDay: workingDayAfter(before) };
    const extended = await who.officer.post(`/v1/dossiers/${dossierId}/extension`, asked);
    expect(extended.status).toBe(200);
    expect((await read(dossierId)).acceptance.dueAt.slice(0, 10)).toBe(asked.newDueDay);
    await sms(code, 'xin loi');
    const again = { ...asked, newDueDay: workingDayAfter(asked.newDueDay) };
    const second = await who.officer.post(`/v1/dossiers/${dossierId}/extension`, again);
    expect(second.body['code']).toBe('extension-repeated');
    const form = await who.clerk.get(`/v1/dossiers/${dossierId}/documents/extension.pdf`);
    expect([form.status, form.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  it('stops and goes on, and prints the notice while it stands still', async () => {
    const { dossierId, leaseNo, code } = await acknowledged();
    const path = `/v1/dossiers/${dossierId}`;
    expect((await who.clerk.get(`${path}/documents/stop.pdf`)).status).toBe(409);
    await who.officer.post(`${path}/stop`, { leaseNo, reason: 'Có tranh chấp' });
    expect((await read(dossierId)).status).toBe('stopped');
    await sms(code, 'dung giai quyet');
    expect((await who.clerk.get(`${path}/documents/stop.pdf`)).status).toBe(200);
    await who.officer.post(`${path}/resume`, {});
    expect((await read(dossierId)).status).toBe('in-progress');
  });

  it('lets the citizen withdraw, and gives the papers back', async () => {
    const { dossierId, code } = await acknowledged();
    const path = `/v1/dossiers/${dossierId}`;
    const asked = { reason: 'Không còn nhu cầu', identityChecked: true };
    expect((await who.clerk.post(`${path}/withdrawal`, asked)).body['status']).toBe(
      'withdrawal-requested',
    );
    await who.officer.post(`${path}/withdrawal/grant`, {});
    await sms(code, 'da duoc rut');
    const hand = { identityChecked: true, signatureSha256: 'a'.repeat(64) };
    expect((await who.clerk.post(`${path}/papers/given-back`, hand)).status).toBe(200);
    const papers = await who.clerk.get<{ stillOwed: unknown[] }>(`${path}/papers`);
    expect(papers.body.stillOwed).toEqual([]);
  });

  it('hands a mis-routed dossier on; the date stays and the first department sees it no more', async () => {
    const { dossierId, leaseNo } = await acknowledged();
    const before = await read(dossierId);
    const path = `/v1/dossiers/${dossierId}`;
    const to = { leaseNo, toAgency: 'ct-tp', reason: 'Thuộc Sở Tư pháp' };
    expect((await who.officer.post(`${path}/transfer`, to)).status).toBe(200);
    await eventually(async () => {
      const seen = await who.otherOfficer.get(path);
      return seen.status === 200 || undefined;
    });
    expect((await who.officer.get(path)).status).toBe(404);
    const after = await read(dossierId);
    expect(after.acceptance).toEqual(before.acceptance);
    expect(after.department.agency).toBe('ct-tp');
  });

  it('takes supplements at another post office, from whoever holds the receipt', async () => {
    const { dossierId, leaseNo, code, trackingSecret } = await acknowledged();
    const item = { id: 'don-dang-ky', copyKind: 'original', count: 1, reason: 'Thiếu chữ ký' };
    const answerBy = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await who.officer.post(`/v1/dossiers/${dossierId}/supplements`, {
      leaseNo,
      items: [item],
      reason: 'Cần chữ ký',
      answerBy,
    });
    const other = who.otherClerk;
    expect((await other.get(`/v1/dossiers/${dossierId}`)).status).toBe(404);
    const wrong = await other.post('/v1/dossiers/join', { code, secret: 'AAAAAAAA' });
    expect(wrong.body['code']).toBe('tracking-denied');
    expect((await other.post('/v1/dossiers/join', { code, secret: trackingSecret })).status).toBe(
      200,
    );
    expect((await other.get(`/v1/dossiers/${dossierId}`)).status).toBe(200);
  });
});
