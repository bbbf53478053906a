import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
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
    readonly isSettled: boolean;
  };
}
interface Receipt {
  readonly number: string;
  readonly taken: { readonly fee: number };
}

interface Remittance {
  readonly number: string;
  readonly purses: { readonly charge: number; readonly fee: number };
  readonly lines: readonly { readonly receipt: string; readonly purses: object }[];
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
    expect(unbalanced.body['hints']).toContainEqual({ hint: 'one-note', note: 20_000 });
    const closed = await who.clerk.post<Shift>(close, { ...short, explanation: 'Thối nhầm' });
    expect(closed.body.closing).toMatchObject({ differenceVnd: -20_000, isConfirmed: false });
    expect(closed.body.closing?.hints).toContainEqual({ hint: 'one-note', note: 20_000 });
    const confirm = `/v1/shifts/${opened.body.shiftId}/confirm`;
    const difference = { differenceVnd: -20_000 };
    expect((await who.otherClerk.post(confirm, difference)).body['code']).toBe('shift-unknown');
    const confirmed = await supervisor.post<Shift>(confirm, difference);
    expect(confirmed.body.closing).toMatchObject({ isConfirmed: true, isSettled: false });
    const settled = await supervisor.post<Shift>(
      `/v1/shifts/${opened.body.shiftId}/settlement`,
      {},
    );
    expect(settled.body.closing?.isSettled).toBe(true);
  });

  it('gives one drawer to a clerk who asks for two at once', async () => {
    const asked = [0, 1, 2].map(() => who.clerk.post<Shift>('/v1/shifts', { floatVnd: 0 }));
    const opened = await Promise.all(asked);
    expect(opened.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const shiftId = opened.find(({ status }) => status === 201)?.body.shiftId;
    const closed = await who.clerk.post(`/v1/shifts/${shiftId}/close`, { count: {} });
    expect(closed.status).toBe(200);
  });

  it('sends the agency its share, which the agency counts', async () => {
    const { dossierId } = await leased(who.clerk, who.officer);
    const opened = await who.clerk.post<Shift>('/v1/shifts', { floatVnd: 0 });
    const taken = { charge: 30_000, fee: 120_000, postage: 28_000 };
    const receipt = await who.clerk.post<Receipt>(`/v1/dossiers/${dossierId}/payments`, taken);
    const dropped = await who.clerk.post('/v1/shifts/current/drops', { amountVnd: 100_000 });
    expect(dropped.body).toMatchObject({ droppedVnd: 100_000, cashVnd: 78_000 });
    const count = { 50000: 1, 20000: 1, 5000: 1, 2000: 1, 1000: 1 };
    const closed = await who.clerk.post(`/v1/shifts/${opened.body.shiftId}/close`, { count });
    expect(closed.status).toBe(200);

    // The list of what is due follows the writes by a moment.
    const sent = await eventually(async () => {
      const answer = await who.clerk.post<Remittance>('/v1/remittances', { agency: 'ct-nnmt' });
      return answer.body.lines?.some((line) => line.receipt === receipt.body.number)
        ? answer.body
        : undefined;
    });
    const line = sent.lines.find((each) => each.receipt === receipt.body.number);
    expect(line?.purses).toEqual({ charge: 30_000, fee: 120_000, postage: 0, cod: 0 });
    const path = `/v1/remittances/${sent.number}`;
    expect((await who.otherOfficer.get(path)).status).toBe(404);
    const short = { ...sent.purses, fee: sent.purses.fee - 10_000 };
    expect((await who.officer.post(`${path}/counts`, short)).body['state']).toBe('differs');
    expect((await who.officer.post(`${path}/counts`, sent.purses)).body['state']).toBe('received');
    const back = { reason: 'Nhập nhầm' };
    await who.clerk.post('/v1/shifts', { floatVnd: 500_000 });
    const reversal = await who.clerk.post(`/v1/receipts/${receipt.body.number}/reversal`, back);
    expect(reversal.body['code']).toBe('receipt-remitted');
    const current = await who.clerk.get<Shift>('/v1/shifts/current');
    await who.clerk.post(`/v1/shifts/${current.body.shiftId}/close`, { count: { 500000: 1 } });
    const cash = await who.clerk.get<{ open: readonly Shift[] }>('/v1/cash');
    expect(cash.body).toMatchObject({ office: 'bd-vi-thanh', open: [] });
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
