import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { leased, scanned, staff } from '#test/support/journeys.ts';
import { jpegPage } from '#test/support/papers.ts';
import { call } from '#test/support/people.ts';

let who: Awaited<ReturnType<typeof staff>>;

beforeAll(async () => {
  who = await staff();
});

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const item = { id: 'don-dang-ky', copyKind: 'original', count: 1, reason: 'Đơn thiếu chữ ký' };
const ask = (leaseNo: number, change: Record<string, unknown> = {}) => ({
  leaseNo,
  items: [item],
  reason: 'Đơn phải có chữ ký của người sử dụng đất',
  answerBy: inDays(30),
  ...change,
});

describe('a supplement', () => {
  it('goes to the citizen and back, with a new manifest and a term counted anew', async () => {
    const { dossierId, leaseNo, code, manifestHash } = await leased(who.clerk, who.officer);
    const asked = await who.officer.post(`/v1/dossiers/${dossierId}/supplements`, ask(leaseNo));
    expect(asked.body).toMatchObject({ status: 'supplement-requested' });
    await eventually(async () => {
      const { body } = await call<{ messages: { text: string }[] }>('GET', '/sim/phone/messages');
      return body.messages.some(({ text }) => text.includes(code) && text.includes('bo sung'))
        ? true
        : undefined;
    });

    type Lines = { items: { dossierId: string; answerBy?: string }[] };
    const lines = await Promise.all([
      who.clerk.get<Lines>('/v1/dossiers?status=supplement-requested&limit=100'),
      who.officer.get<Lines>('/v1/departments/ct-nnmt/inbox?state=with-citizen&limit=100'),
    ]);
    for (const { body } of lines)
      expect(body.items.find((line) => line.dossierId === dossierId)?.answerBy).toBe(inDays(30));

    const early = await who.clerk.post(`/v1/dossiers/${dossierId}/supplements/received`, {});
    expect([early.status, early.body['code']]).toEqual([409, 'component-unscanned']);
    await scanned(who.clerk, dossierId, await jpegPage(7_001), { component: item.id });
    const received = await who.clerk.post<{ manifestHash: string; dueAt: string }>(
      `/v1/dossiers/${dossierId}/supplements/received`,
      {},
    );
    expect(received.status).toBe(200);
    expect(received.body.manifestHash).not.toBe(manifestHash);

    const again = await who.officer.post<{ leased: { leaseNo: number }[] }>(
      '/v1/departments/ct-nnmt/inbox/pull',
      { max: 1, leaseSeconds: 600, dossierIds: [dossierId] },
    );
    const second = again.body.leased[0]?.leaseNo ?? 0;
    const old = await who.officer.post(`/v1/dossiers/${dossierId}/acknowledge`, {
      leaseNo: second,
      manifestHash,
    });
    expect(old.body['code']).toBe('manifest-mismatch');
    const fresh = await who.officer.post(`/v1/dossiers/${dossierId}/acknowledge`, {
      leaseNo: second,
      manifestHash: received.body.manifestHash,
    });
    expect(fresh.body['status']).toBe('in-progress');

    const repeat = await who.officer.post(`/v1/dossiers/${dossierId}/supplements`, ask(second));
    expect([repeat.status, repeat.body['code']]).toEqual([409, 'supplement-repeated']);
    const meant = await who.officer.post(
      `/v1/dossiers/${dossierId}/supplements`,
      ask(second, { confirmsRepeat: true }),
    );
    expect(meant.status).toBe(200);
  });

  it.each([
    [
      'papers that the procedure does not have',
      { items: [{ ...item, id: 'ho-khau' }] },
      'component-unknown',
    ],
    ['an answer yesterday', { answerBy: inDays(-2) }, 'answer-day-invalid'],
    ['an empty list', { items: [] }, 'request-invalid'],
    ['a day that is none', { answerBy: '2026-02-30' }, 'request-invalid'],
  ])('is refused with %s, and the dossier stays where it is', async (_, change, code) => {
    const { dossierId, leaseNo } = await leased(who.clerk, who.officer);
    const answer = await who.officer.post(
      `/v1/dossiers/${dossierId}/supplements`,
      ask(leaseNo, change),
    );
    expect(answer.body['code']).toBe(code);
    expect((await who.clerk.get(`/v1/dossiers/${dossierId}`)).body['status']).toBe('accepted');
  });
});
