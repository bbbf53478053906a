import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { leased, type Staff, staff } from '#test/support/journeys.ts';
import { raw } from '#test/support/people.ts';

let who: Staff;

beforeAll(async () => {
  who = await staff();
});

const moreThanDue = 'Phí theo số trang của bản trích đo';
const paid = { fee: 150_000, postage: 28_000, moreThanDue };
const signedBy = 'Nguyễn Thị Ánh';

describe('a shift at the counter', () => {
  it('takes, gives back, and is closed only when it balances or two persons say why not', async () => {
    const { clerk, otherClerk, officer, supervisor } = who;
    const { dossierId } = await leased(clerk, officer);
    const pay = { params: { dossierId }, body: paid };
    const none = await clerk.refused(409, 'POST /v1/dossiers/{dossierId}/payments', pay);
    expect(none.code).toBe('shift-unknown');

    const opened = await clerk.call('POST /v1/shifts', { body: { floatVnd: 500_000 } });
    const twice = await clerk.refused(409, 'POST /v1/shifts', { body: { floatVnd: 0 } });
    expect(twice.code).toBe('shift-open');

    const asked = await clerk.refused(409, 'POST /v1/dossiers/{dossierId}/payments', {
      params: { dossierId },
      body: { fee: 5_000_000 },
    });
    expect(asked).toMatchObject({ code: 'more-than-due', stateFeesVnd: 50_000 });
    const odd = await clerk.refused(422, 'POST /v1/dossiers/{dossierId}/payments', {
      params: { dossierId },
      body: { fee: 12_345 },
    });
    expect(odd).toMatchObject({ code: 'amount-not-cash', smallestNoteVnd: 100 });
    const first = await clerk.call('POST /v1/dossiers/{dossierId}/payments', pay);
    const second = await clerk.call('POST /v1/dossiers/{dossierId}/payments', {
      params: { dossierId },
      body: { fee: 20_000, moreThanDue },
    });
    expect(first.number).toMatch(/^BL-vi-thanh-\d{6}-\d{4}$/);
    const bySecond = (giveBackId: string) =>
      supervisor.call('POST /v1/give-backs/{giveBackId}/confirmation', { params: { giveBackId } });
    const refund = {
      params: { receiptNumber: first.number },
      body: { purses: { postage: 28_000 }, reason: 'Tự đến nhận', signedBy },
    };
    const refunding = await clerk.call('POST /v1/receipts/{receiptNumber}/refund', refund);
    const alone = await clerk.refused(403, 'POST /v1/give-backs/{giveBackId}/confirmation', {
      params: { giveBackId: refunding.giveBackId },
    });
    expect(alone.code).toBe('same-signatory');
    expect((await bySecond(refunding.giveBackId)).state).toBe('confirmed');
    const more = await clerk.refused(422, 'POST /v1/receipts/{receiptNumber}/refund', refund);
    expect(more.code).toBe('refund-too-large');
    const undo = {
      params: { receiptNumber: second.number },
      body: { reason: 'Nhập nhầm', signedBy },
    };
    const undoing = await clerk.call('POST /v1/receipts/{receiptNumber}/reversal', undo);
    const { items } = await supervisor.call('GET /v1/give-backs', {
      query: { office: 'bd-vi-thanh' },
    });
    expect(items.map(({ giveBackId }) => giveBackId)).toContain(undoing.giveBackId);
    await bySecond(undoing.giveBackId);
    const undone = await clerk.refused(404, 'POST /v1/receipts/{receiptNumber}/reversal', undo);
    expect(undone.code).toBe('receipt-unknown');

    const seen = await officer.call('GET /v1/dossiers/{dossierId}/money', {
      params: { dossierId },
    });
    expect(seen).toMatchObject({
      due: { stateFeesVnd: 50_000, postageVnd: 28_000 },
      paid: { fee: 150_000, postage: 0, charge: 0, cod: 0 },
      refunded: { postage: 28_000 },
    });

    const params = { shiftId: opened.shiftId };
    const short = { count: { 500000: 1, 100000: 1, 20000: 1, 10000: 1 } };
    const close = 'POST /v1/shifts/{shiftId}/close';
    const unbalanced = await clerk.refused(409, close, { params, body: short });
    expect(unbalanced).toMatchObject({
      code: 'shift-unbalanced',
      differenceVnd: -20_000,
      hints: expect.arrayContaining([{ hint: 'one-note', note: 20_000 }]),
    });
    const body = { ...short, explanation: 'Thối nhầm' };
    const closed = await clerk.call(close, { params, body });
    expect(closed.closing).toMatchObject({ differenceVnd: -20_000, isConfirmed: false });
    expect(closed.closing?.hints).toContainEqual({ hint: 'one-note', note: 20_000 });
    const difference = { params, body: { differenceVnd: -20_000 } };
    const confirm = 'POST /v1/shifts/{shiftId}/confirm';
    expect((await otherClerk.refused(409, confirm, difference)).code).toBe('shift-unknown');
    const confirmed = await supervisor.call(confirm, difference);
    expect(confirmed.closing).toMatchObject({ isConfirmed: true, isSettled: false });
    const settled = await supervisor.call('POST /v1/shifts/{shiftId}/settlement', {
      params,
      body: {},
    });
    expect(settled.closing?.isSettled).toBe(true);
  });

  it('gives one drawer to a clerk who asks for two at once', async () => {
    const ask = () => who.clerk.attempt('POST /v1/shifts', { body: { floatVnd: 0 } });
    const opened = await Promise.all([ask(), ask(), ask()]);
    expect(opened.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const [shift] = opened.flatMap((answer) => (answer.ok ? [answer.body] : []));
    await who.clerk.call('POST /v1/shifts/{shiftId}/close', {
      params: { shiftId: shift?.shiftId ?? '' },
      body: { count: {} },
    });
  });

  it('sends the agency its share, which the agency counts', async () => {
    const { clerk, officer, otherOfficer } = who;
    const { dossierId } = await leased(clerk, officer);
    const opened = await clerk.call('POST /v1/shifts', { body: { floatVnd: 0 } });
    const receipt = await clerk.call('POST /v1/dossiers/{dossierId}/payments', {
      params: { dossierId },
      body: { charge: 30_000, fee: 120_000, postage: 28_000, moreThanDue },
    });
    const drop = { body: { amountVnd: 100_000 } };
    const dropped = await clerk.call('POST /v1/shifts/current/drops', drop);
    expect(dropped).toMatchObject({ droppedVnd: 100_000, cashVnd: 78_000 });
    await clerk.call('POST /v1/shifts/{shiftId}/close', {
      params: { shiftId: opened.shiftId },
      body: { count: { 50000: 1, 20000: 1, 5000: 1, 2000: 1, 1000: 1 } },
    });

    // The list of what is due follows the writes by a moment.
    const { sent, line } = await eventually(async () => {
      const answer = await clerk.attempt('POST /v1/remittances', { body: { agency: 'ct-nnmt' } });
      if (!answer.ok) return undefined;
      const found = answer.body.lines.find((each) => each.receipt === receipt.number);
      return found && { sent: answer.body, line: found };
    });
    expect(line.purses).toEqual({ charge: 30_000, fee: 120_000, postage: 0, cod: 0 });
    const params = { remittanceNumber: sent.number };
    await otherOfficer.refused(404, 'GET /v1/remittances/{remittanceNumber}', { params });
    const counted = async (purses: typeof sent.purses) => {
      const ask = { params, body: purses };
      return (await officer.call('POST /v1/remittances/{remittanceNumber}/counts', ask)).state;
    };
    expect(await counted({ ...sent.purses, fee: sent.purses.fee - 10_000 })).toBe('differs');
    expect(await counted(sent.purses)).toBe('received');
    await clerk.call('POST /v1/shifts', { body: { floatVnd: 500_000 } });
    const reversal = await clerk.refused(409, 'POST /v1/receipts/{receiptNumber}/reversal', {
      params: { receiptNumber: receipt.number },
      body: { reason: 'Nhập nhầm', signedBy },
    });
    expect(reversal.code).toBe('receipt-remitted');
    const { shiftId } = await clerk.call('GET /v1/shifts/current');
    await clerk.call('POST /v1/shifts/{shiftId}/close', {
      params: { shiftId },
      body: { count: { 500000: 1 } },
    });
    expect(await clerk.call('GET /v1/cash')).toMatchObject({ office: 'bd-vi-thanh', open: [] });
  });

  it('balances when every note is counted', async () => {
    const { shiftId } = await who.clerk.call('POST /v1/shifts', { body: { floatVnd: 200_000 } });
    const closed = await who.clerk.call('POST /v1/shifts/{shiftId}/close', {
      params: { shiftId },
      body: { count: { 200000: 1 } },
    });
    expect(closed.closing).toMatchObject({ differenceVnd: 0, isConfirmed: true });
  });

  it('takes no negative, fractional or absurd money', async () => {
    const { dossierId } = await leased(who.clerk, who.officer);
    const { token } = who.clerk;
    const path = `/v1/dossiers/${dossierId}/payments`;
    for (const fee of [-1, 0.5, 1e15, '1000'])
      expect((await raw('POST', path, { token, body: { fee } })).status).toBe(400);
    const nothing = await who.clerk.refused(409, 'POST /v1/dossiers/{dossierId}/payments', {
      params: { dossierId },
      body: {},
    });
    expect(nothing.code).toBe('shift-unknown');
  });
});
