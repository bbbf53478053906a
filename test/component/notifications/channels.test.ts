import { describe, expect, it } from 'vitest';
import { publishedEvent } from '#application/published-event.ts';
import { hours, minutes } from '#domain/time/instant.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import { dossierId } from '#test/support/dossiers.ts';
import { aDesk } from '#test/support/sms-desks.ts';

const first = `${dossierId}-4-accepted`;
const second = `${first}-2`;
const noZalo = { outcome: 'refused', why: 'zalo-118' } as const;
const silence = { outcome: 'unknown', why: 'no-answer' } as const;

const toldOf = async (desk: Awaited<ReturnType<typeof aDesk>>) => {
  const accepted = (await desk.ledger.history(dossierId)).at(3);
  return desk.send((accepted && publishedEvent(accepted)) as PublishedEvent);
};

describe('with Zalo before SMS', () => {
  it('a phone with Zalo gets no SMS', async () => {
    const desk = await aDesk({ zalo: [{ outcome: 'sent', gatewayId: 'z' }] });
    expect(await toldOf(desk)).toEqual({ ok: true, value: ['sent'] });
    expect([desk.zaloCalls.length, desk.calls.length]).toEqual([1, 0]);
  });

  it('a phone without Zalo gets an SMS under a reference of its own, once', async () => {
    const desk = await aDesk({ zalo: [noZalo] });
    await toldOf(desk);
    await toldOf(desk);
    expect(desk.zaloCalls.map(({ reference }) => reference)).toEqual([first]);
    expect(desk.calls.map(({ reference }) => reference)).toEqual([second]);
    expect(await desk.sms.find(first)).toMatchObject({ state: 'failed', why: 'zalo-118' });
    expect(await desk.sms.find(second)).toMatchObject({ state: 'sent', attempt: 2 });
  });

  it('the SMS still goes when the sender died between the two', async () => {
    const desk = await aDesk({ zalo: [noZalo] });
    const { open } = desk.sms;
    let deaths = 1;
    Object.assign(desk.sms, {
      open: async (record: Parameters<typeof open>[0]) => {
        if (record.attempt === 2 && deaths-- > 0) throw new Error('the function was killed');
        return open(record);
      },
    });
    await expect(toldOf(desk)).rejects.toThrow('killed');
    expect(await toldOf(desk)).toEqual({ ok: true, value: ['sent'] });
    expect([desk.zaloCalls.length, desk.calls.length]).toEqual([1, 1]);
  });

  it('nothing follows an answer of Zalo that nobody heard', async () => {
    const desk = await aDesk({ zalo: [silence] });
    expect(await toldOf(desk)).toEqual({ ok: true, value: ['unknown'] });
    await toldOf(desk);
    expect([desk.zaloCalls.length, desk.calls.length]).toEqual([1, 0]);
  });

  it('a refusal that the next channel made good calls nobody', async () => {
    const desk = await aDesk({ zalo: [noZalo] });
    await toldOf(desk);
    await desk.sms.receipt(second, { status: 'delivered', at: desk.clock.now() });
    desk.advance(hours(100));
    expect(await desk.listUnreached()).toBe(0);
  });

  it('a refusal by both does, and by the last alone it is counted', async () => {
    const desk = await aDesk({ zalo: [noZalo], outcomes: [noZalo] });
    expect(await toldOf(desk)).toEqual({ ok: true, value: ['failed'] });
    expect(await desk.listUnreached()).toBe(1);
    desk.advance(minutes(20));
    expect(await desk.listUnreached()).toBe(0);
    expect((await desk.sms.find(second))?.call).toMatchObject({ reason: 'failed' });
  });
});

describe('a gateway that gives no receipts', () => {
  it('is not waited for', async () => {
    const desk = await aDesk({ givesNoReceipts: true });
    await toldOf(desk);
    desk.advance(hours(500));
    expect(await desk.listUnreached()).toBe(0);
  });
});
