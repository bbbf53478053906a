import { describe, expect, it } from 'vitest';
import { publishedEvent } from '#application/published-event.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { explain } from '#domain/deadline/due-date.ts';
import { knownAs } from '#domain/dossier/paper-number.ts';
import type { ReceiptId, ShiftId } from '#domain/identifiers/record-ids.ts';
import {
  formatTemporaryNumber,
  normalisePaperNumber,
} from '#domain/identifiers/temporary-number.ts';
import { nothing } from '#domain/money/purses.ts';
import { days, hours, minus, minutes, plus } from '#domain/time/instant.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import type { ReceiptRecord } from '#functions/money/domain/records.ts';
import { receiptKind } from '#functions/money/records.ts';
import { messagesFor } from '#functions/notifications/application/message-for.ts';
import { recordWrite } from '#ports/records.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { aCounter, aCounterWithSlips, got, handedIn } from '#test/support/offline.ts';
import { provinceSmsTexts } from '#test/support/province.ts';
import { clerk, refusal } from '#test/support/shipments.ts';
import { seals, sourceIp } from '#test/support/tracking.ts';

const idempotency = undefined;
const stranger: Staff = { ...clerk, id: 'minh', office: 'bd-nga-bay' };
const takenAt = plus(monday9, hours(1));

type Slips = Awaited<ReturnType<typeof aCounterWithSlips>>;
const entry = ({ numbers }: Slips, change: object = {}) => ({
  ...handedIn,
  actor: clerk,
  idempotency,
  intakeMode: 'onestop' as const,
  number: numbers[0],
  takenAt,
  wasComplete: true,
  ...change,
});

/** Taken on Monday at ten, entered on Tuesday at ten. */
const entered = async (change: object = {}) => {
  const counter = await aCounterWithSlips();
  counter.advance(hours(25));
  const done = got(await counter.enter(entry(counter, change)));
  await counter.scanAll(done.dossierId);
  return { ...counter, ...done };
};

describe('a block of temporary numbers', () => {
  it('is never leased twice, also not to two offices at the same moment', async () => {
    const { blocks } = aCounter();
    const lease = (actor: Staff) => blocks.lease({ actor, idempotency, device: 'quay-1' });
    const leased = await Promise.all([lease(clerk), lease(stranger), lease(clerk)]);
    expect(new Set(leased.map((each) => got(each).id)).size).toBe(3);
  });

  it('is one more than an office may have open: refused, and free again after a close', async () => {
    const { blocks } = aCounter();
    const ask = { actor: clerk, idempotency, device: 'quay-1' };
    const leased = await Promise.all([blocks.lease(ask), blocks.lease(ask), blocks.lease(ask)]);
    expect(leased.filter(({ ok }) => ok)).toHaveLength(2);
    expect(leased).toContainEqual(refusal('temporary-blocks-open'));
    const [first] = leased.filter((each) => each.ok).map(({ value }) => value);
    if (!first) throw new Error('none leased');
    const asked = { actor: clerk, idempotency, id: first.id, blanks: [], explanation: 'Mất' };
    got(await blocks.close(asked));
    expect((await blocks.lease(ask)).ok).toBe(true);
    expect((await blocks.list(clerk, 'closed', { limit: 10 })).items).toHaveLength(1);
    expect((await blocks.list(clerk, 'open', { limit: 10 })).items).toHaveLength(2);
  });

  it('has no more slips than the province allows', async () => {
    const { blocks } = aCounter();
    const asked = { actor: clerk, idempotency, device: 'quay-1', size: 6 };
    expect(await blocks.lease(asked)).toEqual(refusal('temporary-block-size'));
  });

  it('does not exist for another office', async () => {
    const { blocks, block, numbers } = await aCounterWithSlips();
    const of = { actor: stranger, idempotency };
    expect(await blocks.read(stranger, block.id)).toEqual(refusal('temporary-block-unknown'));
    expect(await blocks.close({ ...of, id: block.id, blanks: [] })).toEqual(
      refusal('temporary-block-unknown'),
    );
    expect(await blocks.spoil({ ...of, number: numbers[0], reason: 'x' })).toEqual(
      refusal('temporary-number-unknown'),
    );
  });
});

describe('a dossier that is entered later', () => {
  it('keeps the time of taking and the time of entry, in its history too', async () => {
    const { ledger, clock, dossierId } = await entered();
    const { dossier } = (await ledger.load(dossierId)) ?? {};
    expect(dossier).toMatchObject({
      registeredAt: takenAt,
      backEntry: { takenAt, enteredAt: clock.now(), wasComplete: true },
    });
    const [first] = await ledger.history(dossierId);
    expect(first).toMatchObject({ effectiveAt: takenAt, recordedAt: clock.now() });
  });

  it.each([
    ['in-the-future', plus(monday9, hours(26))],
    ['before-the-lease', minus(monday9, minutes(1))],
  ])('was not taken %s', async (why, at) => {
    const counter = await aCounterWithSlips();
    counter.advance(hours(25));
    const outcome = await counter.enter(entry(counter, { takenAt: at }));
    expect(outcome).toMatchObject({ refusal: { code: 'taken-time-invalid', why } });
  });

  it('is refused when nobody can remember its taking any more', async () => {
    const counter = await aCounterWithSlips();
    counter.setTo(plus(takenAt, days(30)));
    expect((await counter.enter(entry(counter))).ok).toBe(true);
    counter.advance(minutes(1));
    const late = await counter.enter(entry(counter, { number: counter.numbers[1] }));
    expect(late).toMatchObject({ refusal: { code: 'taken-time-invalid', why: 'too-long-ago' } });
  });

  it('cannot have been taken after its block was counted out', async () => {
    const counter = await aCounterWithSlips();
    counter.advance(hours(2));
    const { id } = counter.block;
    const closing = { actor: clerk, idempotency, id, blanks: [], explanation: 'Thất lạc' };
    got(await counter.blocks.close(closing));
    counter.advance(hours(2));
    const after = await counter.enter(entry(counter, { takenAt: plus(monday9, hours(3)) }));
    expect(after).toMatchObject({ refusal: { why: 'after-the-close' } });
    expect((await counter.enter(entry(counter))).ok).toBe(true);
  });

  it('has its slip to itself, however many clerks enter it at once', async () => {
    const counter = await aCounterWithSlips();
    counter.advance(hours(25));
    const outcomes = await Promise.all([1, 2, 3].map(() => counter.enter(entry(counter))));
    const [first] = outcomes.filter((each) => each.ok).map(({ value }) => value);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const told = outcomes.filter((each) => !each.ok).map(({ refusal: why }) => why);
    expect(told).toEqual([
      { code: 'temporary-number-used', dossierId: first?.dossierId },
      { code: 'temporary-number-used', dossierId: first?.dossierId },
    ]);
  });

  it('is the same dossier for a device that asks again under its key', async () => {
    const counter = await aCounterWithSlips();
    counter.advance(hours(25));
    const key = { scope: 'bd-vi-thanh', key: 'device-2-1', requestHash: 'h' };
    const first = await counter.enter(entry(counter, { idempotency: key }));
    expect(await counter.enter(entry(counter, { idempotency: key }))).toEqual(first);
  });

  it('tells another office nothing about a slip, used or not', async () => {
    const { numbers, enter, ...counter } = await entered();
    const theirs = { ...entry({ numbers, enter, ...counter }), actor: stranger };
    for (const number of [numbers[0], numbers[1], formatTemporaryNumber(999, 0)])
      expect(await enter({ ...theirs, number })).toEqual(refusal('temporary-number-unknown'));
  });

  it('leaves its slip blank when it is refused', async () => {
    const counter = await aCounterWithSlips();
    counter.advance(hours(25));
    const refused = await counter.enter(entry(counter, { components: [] }));
    expect(refused).toEqual(refusal('component-missing'));
    expect(got(await counter.blocks.read(clerk, counter.block.id)).fates).toEqual({});
  });
});

describe('the clock of a dossier that is entered later', () => {
  const accepted = async (change: object = {}) => {
    const counter = await entered(change);
    const { dossierId } = counter;
    const acceptance = await counter.accept({ actor: clerk, idempotency, dossierId });
    return { ...counter, acceptance };
  };
  const sentences = async (change: object = {}) => {
    const { acceptance } = await accepted(change);
    return got(acceptance).explanation.map((step) => explain(step, 'vi'));
  };

  it('starts when complete papers were taken (NĐ 61/2018 art. 39), and says so', async () => {
    const { acceptance, ledger, dossierId, clock } = await accepted();
    // Five working days from Tuesday 24, as if the line had been there on Monday.
    expect(formatInstant(got(acceptance).dueAt ?? takenAt)).toBe('17:00 30/11/2026');
    expect(got(acceptance)).toMatchObject({ acceptedAt: takenAt });
    expect(got(acceptance).code).toContain('-261123-');
    const last = (await ledger.history(dossierId)).at(-1);
    expect(last).toMatchObject({ effectiveAt: takenAt, recordedAt: clock.now() });
    expect(await sentences()).toEqual(
      expect.arrayContaining([
        'Tiếp nhận lúc 10:00 23/11/2026',
        'Nhận bằng phiếu tạm, nhập vào hệ thống lúc 10:00 24/11/2026; thời hạn vẫn tính từ lúc nhận',
      ]),
    );
  });

  it('starts at acceptance where the papers were not complete', async () => {
    const { acceptance } = await accepted({ wasComplete: false });
    expect(formatInstant(got(acceptance).dueAt ?? takenAt)).toBe('17:00 01/12/2026');
    expect(got(acceptance).code).toContain('-261124-');
    expect(await sentences({ wasComplete: false })).toContain(
      'Phiếu tạm lúc 10:00 23/11/2026, khi đó giấy tờ chưa đủ; thời hạn tính từ khi tiếp nhận',
    );
  });

  it('is not the counter’s to start in mode agent (QĐ 45/2016 art. 7(4))', async () => {
    const { acceptance } = await accepted({ intakeMode: 'agent' });
    expect(acceptance).toEqual(refusal('intake-mode'));
  });
});

describe('the citizen with a slip', () => {
  it('finds the dossier by temporary number, and by mã hồ sơ with the slip’s secret', async () => {
    const counter = await entered();
    const { track, dossierId, numbers } = counter;
    const secret = await seals.trackingSecret(numbers[0]);
    const asked = { code: numbers[0] as string, secret, sourceIp };
    expect(got(await track(asked)).dossier.id).toBe(dossierId);
    const { code } = got(await counter.accept({ actor: clerk, idempotency, dossierId }));
    for (const known of [numbers[0], code])
      expect(got(await track({ code: known, secret, sourceIp })).dossier.acceptance?.code).toBe(
        code,
      );
    const receipt = await seals.trackingSecret(dossierId);
    expect(await track({ code: dossierId, secret: receipt, sourceIp })).toEqual(
      refusal('tracking-denied'),
    );
    expect(got(await track({ code, secret: receipt, sourceIp })).dossier.id).toBe(dossierId);
  });

  it('is told nothing by a wrong secret, or by another slip’s', async () => {
    const { track, numbers } = await entered();
    for (const secret of ['WRONG234', await seals.trackingSecret(numbers[1])])
      expect(await track({ code: numbers[0], secret, sourceIp })).toEqual(
        refusal('tracking-denied'),
      );
    const secret = await seals.trackingSecret(numbers[1]);
    expect(await track({ code: numbers[1], secret, sourceIp })).toEqual(refusal('tracking-denied'));
  });
});

describe('a dossier without a mã hồ sơ', () => {
  it('is known by the number of its slip, which the citizen holds', async () => {
    const { ledger, dossierId, numbers } = await entered();
    const { dossier } = (await ledger.load(dossierId)) ?? {};
    expect(dossier && knownAs(dossier)).toBe(numbers[0]);
  });
});

describe('a look-up at the counter', () => {
  it('finds by temporary number what the office may see, and nothing for another', async () => {
    const { find, numbers, dossierId } = await entered();
    expect(got(await find(clerk, numbers[0])).id).toBe(dossierId);
    expect(await find(stranger, numbers[0])).toEqual(refusal('dossier-unknown'));
    expect(await find(clerk, numbers[1])).toEqual(refusal('dossier-unknown'));
  });

  it('finds by the number of a phiếu thu too, for whoever may see its dossier', async () => {
    const { find, ledger, dossierId } = await entered();
    const number = 'BL-vi-thanh-261123-0001';
    const receipt: ReceiptRecord = {
      id: '01KAPXJ5V0ZK9Q4T8N6W2C7D8R' as ReceiptId,
      version: 1,
      number,
      dossierId,
      agency: 'ct-nnmt',
      office: 'bd-vi-thanh',
      shift: '01KAPXJ5V0ZK9Q4T8N6W2C7D8S' as ShiftId,
      taken: nothing,
      refunded: nothing,
      isReversed: false,
      takenAt: monday9,
    };
    await ledger.commit({ records: [recordWrite(receiptKind, undefined, receipt)] });
    const typed = normalisePaperNumber(number);
    expect(got(await find(clerk, typed)).id).toBe(dossierId);
    expect(await find(stranger, typed)).toEqual(refusal('dossier-unknown'));
    const other = normalisePaperNumber('BL-vi-thanh-261123-0002');
    expect(await find(clerk, other)).toEqual(refusal('dossier-unknown'));
  });
});

describe('the SMS of the acceptance', () => {
  it('names the slip that the citizen holds, beside the mã hồ sơ, in one segment', async () => {
    const { ledger, numbers, dossierId, accept } = await entered();
    got(await accept({ actor: clerk, idempotency, dossierId }));
    const history = await ledger.history(dossierId);
    const last = history.at(-1);
    const event = last && publishedEvent(last);
    const { dossier } = (await ledger.load(dossierId)) ?? {};
    if (!event || !dossier) throw new Error('not accepted');
    const [message, ...more] = await messagesFor(event, dossier, '', async () => history);
    expect(more).toEqual([]);
    const text = message && provinceSmsTexts.render(message.template, message.values);
    expect(text).toContain(`Phieu tam ${numbers[0]} nay la ho so H13.01-261123-0001.`);
    expect(text?.length).toBeLessThanOrEqual(160);
  });
});
