import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { registered, type Staff, staff } from '#test/support/journeys.ts';

let who: Staff;

beforeAll(async () => {
  who = await staff();
});

const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

describe('what an office prints of its day', () => {
  it('is the tracking book, also once a dossier has gone on, and for a supervisor who names it', async () => {
    await registered(who.clerk);
    const book = 'GET /v1/tracking-book.pdf';
    const day = today();
    const own = await eventually(async () => {
      const answer = await who.clerk.attempt(book, { query: { day } });
      return answer.ok ? answer.body : undefined;
    });
    expect(own).toBeInstanceOf(Uint8Array);
    await who.supervisor.call(book, { query: { day, office: 'bd-vi-thanh' } });
    const unnamed = await who.supervisor.attempt(book, { query: { day } });
    expect(unnamed).toMatchObject({ ok: false, problem: { code: 'office-unknown' } });
    const beyond = await who.clerk.refused(404, book, { query: { day, part: 99 } });
    expect(beyond.code).toBe('book-part-unknown');
    await who.clerk.refused(400, book, { query: { day: '2026-02-30' } });
  });

  it('is the voucher of a receipt, of the own office only', async () => {
    const { dossierId } = await registered(who.clerk);
    const { shiftId } = await who.clerk.call('POST /v1/shifts', { body: { floatVnd: 0 } });
    const paid = await who.clerk.call('POST /v1/dossiers/{dossierId}/payments', {
      params: { dossierId },
      body: { fee: 20_000 },
    });
    const voucher = 'GET /v1/receipts/{receiptNumber}/voucher.pdf';
    const params = { receiptNumber: paid.number };
    expect(await who.clerk.call(voucher, { params })).toBeInstanceOf(Uint8Array);
    const elsewhere = await who.otherClerk.refused(404, voucher, { params });
    expect(elsewhere.code).toBe('receipt-unknown');
    await who.clerk.call('POST /v1/shifts/{shiftId}/close', {
      params: { shiftId },
      body: { count: { 20000: 1 } },
    });
  });
});
