import { beforeAll, describe, expect, it } from 'vitest';
import { leased, staff } from '#test/support/journeys.ts';

let who: Awaited<ReturnType<typeof staff>>;
let supervisor: Awaited<ReturnType<typeof staff>>['clerk'];

beforeAll(async () => {
  who = await staff();
  supervisor = who.supervisor;
});

interface Shift {
  readonly shiftId: string;
  readonly drawer: { readonly fee: number; readonly postage: number };
  readonly closing?: {
    readonly differenceVnd: number;
    readonly hints: readonly { readonly hint: string }[];
    readonly isConfirmed: boolean;
  };
}
interface Receipt {
  readonly number: string;
  readonly taken: { readonly fee: number };
}

const paid = { fee: 150_000, postage: 28_000 };

describe('a shift at the counter', () => {
  it('takes, gives back, and is closed only when it balances or two persons say why not', async () => {
    const { dossierId } = await leased(who.clerk, who.officer);
    const money = `/v1/dossiers/${dossierId}`;
    const none = await who.clerk.post(`${money}/payments`, paid);
    expect([none.status, none.body['code']]).toEqual([409, 'shift-unknown']);

    const opened = await who.clerk.post<Shift>('/v1/shifts', { floatVnd: 500_000 });
    expect(opened.status).toBe(201);
    expect((await who.clerk.post('/v1/shifts', { floatVnd: 0 })).body['code']).toBe('shift-open');

    const first = await who.clerk.post<Receipt>(`${money}/payments`, paid);
    const second = await who.clerk.post<Receipt>(`${money}/payments`, { fee: 20_000 });
    expect(first.body.number).toMatch(/^BL-vi-thanh-\d{6}-\d{4}$/);
    const path = `/v1/receipts/${first.body.number}`;
    const refund = { purses: { postage: 28_000 }, reason: 'Tự đến nhận' };
    expect((await who.clerk.post(`${path}/refund`, refund)).status).toBe(200);
    expect((await who.clerk.post(`${path}/refund`, refund)).body['code']).toBe('refund-too-large');
    const undo = { reason: 'Nhập nhầm' };
    const reversal = `/v1/receipts/${second.body.number}/reversal`;
    expect((await who.clerk.post(reversal, undo)).status).toBe(200);
    expect((await who.clerk.post(reversal, undo)).body['code']).toBe('receipt-unknown');

    const seen = await who.officer.get<{ paid: object; refunded: object }>(`${money}/money`);
    expect(seen.body).toMatchObject({
      due: { stateFeesVnd: 50_000, postageVnd: 28_000 },
      paid: { fee: 150_000, postage: 0, charge: 0, cod: 0 },
      refunded: { postage: 28_000 },
    });

    const close = `/v1/shifts/${opened.body.shiftId}/close`;
    const short = { count: { 500000: 1, 100000: 1, 20000: 1, 10000: 1 } };
    const unbalanced = await who.clerk.post(close, short);
    expect(unbalanced.body).toMatchObject({ code: 'shift-unbalanced', differenceVnd: -20_000 });
    const closed = await who.clerk.post<Shift>(close, { ...short, explanation: 'Thối nhầm' });
    expect(closed.body.closing).toMatchObject({ differenceVnd: -20_000, isConfirmed: false });
    expect(closed.body.closing?.hints).toContainEqual({ hint: 'one-note', note: 20_000 });
    const confirmed = await supervisor.post<Shift>(`/v1/shifts/${opened.body.shiftId}/confirm`, {});
    expect(confirmed.body.closing?.isConfirmed).toBe(true);
  });

  it('balances when every note is counted', async () => {
    const opened = await who.clerk.post<Shift>('/v1/shifts', { floatVnd: 200_000 });
    const close = `/v1/shifts/${opened.body.shiftId}/close`;
    const closed = await who.clerk.post<Shift>(close, { count: { 200000: 1 } });
    expect(closed.body.closing).toMatchObject({ differenceVnd: 0, isConfirmed: true });
  });

  it('takes no negative, fractional or absurd money', async () => {
    const { dossierId } = await leased(who.clerk, who.officer);
    for (const fee of [-1, 0.5, 1e15, '1000'])
      expect((await who.clerk.post(`/v1/dossiers/${dossierId}/payments`, { fee })).status).toBe(
        400,
      );
    const nothing = await who.clerk.post(`/v1/dossiers/${dossierId}/payments`, {});
    expect([nothing.status, nothing.body['code']]).toEqual([409, 'shift-unknown']);
  });
});
