import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { registered, staff } from '#test/support/journeys.ts';

let who: Awaited<ReturnType<typeof staff>>;

beforeAll(async () => {
  who = await staff();
});

const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

describe('what an office prints of its day', () => {
  it('is the tracking book, also once a dossier has gone on, and for a supervisor who names it', async () => {
    await registered(who.clerk);
    const path = `/v1/tracking-book.pdf?day=${today()}`;
    const own = await eventually(async () => {
      const answer = await who.clerk.get(path);
      return answer.status === 200 ? answer : undefined;
    });
    expect(own.headers.get('content-type')).toBe('application/pdf');
    expect((await who.supervisor.get(`${path}&office=bd-vi-thanh`)).status).toBe(200);
    const unnamed = await who.supervisor.get(path);
    expect(unnamed.body['code']).toBe('office-unknown');
    const beyond = await who.clerk.get(`${path}&part=99`);
    expect([beyond.status, beyond.body['code']]).toEqual([404, 'book-part-unknown']);
    expect((await who.clerk.get('/v1/tracking-book.pdf?day=2026-02-30')).status).toBe(400);
  });

  it('is the voucher of a receipt, of the own office only', async () => {
    const { dossierId } = await registered(who.clerk);
    const opened = await who.clerk.post<{ shiftId: string }>('/v1/shifts', { floatVnd: 0 });
    const payments = `/v1/dossiers/${dossierId}/payments`;
    const paid = await who.clerk.post<{ number: string }>(payments, { fee: 20_000 });
    const voucher = `/v1/receipts/${paid.body.number}/voucher.pdf`;
    const printed = await who.clerk.get(voucher);
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const elsewhere = await who.otherClerk.get(voucher);
    expect([elsewhere.status, elsewhere.body['code']]).toEqual([404, 'receipt-unknown']);
    const count = { 20000: 1 };
    await who.clerk.post(`/v1/shifts/${opened.body.shiftId}/close`, { count });
  });
});
