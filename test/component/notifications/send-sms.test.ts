import { describe, expect, it } from 'vitest';
import { hours, minutes, plus } from '#domain/time/instant.ts';
import { PublishedEvent } from '#events/catalogue.ts';
import type { SmsOutcome } from '#functions/notifications/ports/sms.ts';
import { anAcceptance, dossierId, monday9 } from '#test/support/dossiers.ts';
import { aDesk } from '#test/support/sms-desks.ts';

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

const sent: SmsOutcome = { outcome: 'sent', gatewayId: 'g1' };

/** An event of a dossier that has neither slip nor code, published under its own type. */
const withdrawn = PublishedEvent.parse({
  ...accepted,
  id: `${dossierId}:3`,
  type: 'vn.post-counter.withdrawal-granted.v1',
  data: { version: 3 },
});

describe('an SMS to the citizen', () => {
  it('calls what has no number yet by its id', async () => {
    const { send, calls } = await aDesk({ station: 'scanned' });
    expect(await send(withdrawn)).toEqual({ ok: true, value: ['sent'] });
    expect(calls[0]?.text).toContain(dossierId);
  });

  it('is one plain message to the applicant’s number, with code and appointment', async () => {
    const { send, calls } = await aDesk({ outcomes: [sent] });
    expect(await send(accepted)).toEqual({ ok: true, value: ['sent'] });
    expect(calls).toEqual([
      {
        reference,
        phone: '+84912345678',
        content: {
          template: 'accepted',
          values: { code: anAcceptance.code, dueDay: '03/12/2026' },
        },
        text: `Buu dien: Ho so ${anAcceptance.code} da duoc tiep nhan. Hen tra: 03/12/2026. Tra cuu bang ma tren giay hen.`,
      },
    ]);
  });

  it('is sent once, however often the event comes', async () => {
    const { send, calls } = await aDesk({ outcomes: [sent] });
    await send(accepted);
    expect(await send(accepted)).toEqual({ ok: true, value: ['settled-before'] });
    expect(calls).toHaveLength(1);
  });

  it('is sent once by two workers that have the event at the same time', async () => {
    const { send, calls } = await aDesk({ outcomes: [sent, sent] });
    await Promise.all([send(accepted), send(accepted), send(accepted)]);
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['unknown', { outcome: 'unknown', why: 'no-answer' }],
    ['failed', { outcome: 'refused', why: 'esms-104' }],
  ] as const)('that ended %s is never sent again by itself', async (state, outcome) => {
    const { send, sms, calls } = await aDesk({ outcomes: [outcome, sent] });
    await send(accepted);
    await send(accepted);
    expect(calls).toHaveLength(1);
    expect(await sms.find(reference)).toMatchObject({ state });
  });

  it('whose sender died in the call is never sent again: after a quarter of an hour it is unknown', async () => {
    const { send, sms, calls, advance, listUnreached } = await aDesk({ outcomes: ['crash', sent] });
    await expect(send(accepted)).rejects.toThrow('killed');
    expect(await send(accepted)).toEqual({ ok: true, value: ['settled-before'] });
    expect(await sms.find(reference)).toMatchObject({ state: 'sending' });
    await listUnreached();
    expect(await sms.find(reference)).toMatchObject({ state: 'sending' });
    advance(minutes(15));
    await listUnreached();
    expect(calls).toHaveLength(1);
    expect(await sms.find(reference)).toMatchObject({ state: 'unknown', why: 'sender-died' });
  });

  it('takes a delivery receipt that comes before the gateway’s answer was written', async () => {
    const { send, sms, channels, advance, listUnreached } = await aDesk();
    const receipt = { status: 'delivered', at: monday9 } as const;
    const [gateway] = channels;
    const answer = gateway?.send;
    Object.assign(gateway ?? {}, {
      send: async (message: Parameters<NonNullable<typeof answer>>[0]) => {
        expect(await sms.receipt(reference, receipt)).toBe(true);
        return answer?.(message);
      },
    });
    await send(accepted);
    expect(await sms.find(reference)).toMatchObject({ state: 'sent', receipt });
    advance(hours(73));
    expect(await listUnreached()).toBe(0);
    expect(await sms.overdue(plus(monday9, hours(99)), 9)).toEqual([]);
  });
});
