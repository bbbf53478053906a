import { beforeAll, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { accepted, type Staff, staff } from '#test/support/journeys.ts';
import { simulators } from '#test/support/people.ts';

let who: Staff;

beforeAll(async () => {
  who = await staff();
});

interface Issuer {
  readonly receipts: readonly {
    readonly key: string;
    readonly number: number;
    readonly isCancelled: boolean;
    readonly asked: { readonly voucher: string; readonly agency: { readonly taxCode: string } };
  }[];
  readonly told: Readonly<Record<string, readonly string[]>>;
}

it('a paid fee has its biên lai điện tử, once, though the issuer broke off after the first', async () => {
  const { dossierId } = await accepted(who.otherClerk);
  await who.otherClerk.attempt('POST /v1/shifts', { body: { floatVnd: 0 } });
  await simulators().post('/sim/receipts/behaviour', { mode: 'issue-then-break', next: 1 });
  const params = { dossierId };
  const taken = await who.otherClerk.call('POST /v1/dossiers/{dossierId}/payments', {
    params,
    body: { charge: 50_000, postage: 28_000 },
  });
  const issued = async () => {
    const { receipts } = await simulators().get<Issuer>('/sim/receipts/');
    return receipts.filter(({ asked }) => asked.voucher === taken.number);
  };
  // The worker looks a lost answer up a minute later; its own minutes are not waited for.
  const electronic = await eventually(async () => {
    await simulators().post('/sim/schedules/IssueReceipts/run', {});
    const { receipts } = await who.otherClerk.call('GET /v1/dossiers/{dossierId}/money', {
      params,
    });
    const seen = receipts.find(({ number }) => number === taken.number)?.electronic;
    return seen?.standing ? seen : undefined;
  }, 120_000);
  expect(electronic).toMatchObject({
    state: 'settled',
    standing: { amounts: { charge: 50_000, fee: 0 } },
  });
  expect(await issued()).toMatchObject([{ isCancelled: false, asked: { agency: {} } }]);
  const { items } = await who.supervisor.call('GET /v1/electronic-receipts', { query: {} });
  expect(items.map(({ receipt }) => receipt)).not.toContain(taken.number);
  const retry = { params: { receiptNumber: taken.number }, body: {} };
  const path = 'POST /v1/electronic-receipts/{receiptNumber}/retry';
  expect((await who.supervisor.refused(409, path, retry)).code).toBe(
    'electronic-receipt-not-rejected',
  );
}, 180_000);
