import { describe, expect, it } from 'vitest';
import { queueRules } from '#data/province.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { days, minutes } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeRegisterDossier } from '#functions/intake/application/register-dossier.ts';
import { displayView } from '#functions/queueing/api/views/queue.ts';
import { makeReadQueue } from '#functions/queueing/application/read-queue.ts';
import { makeWorkQueue } from '#functions/queueing/application/work-queue.ts';
import { ticketKind } from '#functions/queueing/records.ts';
import { aCounter, got, handedIn } from '#test/support/offline.ts';
import { clerk, refusal } from '#test/support/shipments.ts';

const idempotency = undefined;
const colleague: Staff = { ...clerk, id: 'binh' };
const stranger: Staff = { ...clerk, id: 'minh', office: 'bd-nga-bay' };
const supervisor: Staff = { kind: 'staff', id: 'giam-sat', role: 'supervisor' };
const monday = '2026-11-23' as VietnamDay;
const group = 'nop-ho-so';

const aHall = async (tickets = 3) => {
  const counter = aCounter();
  const queue = makeWorkQueue({ ...counter, queueRules });
  for (let n = 0; n < tickets; n++) got(await queue.take({ actor: clerk, idempotency, group }));
  const register = makeRegisterDossier(counter);
  return {
    ...counter,
    queue,
    read: makeReadQueue(counter),
    call: (actor: Staff, at: string) => queue.call({ actor, idempotency, counter: at }),
    register: async () => got(await register({ ...handedIn, actor: clerk, idempotency })).dossierId,
  };
};

describe('a ticket', () => {
  it('is called to one counter, however many call at the same moment', async () => {
    const { call } = await aHall(3);
    const counters = ['quay-1', 'quay-2', 'quay-3', 'quay-4'];
    const called = await Promise.all(counters.map((counter) => call(clerk, counter)));
    const numbers = called.flatMap((each) => (each.ok ? [each.value.number] : []));
    expect([...numbers].sort()).toEqual(['A001', 'A002', 'A003']);
    expect(called).toContainEqual(refusal('queue-empty'));
  });

  it('has a number that nobody else has, however many are taken at once', async () => {
    const { queue } = await aHall(0);
    const take = () => queue.take({ actor: clerk, idempotency, group });
    const taken = await Promise.all([take(), take(), take(), take()]);
    expect(new Set(taken.map((each) => got(each).number)).size).toBe(4);
  });

  it('is answered the same for a button that is pressed twice under one key', async () => {
    const { queue } = await aHall(0);
    const key = { scope: 'bd-vi-thanh', key: 'kiosk-1', requestHash: 'h' };
    const first = await queue.take({ actor: clerk, idempotency: key, group });
    expect(await queue.take({ actor: clerk, idempotency: key, group })).toEqual(first);
  });

  it('is nobody’s at another office, and begins anew the next day', async () => {
    const { call, queue, advance } = await aHall(2);
    const { id } = got(await call(clerk, 'quay-1'));
    const theirs = { actor: stranger, idempotency, id };
    expect(await queue.finish(theirs)).toEqual(refusal('ticket-not-served'));
    expect(await call(stranger, 'quay-1')).toEqual(refusal('queue-empty'));
    advance(days(1));
    const next = got(await queue.take({ actor: clerk, idempotency, group }));
    expect(next.number).toBe('A001');
  });
});

describe('the dossiers of a ticket', () => {
  it('are those registered while it is served: none or many, each with one ticket', async () => {
    const { call, queue, register, ledger, advance } = await aHall(3);
    const early = await register();
    advance(minutes(1));
    const { id } = got(await call(clerk, 'quay-1'));
    const ask = { actor: clerk, idempotency, id };
    expect(await queue.link({ ...ask, dossierId: early })).toEqual(
      refusal('dossier-before-ticket'),
    );
    const [one, two] = [await register(), await register()];
    for (const dossierId of [one, two, one]) got(await queue.link({ ...ask, dossierId }));
    const other = { ...ask, id: got(await call(colleague, 'quay-2')).id };
    expect(await queue.link({ ...other, dossierId: one })).toEqual(refusal('dossier-has-ticket'));
    expect(got(await queue.finish(ask)).dossiers).toEqual([one, two]);
    expect(await queue.link({ ...other, dossierId: one })).toEqual(refusal('dossier-has-ticket'));
    expect(await ledger.findRecord(ticketKind, two)).toBe(id);
    expect(got(await queue.finish(other)).dossiers).toEqual([]);
  });

  it('are not another office’s', async () => {
    const { queue, register, call } = await aHall(1);
    const dossierId = await register();
    got(await queue.take({ actor: stranger, idempotency, group }));
    const { id } = got(await call(stranger, 'quay-1'));
    expect(await queue.link({ actor: stranger, idempotency, id, dossierId })).toEqual(
      refusal('dossier-unknown'),
    );
  });
});

describe('the screen on the wall', () => {
  it('shows numbers and counters, and nothing of persons', async () => {
    const { call, queue, read } = await aHall(1);
    got(await queue.take({ actor: clerk, idempotency, group, priority: 'pregnant' }));
    got(await call(clerk, 'quay-2'));
    got(await call(clerk, 'quay-1'));
    got(await queue.take({ actor: clerk, idempotency, group, priority: 'disabled' }));
    expect(displayView(got(await read.today('bd-vi-thanh')))).toEqual({
      serving: [
        { counter: 'quay-1', number: 'A002' },
        { counter: 'quay-2', number: 'A001' },
      ],
      waiting: 1,
    });
    expect(await read.today('bd-nowhere')).toEqual(refusal('office-unknown'));
  });
});

describe('the waits of an office-day', () => {
  it('are the own office’s for a clerk, any for a supervisor', async () => {
    const { call, read, advance } = await aHall(2);
    advance(minutes(12));
    got(await call(clerk, 'quay-1'));
    const figures = { taken: 2, called: 1, waiting: 1, medianMinutes: 12 };
    expect(got(await read.waits(clerk, undefined, monday))).toMatchObject(figures);
    expect(await read.waits(clerk, 'bd-nga-bay', monday)).toEqual(refusal('office-unknown'));
    expect(got(await read.waits(supervisor, 'bd-vi-thanh', monday))).toMatchObject(figures);
    expect(got(await read.waits(supervisor, 'bd-nga-bay', monday))).toMatchObject({ taken: 0 });
    expect(await read.waits(supervisor, undefined, monday)).toEqual(refusal('office-unknown'));
  });
});
