import { beforeAll, describe, expect, it } from 'vitest';
import type { Sent } from '#local/play/client.ts';
import { eventually } from '#test/support/eventually.ts';
import { leased, pulled, type Staff, scanned, staff } from '#test/support/journeys.ts';
import { jpegPage } from '#test/support/papers.ts';
import { simulators } from '#test/support/people.ts';

let who: Staff;

beforeAll(async () => {
  who = await staff();
});

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const request = 'POST /v1/dossiers/{dossierId}/supplements';
type Request = Sent<typeof request>;

const item = {
  id: 'don-dang-ky',
  copyKind: 'original',
  count: 1,
  reason: 'Đơn thiếu chữ ký',
} as const;
const ask = (leaseNo: number, change: Partial<Request> = {}): Request => ({
  leaseNo,
  items: [item],
  reason: 'Đơn phải có chữ ký của người sử dụng đất',
  answerBy: inDays(30),
  ...change,
});

describe('a supplement', () => {
  it('goes to the citizen and back, with a new manifest and a term counted anew', async () => {
    const { clerk, officer } = who;
    const { dossierId, leaseNo, code, manifestHash } = await leased(clerk, officer);
    const params = { dossierId };
    const asked = await officer.call(request, { params, body: ask(leaseNo) });
    expect(asked.status).toBe('supplement-requested');
    await eventually(async () => {
      const messages = await simulators().messages();
      return messages.some(({ text }) => text.includes(code) && text.includes('bo sung'))
        ? true
        : undefined;
    });

    const lists = await Promise.all([
      clerk.call('GET /v1/dossiers', { query: { status: 'supplement-requested', limit: 100 } }),
      officer.call('GET /v1/departments/{agencyId}/inbox', {
        params: { agencyId: 'ct-nnmt' },
        query: { state: 'with-citizen', limit: 100 },
      }),
    ]);
    for (const { items } of lists)
      expect(items.find((line) => line.dossierId === dossierId)?.answerBy).toBe(inDays(30));

    const receive = 'POST /v1/dossiers/{dossierId}/supplements/received';
    const early = await clerk.refused(409, receive, { params, body: {} });
    expect(early.code).toBe('component-unscanned');
    await scanned(clerk, dossierId, await jpegPage(7_001), { component: item.id });
    const received = await clerk.call(receive, { params, body: {} });
    expect(received.manifestHash).not.toBe(manifestHash);

    const second = await pulled(officer, 'ct-nnmt', dossierId);
    const acknowledge = 'POST /v1/dossiers/{dossierId}/acknowledge';
    const old = { params, body: { leaseNo: second, manifestHash } };
    expect((await officer.refused(409, acknowledge, old)).code).toBe('manifest-mismatch');
    const fresh = { params, body: { leaseNo: second, manifestHash: received.manifestHash } };
    expect((await officer.call(acknowledge, fresh)).status).toBe('in-progress');

    const repeat = await officer.refused(409, request, { params, body: ask(second) });
    expect(repeat.code).toBe('supplement-repeated');
    await officer.call(request, { params, body: ask(second, { confirmsRepeat: true }) });
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
    const params = { dossierId };
    const answer = await who.officer.attempt(request, { params, body: ask(leaseNo, change) });
    expect(answer).toMatchObject({ ok: false, problem: { code } });
    const read = await who.clerk.call('GET /v1/dossiers/{dossierId}', { params });
    expect(read.status).toBe('accepted');
  });
});
