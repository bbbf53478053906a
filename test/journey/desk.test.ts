import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { acknowledged as acknowledgedBy, type Staff, staff } from '#test/support/journeys.ts';
import { simulators } from '#test/support/people.ts';

let who: Staff;

beforeAll(async () => {
  who = await staff();
});

const read = (dossierId: string) =>
  who.clerk.call('GET /v1/dossiers/{dossierId}', { params: { dossierId } });

const dueAtOf = async (dossierId: string): Promise<string> =>
  (await read(dossierId)).acceptance?.dueAt ?? '';

const acknowledged = () => acknowledgedBy(who.clerk, who.officer);

const sms = (code: string, word: string): Promise<true> =>
  eventually(async () => {
    const messages = await simulators().messages();
    return messages.some(({ text }) => text.includes(code) && text.includes(word)) || undefined;
  });

const workingDayAfter = (iso: string): string => {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() % 6 === 0);
  return day.toISOString().slice(0, 10);
};

const form = 'GET /v1/dossiers/{dossierId}/documents/{form}';

describe('the department’s desk', () => {
  it('apologises once, with a new date that the citizen is told', async () => {
    const { dossierId, leaseNo, code } = await acknowledged();
    const params = { dossierId };
    const extend = 'POST /v1/dossiers/{dossierId}/extension';
    const newDueDay = workingDayAfter(await dueAtOf(dossierId));
    const asked = { leaseNo, reason: 'Chờ xác minh', newDueDay };
    await who.officer.call(extend, { params, body: asked });
    expect((await dueAtOf(dossierId)).slice(0, 10)).toBe(newDueDay);
    await sms(code, 'xin loi');
    const again = { ...asked, newDueDay: workingDayAfter(newDueDay) };
    const second = await who.officer.refused(409, extend, { params, body: again });
    expect(second.code).toBe('extension-repeated');
    const printed = await who.clerk.call(form, { params: { ...params, form: 'extension.pdf' } });
    expect(printed).toBeInstanceOf(Uint8Array);
  });

  it('stops and goes on, and prints the notice while it stands still', async () => {
    const { dossierId, leaseNo, code } = await acknowledged();
    const params = { dossierId };
    const notice = { params: { dossierId, form: 'stop.pdf' } };
    await who.clerk.refused(409, form, notice);
    await who.officer.call('POST /v1/dossiers/{dossierId}/stop', {
      params,
      body: { leaseNo, reason: 'Có tranh chấp' },
    });
    expect((await read(dossierId)).status).toBe('stopped');
    await sms(code, 'dung giai quyet');
    expect(await who.clerk.call(form, notice)).toBeInstanceOf(Uint8Array);
    await who.officer.call('POST /v1/dossiers/{dossierId}/resume', { params, body: {} });
    expect((await read(dossierId)).status).toBe('in-progress');
  });

  it('lets the citizen withdraw, and gives the papers back', async () => {
    const { dossierId, code } = await acknowledged();
    const params = { dossierId };
    const withdrawn = await who.clerk.call('POST /v1/dossiers/{dossierId}/withdrawal', {
      params,
      body: { reason: 'Không còn nhu cầu', identityChecked: true },
    });
    expect(withdrawn.status).toBe('withdrawal-requested');
    await who.officer.call('POST /v1/dossiers/{dossierId}/withdrawal/grant', { params, body: {} });
    await sms(code, 'da duoc rut');
    await who.clerk.call('POST /v1/dossiers/{dossierId}/papers/given-back', {
      params,
      body: {
        identityChecked: true,
        receiverName: 'Nguyễn Thị Ánh',
        signatureSha256: 'a'.repeat(64),
      },
    });
    const papers = await who.clerk.call('GET /v1/dossiers/{dossierId}/papers', { params });
    expect(papers.stillOwed).toEqual([]);
  });

  it('hands a mis-routed dossier on; the date stays and the first department sees it no more', async () => {
    const { dossierId, leaseNo } = await acknowledged();
    const params = { dossierId };
    const before = await read(dossierId);
    await who.officer.call('POST /v1/dossiers/{dossierId}/transfer', {
      params,
      body: { leaseNo, toAgency: 'ct-tp', reason: 'Thuộc Sở Tư pháp' },
    });
    await eventually(async () => {
      const seen = await who.otherOfficer.attempt('GET /v1/dossiers/{dossierId}', { params });
      return seen.ok || undefined;
    });
    await who.officer.refused(404, 'GET /v1/dossiers/{dossierId}', { params });
    const after = await read(dossierId);
    expect(after.acceptance).toEqual(before.acceptance);
    expect(after.department?.agency).toBe('ct-tp');
  });

  it('takes supplements at another post office, from whoever holds the receipt', async () => {
    const { dossierId, leaseNo, code, trackingSecret } = await acknowledged();
    const params = { dossierId };
    await who.officer.call('POST /v1/dossiers/{dossierId}/supplements', {
      params,
      body: {
        leaseNo,
        items: [{ id: 'don-dang-ky', copyKind: 'original', count: 1, reason: 'Thiếu chữ ký' }],
        reason: 'Cần chữ ký',
        answerBy: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
      },
    });
    const other = who.otherClerk;
    await other.refused(404, 'GET /v1/dossiers/{dossierId}', { params });
    const join = 'POST /v1/dossiers/join';
    const wrong = await other.attempt(join, { body: { code, secret: 'AAAAAAAA' } });
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'tracking-denied' } });
    await other.call(join, { body: { code, secret: trackingSecret } });
    expect((await other.call('GET /v1/dossiers/{dossierId}', { params })).dossierId).toBe(
      dossierId,
    );
  });
});
