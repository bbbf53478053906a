import { describe, expect, it } from 'vitest';
import { publishedEvent } from '#application/published-event.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { hours, minutes } from '#domain/time/instant.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import {
  type CallToMake,
  makeListCalls,
  makeSettleCall,
} from '#functions/notifications/application/call-list.ts';
import { makeListUnreached } from '#functions/notifications/application/list-unreached.ts';
import { anApplicant, dossierId, monday9 } from '#test/support/dossiers.ts';
import { aDesk, aDeskOver } from '#test/support/sms-desks.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const reference = `${dossierId}-4-accepted`;
const clerk: Staff = { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' };
const stranger: Staff = { kind: 'staff', id: 'minh', role: 'clerk', office: 'bd-nga-bay' };
const supervisor: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };
const page = { limit: 10 };

/** The acceptance has been sent; what came of it is the test's. */
const told = async (o: Parameters<typeof aDesk>[0] = {}) => toldAt(await aDesk(o));

const toldAt = async (desk: Awaited<ReturnType<typeof aDesk>>) => {
  const accepted = (await desk.ledger.history(dossierId)).at(3);
  await desk.send((accepted && publishedEvent(accepted)) as PublishedEvent);
  const list = makeListCalls(desk);
  const calls = async (actor: Staff, office?: string) => {
    const listed = await list({ actor, office, page });
    return listed.ok ? listed.value.items : listed.refusal.code;
  };
  return { ...desk, callsOf: calls, settle: makeSettleCall(desk) };
};

describe('a citizen whom no message can reach', () => {
  const { phone: _, ...silent } = anApplicant;
  it.each([
    ['without a telephone, and is written to', silent, undefined],
    ['with a landline, and is called', { ...silent, phone: '+842933878911' }, '+842933878911'],
  ])('stands on the list at once: %s', async (_what, applicant, phone) => {
    const world = await aWorldAt('accepted', [], applicant);
    const { calls, listUnreached, callsOf, settle } = await toldAt(aDeskOver(world));
    expect(calls).toEqual([]);
    expect(await listUnreached()).toBe(1);
    const [line] = (await callsOf(clerk)) as readonly CallToMake[];
    expect(line).toMatchObject({ record: { reference, call: { reason: 'no-mobile' } } });
    expect(line?.phone).toBe(phone);
    const settled = await settle({ actor: clerk, reference, outcome: 'letter-sent' });
    expect(settled).toMatchObject({ ok: true, value: { outcome: 'letter-sent' } });
    expect(await callsOf(clerk)).toEqual([]);
  });
});

describe('a message that nobody confirms', () => {
  it('is on the call list after 72 hours, not before', async () => {
    const { listUnreached, advance, callsOf } = await told();
    advance(minutes(72 * 60 - 1));
    expect(await listUnreached()).toBe(0);
    expect(await callsOf(clerk)).toEqual([]);
    advance(minutes(1));
    expect(await listUnreached()).toBe(1);
    expect(await callsOf(clerk)).toMatchObject([
      { record: { reference, call: { reason: 'no-receipt', office: 'bd-vi-thanh' } } },
    ]);
    expect(await listUnreached()).toBe(0);
  });

  it.each([
    ['failed', { outcome: 'refused', why: 'esms-104' }, minutes(0)],
    ['unknown', { outcome: 'unknown', why: 'no-answer' }, minutes(15)],
  ] as const)(
    '%s: is on the list as soon as nothing can follow',
    async (reason, outcome, after) => {
      const { listUnreached, advance, callsOf } = await told({ outcomes: [outcome] });
      advance(after);
      expect(await listUnreached()).toBe(1);
      expect(await callsOf(clerk)).toMatchObject([{ record: { call: { reason } } }]);
    },
  );

  it('leaves the list when its receipt comes late, and no later word brings it back', async () => {
    const { listUnreached, advance, callsOf, sms } = await told();
    advance(hours(72));
    await listUnreached();
    await sms.receipt(reference, { status: 'delivered', at: monday9 });
    expect(await callsOf(clerk)).toEqual([]);
    await sms.receipt(reference, { status: 'undelivered', at: monday9 });
    expect(await sms.find(reference)).toMatchObject({ receipt: { status: 'delivered' } });
    expect(await listUnreached()).toBe(0);
  });

  it('of which the network says that it did not arrive is on the list at once', async () => {
    const desk = await told();
    await desk.sms.receipt(reference, { status: 'undelivered', at: monday9 });
    expect(await makeListUnreached(desk)(reference)).toBe(true);
    expect(await makeListUnreached(desk)(reference)).toBe(false);
    expect(await desk.callsOf(clerk)).toMatchObject([
      { record: { call: { reason: 'undelivered' } } },
    ]);
  });

  it('is nobody’s call once the citizen holds the result', async () => {
    const { listUnreached, advance, callsOf } = await told({ station: 'returned' });
    advance(hours(72));
    expect(await listUnreached()).toBe(0);
    expect(await callsOf(clerk)).toEqual([]);
  });
});

describe('the call list', () => {
  const waiting = async () => {
    const desk = await told();
    desk.advance(hours(72));
    await desk.listUnreached();
    return desk;
  };

  it('shows the number to the dossier’s own office', async () => {
    const { callsOf } = await waiting();
    expect(await callsOf(clerk)).toMatchObject([
      { record: { dossierId }, phone: anApplicant.phone },
    ]);
  });

  it('shows a supervisor the calls of all offices or of one, without numbers', async () => {
    const { callsOf } = await waiting();
    for (const office of [undefined, 'bd-vi-thanh']) {
      const [line] = (await callsOf(supervisor, office)) as readonly object[];
      expect(line).toMatchObject({ record: { reference } });
      expect(line).not.toHaveProperty('phone');
    }
    expect(await callsOf(supervisor, 'bd-nga-bay')).toEqual([]);
  });

  it('shows another office nothing, whatever it asks for', async () => {
    const { callsOf, settle } = await waiting();
    expect(await callsOf(stranger)).toEqual([]);
    expect(await callsOf(stranger, 'bd-vi-thanh')).toBe('office-unknown');
    expect(await settle({ actor: stranger, reference, outcome: 'reached' })).toMatchObject({
      refusal: { code: 'call-unknown' },
    });
  });

  it('loses a call that was made; its outcome is the first that was said', async () => {
    const { callsOf, settle, advance, sms } = await waiting();
    const ask = { actor: clerk, reference, outcome: 'reached', note: 'Con gái nghe máy' } as const;
    const first = await settle(ask);
    expect(first).toMatchObject({ ok: true, value: { outcome: 'reached', by: 'staff:lan' } });
    advance(minutes(5));
    expect(await settle(ask)).toEqual(first);
    expect(await settle({ ...ask, outcome: 'wrong-number' })).toMatchObject({
      refusal: { code: 'call-settled', outcome: 'reached' },
    });
    expect(await callsOf(clerk)).toEqual([]);
    expect((await sms.find(reference))?.call?.settled?.note).toBe('Con gái nghe máy');
  });

  it('has no call for a message that nobody need call about', async () => {
    const { settle } = await told();
    expect(await settle({ actor: clerk, reference, outcome: 'reached' })).toMatchObject({
      refusal: { code: 'call-unknown' },
    });
  });
});
