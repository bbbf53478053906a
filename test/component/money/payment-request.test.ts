import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { nothing } from '#domain/money/purses.ts';
import type { Outcome } from '#domain/refusal.ts';
import { days } from '#domain/time/instant.ts';
import { makeDeskActs } from '#functions/departments/application/desk-acts.ts';
import { makeExpireRequests } from '#functions/departments/application/expire-requests.ts';
import { makeWorkPayment } from '#functions/departments/application/work-payment.ts';
import { makeGiveBack } from '#functions/money/application/give-back.ts';
import { makeReadMoney } from '#functions/money/application/read-money.ts';
import { makeTakeMoney } from '#functions/money/application/take-money.ts';
import { makeWorkShift } from '#functions/money/application/work-shift.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { aPayment, aProcedure, dossierId, monday9, officer } from '#test/support/dossiers.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { makeCalendars, provinceCatalogue } from '#test/support/province.ts';
import { clerk } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const elsewhere: Staff = { ...clerk, id: 'clerk-minh', office: 'bd-nga-bay' };
const catalogue: Catalogue = { ...provinceCatalogue, procedureVersion: () => aProcedure };
const idempotency = undefined;
const fee = { ...nothing, fee: aPayment.amountVnd };

const got = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.code);

/** A dossier whose department has asked for 500,000 đồng. */
const unpaid = async () => {
  const world = await aWorldAt('acknowledged');
  const deps = { ...world, ids: makeUlids(), catalogue, calendars: makeCalendars(world) };
  const payments = makeWorkPayment(deps);
  const asking = { actor: officer, idempotency, dossierId, leaseNo: 1, asked: aPayment };
  got(await payments.request(asking));
  const take = makeTakeMoney(deps);
  const back = makeGiveBack(deps);
  const shifts = makeWorkShift(deps);
  const dossier = async () => {
    const stored = await world.ledger.load(dossierId);
    if (!stored) throw new Error('lost');
    return stored.dossier;
  };
  return {
    ...world,
    deps,
    payments,
    back,
    dossier,
    open: (actor: Staff) => shifts.open({ actor, idempotency, floatVnd: 1_000_000 }),
    pay: (actor: Staff, purses = fee) =>
      take({ actor, idempotency, dossierId, purses, paymentRequest: 1 }),
    write: async (...facts: readonly DossierFact[]) => {
      const stored = await world.ledger.load(dossierId);
      if (!stored) throw new Error('lost');
      const write = givenWrite(stored, facts, { actor: officer, now: monday9 });
      await world.ledger.commit({ dossiers: [write] });
    },
  };
};

describe('what a department asked for, paid at the counter', () => {
  it('is one receipt and sends the dossier on, with the waiting left out of its date', async () => {
    const counter = await unpaid();
    await counter.open(clerk);
    counter.advance(days(1));
    const receipt = got(await counter.pay(clerk));
    expect(receipt).toMatchObject({ paymentRequest: 1, taken: fee, agency: 'ct-nnmt' });
    const paid = await counter.dossier();
    expect(paid).toMatchObject({
      status: 'in-progress',
      department: { inbox: 'waiting' },
      payments: [{ number: 1, end: { how: 'received', receipt: receipt.number } }],
    });
    expect(codeOf(await counter.pay(clerk))).toBe('step-not-allowed');
  });

  it('writes neither receipt nor step when the amount is another', async () => {
    const counter = await unpaid();
    await counter.open(clerk);
    expect(codeOf(await counter.pay(clerk, { ...nothing, fee: 400_000 }))).toBe('payment-differs');
    const seen = got(await makeReadMoney(counter)(clerk, dossierId));
    expect(seen.receipts).toEqual([]);
    expect(seen.outstanding.stateFeesVnd).toBe(seen.due.stateFeesVnd);
    expect((await counter.dossier()).status).toBe('payment-requested');
  });

  it('is taken by another post office that holds the receipt, which then sees it no more', async () => {
    const counter = await unpaid();
    await counter.open(elsewhere);
    expect(codeOf(await counter.pay(elsewhere))).toBe('dossier-unknown');
    await counter.write({ type: 'office-joined', office: 'bd-nga-bay' });
    got(await counter.pay(elsewhere));
    expect((await counter.dossier()).guestOffice).toBeUndefined();
    expect(codeOf(await makeReadMoney(counter)(elsewhere, dossierId))).toBe('dossier-unknown');
  });

  it('is taken once, when two counters take it at the same moment', async () => {
    const counter = await unpaid();
    await counter.write({ type: 'office-joined', office: 'bd-nga-bay' });
    await Promise.all([counter.open(clerk), counter.open(elsewhere)]);
    const codes = await Promise.all([counter.pay(clerk), counter.pay(elsewhere)]);
    expect(codes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(got(await makeReadMoney(counter)(clerk, dossierId)).receipts).toHaveLength(1);
  });

  it('is not given back while the dossier goes on because of it, and is once it has ended', async () => {
    const counter = await unpaid();
    await counter.open(clerk);
    const { number } = got(await counter.pay(clerk));
    const reverse = () =>
      counter.back.reverse({ actor: clerk, idempotency, number, reason: 'x', signedBy: 'Ánh' });
    expect(codeOf(await reverse())).toBe('receipt-bound');
    await counter.write({ type: 'withdrawal-requested', reason: 'Không cần' });
    expect(codeOf(await reverse())).toBe('receipt-bound');
    const acts = makeDeskActs(counter.deps);
    got(await acts.grantWithdrawal({ actor: officer, idempotency, dossierId }));
    expect(codeOf(await reverse())).toBe('done');
  });
});

describe('a request for payment', () => {
  it('confirmed from the treasury goes on, and asks for nothing at the counter', async () => {
    const counter = await unpaid();
    const settled = { actor: officer, idempotency, dossierId, number: 1 };
    got(await counter.payments.confirm({ ...settled, reference: 'KB-2026-0001' }));
    const { due } = got(await makeReadMoney(counter)(clerk, dossierId));
    expect(due.stateFeesVnd).toBe((await counter.dossier()).fees.stateFeesVnd);
    expect((await counter.dossier()).status).toBe('in-progress');
  });

  it('that nobody meets stops the dossier after its last day, once', async () => {
    const counter = await unpaid();
    const expire = makeExpireRequests({ ...counter.deps, agencies: ['ct-nnmt'] });
    counter.advance(days(30));
    expect(await expire()).toBe(0);
    counter.advance(days(1));
    expect([await expire(), await expire()]).toEqual([1, 0]);
    expect(await counter.dossier()).toMatchObject({
      status: 'stopped',
      ending: { why: 'payment-expired' },
    });
  });
});
