import { describe, expect, it } from 'vitest';
import { makeMemorySmsLedger } from '#adapters/memory/sms-ledger.ts';
import { provinceSmsTexts } from '#adapters/province/province-sms-texts.ts';
import { makeReleaseHeldSms, makeSendSms } from '#application/notifications/send-sms.ts';
import { type Instant, instant } from '#domain/time/instant.ts';
import { PublishedEvent } from '#events/catalogue.ts';
import type { OutgoingSms, SmsOutcome } from '#ports/sms.ts';
import { anAcceptance, dossierId, monday9 } from '#test/support/dossiers.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const accepted = PublishedEvent.parse({
  specversion: '1.0',
  id: `${dossierId}:4`,
  source: 'urn:post-counter',
  type: 'vn.post-counter.dossier-accepted.v1',
  subject: dossierId,
  time: '2026-11-23T09:00:00+07:00',
  datacontenttype: 'application/json',
  data: { version: 4, agency: 'ct-nnmt', office: 'bd-vi-thanh' },
});
const reference = `${dossierId}-4-accepted`;

const aDesk = async (outcomes: readonly (SmsOutcome | 'crash')[], now: Instant = monday9) => {
  const world = await aWorldAt('accepted');
  world.setTo(now);
  const sms = makeMemorySmsLedger();
  const calls: OutgoingSms[] = [];
  const gateway = {
    name: 'test',
    send: async (message: OutgoingSms): Promise<SmsOutcome> => {
      calls.push(message);
      const outcome = outcomes[calls.length - 1] ?? { outcome: 'sent', gatewayId: 'g' };
      if (outcome === 'crash') throw new Error('the function was killed');
      return outcome;
    },
  };
  const deps = {
    ...world,
    sms,
    gateway,
    texts: provinceSmsTexts,
    keepsQuietHours: true,
    officeName: () => 'Buu dien Vi Thanh',
  };
  return { ...world, sms, calls, send: makeSendSms(deps), release: makeReleaseHeldSms(deps) };
};

const sent: SmsOutcome = { outcome: 'sent', gatewayId: 'g1' };

describe('an SMS to the citizen', () => {
  it('is one plain message to the applicant’s number, with code and appointment', async () => {
    const { send, calls } = await aDesk([sent]);
    expect(await send(accepted)).toEqual({ ok: true, value: 'sent' });
    expect(calls).toEqual([
      {
        reference,
        phone: '+84912345678',
        text: `Buu dien: Ho so ${anAcceptance.code} da duoc tiep nhan. Hen tra: 03/12/2026. Tra cuu bang ma tren giay hen.`,
      },
    ]);
  });

  it('is sent once, however often the event comes', async () => {
    const { send, calls } = await aDesk([sent]);
    await send(accepted);
    expect(await send(accepted)).toEqual({ ok: true, value: 'settled-before' });
    expect(calls).toHaveLength(1);
  });

  it('is sent once by two workers that have the event at the same time', async () => {
    const { send, calls } = await aDesk([sent, sent]);
    await Promise.all([send(accepted), send(accepted), send(accepted)]);
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['unknown', { outcome: 'unknown', why: 'no-answer' }],
    ['failed', { outcome: 'refused', why: 'esms-104' }],
  ] as const)('that ended %s is never sent again by itself', async (state, outcome) => {
    const { send, sms, calls } = await aDesk([outcome, sent]);
    await send(accepted);
    await send(accepted);
    expect(calls).toHaveLength(1);
    expect(await sms.find(reference)).toMatchObject({ state });
  });

  it('whose sender died in the call stays in sending, for a person to look at', async () => {
    const { send, sms, calls } = await aDesk(['crash', sent]);
    await expect(send(accepted)).rejects.toThrow('killed');
    expect(await send(accepted)).toEqual({ ok: true, value: 'settled-before' });
    expect(calls).toHaveLength(1);
    expect(await sms.find(reference)).toMatchObject({ state: 'sending' });
  });

  it('waits for the morning, and goes once', async () => {
    const night = instant(Date.UTC(2026, 10, 23, 16));
    const { send, release, calls, setTo, sms } = await aDesk([sent], night);
    expect(await send(accepted)).toEqual({ ok: true, value: 'held' });
    expect(await release()).toBe(0);
    setTo(instant(Date.UTC(2026, 10, 24, 0)));
    expect(await release()).toBe(1);
    expect(await release()).toBe(0);
    expect(calls).toHaveLength(1);
    expect(await sms.find(reference)).toMatchObject({ state: 'sent' });
  });

  it('takes a delivery receipt that comes before the gateway’s answer was written', async () => {
    const { send, sms } = await aDesk([sent]);
    await send(accepted);
    const receipt = { status: 'delivered', at: monday9 } as const;
    expect(await sms.receipt(reference, receipt)).toBe(true);
    expect(await sms.find(reference)).toMatchObject({ state: 'sent', receipt });
  });
});
