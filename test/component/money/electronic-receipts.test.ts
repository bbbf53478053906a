import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { nothing, type Purses } from '#domain/money/purses.ts';
import type { Outcome } from '#domain/refusal.ts';
import { days, minus, minutes, plus } from '#domain/time/instant.ts';
import { makeGiveBack } from '#functions/money/application/give-back.ts';
import { makeIssueReceipts } from '#functions/money/application/issue-receipts.ts';
import { makeReadMoney } from '#functions/money/application/read-money.ts';
import { makeTakeMoney } from '#functions/money/application/take-money.ts';
import { makeTellTaxOffice } from '#functions/money/application/tell-tax-office.ts';
import { makeWorkElectronic } from '#functions/money/application/work-electronic.ts';
import { makeWorkShift } from '#functions/money/application/work-shift.ts';
import { makeHandler } from '#functions/money/issue-receipts/handler.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { byTwo } from '#test/support/give-backs.ts';
import { provinceCatalogue as catalogue, makeCalendars } from '#test/support/province.ts';
import { anIssuer } from '#test/support/receipt-issuer.ts';
import { clerk } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';
import type { Log } from '#watch/logger.ts';

const colleague: Staff = { ...clerk, id: 'clerk-binh' };
const idempotency = undefined;

const got = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

const taken: Purses = { charge: 20_000, fee: 30_000, postage: 28_000, cod: 0 };

const aCounter = async (isRehearsal = true) => {
  const world = await aWorldAt('accepted');
  const issuer = anIssuer(() => world.clock.now());
  const deps = {
    ...world,
    ids: makeUlids(),
    catalogue,
    calendars: makeCalendars(world),
    issuer,
    isRehearsal,
  };
  got(await makeWorkShift(deps).open({ actor: clerk, idempotency, floatVnd: 200_000 }));
  const take = makeTakeMoney(deps);
  const { dossierId } = world;
  return {
    ...deps,
    back: byTwo(makeGiveBack(deps), colleague),
    take: async (purses: Purses = taken) =>
      got(await take({ actor: clerk, idempotency, dossierId, purses, moreThanDue: 'x' })),
    run: makeIssueReceipts(deps),
    tell: makeTellTaxOffice(deps),
    work: makeWorkElectronic(deps),
    seen: async () => [...got(await makeReadMoney(deps)(clerk, dossierId)).electronic.values()],
    standing: () => [...issuer.issued.values()].filter(({ isCancelled }) => !isCancelled),
    later: () => world.advance(minutes(31)),
  };
};

const quiet = { settled: 0, rejected: 0, unknown: 0, failed: 0 };

describe('a biên lai điện tử', () => {
  it('is asked for with the phiếu thu, with phí and lệ phí alone, and shown beside it', async () => {
    const counter = await aCounter();
    await counter.take();
    expect(await counter.seen()).toMatchObject([{ state: 'pending' }]);
    expect(await counter.run()).toEqual({ ...quiet, settled: 1 });
    expect(await counter.seen()).toMatchObject([
      {
        state: 'settled',
        standing: { sign: 'BT-26E', number: 1, amounts: { charge: 20_000, fee: 30_000 } },
      },
    ]);
    expect(await counter.run()).toEqual(quiet);
  });

  it('is none where only cước was taken', async () => {
    const counter = await aCounter();
    await counter.take({ ...nothing, postage: 28_000 });
    expect(await counter.seen()).toEqual([]);
    expect(await counter.run()).toEqual(quiet);
  });

  it('is issued once, though its answer was lost and it was asked for again', async () => {
    const counter = await aCounter();
    await counter.take();
    counter.issuer.feels('lost');
    expect(await counter.run()).toEqual({ ...quiet, unknown: 1 });
    expect(await counter.run()).toEqual(quiet);
    counter.issuer.feels('ok');
    counter.later();
    expect(await counter.run()).toEqual({ ...quiet, settled: 1 });
    expect(counter.issuer.issued.size).toBe(1);
    expect(await counter.seen()).toMatchObject([{ state: 'settled', standing: { number: 1 } }]);
  });

  it('is issued once, though its worker died over it', async () => {
    const counter = await aCounter();
    await counter.take();
    const dying = makeIssueReceipts({
      ...counter,
      issuer: {
        ...counter.issuer,
        issue: async (asked) => {
          await counter.issuer.issue(asked);
          throw new Error('killed');
        },
      },
    });
    expect(await dying()).toEqual({ ...quiet, failed: 1 });
    counter.later();
    expect(await counter.run()).toEqual({ ...quiet, settled: 1 });
    expect(counter.issuer.issued.size).toBe(1);
  });

  it('is asked for again where the issuer never had it', async () => {
    const counter = await aCounter();
    await counter.take();
    counter.issuer.feels('silent');
    await counter.run();
    counter.later();
    expect(await counter.run()).toEqual({ ...quiet, unknown: 1 });
    counter.issuer.feels('ok');
    counter.later();
    await counter.run();
    await counter.run();
    expect(await counter.seen()).toMatchObject([{ state: 'settled', standing: { number: 1 } }]);
  });

  it('is replaced when a part is given back, and cancelled when all of it is', async () => {
    const counter = await aCounter();
    const { number } = await counter.take({ ...nothing, fee: 30_000 });
    await counter.run();
    const back = { actor: clerk, idempotency, number, reason: 'Thu thừa', signedBy: 'Ánh' };
    got(await counter.back.refund({ ...back, purses: { ...nothing, fee: 10_000 } }));
    await counter.run();
    expect(await counter.seen()).toMatchObject([
      {
        standing: { number: 2, amounts: { fee: 20_000 } },
        acts: [{ of: 'issued' }, { of: 'replaced' }],
      },
    ]);
    got(await counter.back.refund({ ...back, purses: { ...nothing, fee: 20_000 } }));
    await counter.run();
    const [seen] = await counter.seen();
    expect(seen).toMatchObject({ state: 'settled', acts: [{}, {}, { of: 'cancelled' }] });
    expect(seen?.standing).toBeUndefined();
  });

  it('of a mistyped phiếu thu is cancelled, and the right one has its own', async () => {
    const counter = await aCounter();
    const { number } = await counter.take({ ...nothing, fee: 300_000 });
    await counter.run();
    const asked = { actor: clerk, idempotency, number, reason: 'Gõ nhầm' };
    got(await counter.back.correct({ ...asked, purses: { ...nothing, fee: 30_000 } }));
    await counter.run();
    expect(counter.standing().map(({ receipt }) => receipt.amounts)).toEqual([
      { charge: 0, fee: 30_000 },
    ]);
    expect(await counter.seen()).toHaveLength(2);
  });

  it('begins at 1 again with the year', async () => {
    const counter = await aCounter();
    await counter.take({ ...nothing, fee: 10_000 });
    await counter.run();
    counter.advance(days(60));
    await counter.take({ ...nothing, fee: 20_000 });
    await counter.run();
    expect(counter.standing().map(({ receipt }) => `${receipt.sign} ${receipt.number}`)).toEqual([
      'BT-26E 1',
      'BT-27E 1',
    ]);
  });
});

describe('a biên lai that cannot be issued', () => {
  it('for an agency without a tax code waits for a person, and is asked for again', async () => {
    const counter = await aCounter(false);
    const { number } = await counter.take();
    expect(await counter.run()).toEqual({ ...quiet, rejected: 1 });
    expect((await counter.work.list('rejected', { limit: 10 })).items).toMatchObject([
      { receipt: number, rejection: { why: 'agency-tax-code-missing' } },
    ]);
    expect(counter.issuer.issued.size).toBe(0);
    expect(await counter.work.retry({ idempotency, number: 'BL-none' })).toMatchObject({
      refusal: { code: 'electronic-receipt-unknown' },
    });
    got(await counter.work.retry({ idempotency, number }));
    expect(await counter.work.retry({ idempotency, number })).toMatchObject({
      refusal: { code: 'electronic-receipt-not-rejected' },
    });
    expect(await makeIssueReceipts({ ...counter, isRehearsal: true })()).toEqual({
      ...quiet,
      settled: 1,
    });
  });

  it('says why, in the issuer’s code', async () => {
    const counter = await aCounter();
    await counter.take();
    counter.issuer.feels('refuse');
    expect(await counter.run()).toEqual({ ...quiet, rejected: 1 });
    expect(await counter.seen()).toMatchObject([{ rejection: { why: 'issuer-told-to' } }]);
  });

  it.each([
    ['number-used', {}],
    ['number-malformed', { number: 100_000_000 }],
    ['number-malformed', { sign: 'BT-25E' }],
    ['before-the-voucher', { issuedAt: minus(monday9, minutes(11)) }],
    ['in-the-future', { issuedAt: plus(monday9, minutes(11)) }],
  ])('is refused by us: %s', async (why, change) => {
    const counter = await aCounter();
    await counter.take({ ...nothing, fee: 10_000 });
    await counter.run();
    const [first] = counter.standing();
    if (!first) throw new Error('none');
    await counter.take({ ...nothing, fee: 20_000 });
    const again = makeIssueReceipts({
      ...counter,
      issuer: {
        ...counter.issuer,
        issue: async ({ key, amounts }) => ({
          outcome: 'issued',
          receipt: { ...first.receipt, ...change, key, amounts },
        }),
      },
    });
    expect(await again()).toEqual({ ...quiet, rejected: 1 });
    expect((await counter.work.list('rejected', { limit: 10 })).items).toMatchObject([
      { rejection: { why } },
    ]);
  });

  it('is not taken up by itself where somebody cancelled it at the issuer', async () => {
    const counter = await aCounter();
    const { id } = await counter.take();
    counter.issuer.feels('lost');
    await counter.run();
    counter.issuer.feels('ok');
    await counter.issuer.cancel(`${id}-1`);
    counter.later();
    expect(await counter.run()).toEqual({ ...quiet, rejected: 1 });
    expect(await counter.seen()).toMatchObject([{ rejection: { why: 'cancelled-elsewhere' } }]);
  });

  it('was cancelled, though the answer was lost', async () => {
    const counter = await aCounter();
    const { number } = await counter.take({ ...nothing, fee: 30_000 });
    await counter.run();
    const back = { actor: clerk, idempotency, number, reason: 'Thu nhầm', signedBy: 'Ánh' };
    got(await counter.back.reverse(back));
    for (const mood of ['silent', 'lost', 'ok', 'ok'] as const) {
      counter.issuer.feels(mood);
      counter.later();
      await counter.run();
    }
    const [seen] = await counter.seen();
    expect(seen).toMatchObject({ state: 'settled', acts: [{}, { of: 'cancelled' }] });
    expect(counter.standing()).toEqual([]);
  });

  it('leaves a silent issuer alone after three', async () => {
    const counter = await aCounter();
    for (let n = 0; n < 5; n++) await counter.take({ ...nothing, fee: 10_000 });
    counter.issuer.feels('silent');
    expect(await counter.run()).toEqual({ ...quiet, unknown: 3 });
  });
});

describe('the tax office', () => {
  it('hears of what was issued and cancelled the same day, once', async () => {
    const counter = await aCounter();
    const { id, number } = await counter.take({ ...nothing, fee: 30_000 });
    await counter.run();
    counter.issuer.feels('silent');
    expect(await counter.tell()).toEqual({ told: 0, left: true });
    counter.issuer.feels('lost');
    expect(await counter.tell()).toEqual({ told: 0, left: true });
    counter.issuer.feels('ok');
    expect(await counter.tell()).toEqual({ told: 1, left: false });
    expect(await counter.tell()).toEqual({ told: 0, left: false });
    const back = { actor: clerk, idempotency, number, reason: 'Thu nhầm', signedBy: 'Ánh' };
    got(await counter.back.reverse(back));
    await counter.run();
    expect(await counter.tell()).toEqual({ told: 1, left: false });
    expect([...counter.issuer.told]).toEqual([`${id}-1#issued`, `${id}-1#cancelled`]);
  });
});

describe('the worker', () => {
  it('says once that there is no issuer, counts refusals, and fails for what it could not try', async () => {
    const lines: unknown[] = [];
    const counted: unknown[] = [];
    const note = (...said: unknown[]) => void lines.push(said[0]);
    const log = { info: note, warn: note } as unknown as Log;
    const count = (...said: unknown[]) => void counted.push(said);
    const unset = makeHandler(undefined, log, count);
    await unset();
    expect(await unset()).toEqual({ settled: 0, rejected: 0, unknown: 0 });
    expect(lines).toEqual(['issuer-not-configured']);
    const counter = await aCounter();
    await counter.take();
    expect(await makeHandler(counter.run, log, count)()).toMatchObject({ settled: 1 });
    await counter.take();
    counter.issuer.feels('refuse');
    await makeHandler(counter.run, log, count)();
    expect(counted).toEqual([['ReceiptRejected', 1]]);
    const failing = async () => ({ ...quiet, failed: 1 });
    await expect(makeHandler(failing, log, count)()).rejects.toThrow('1 biên lai');
  });
});
