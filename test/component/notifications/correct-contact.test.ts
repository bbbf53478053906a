import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import { publishedEvent } from '#application/published-event.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { hours, instant } from '#domain/time/instant.ts';
import { PublishedEvent } from '#events/catalogue.ts';
import { makeCorrectContact } from '#functions/notifications/application/correct-contact.ts';
import { anApplicant, dossierId, type Station } from '#test/support/dossiers.ts';
import { aDesk } from '#test/support/sms-desks.ts';
import { seals } from '#test/support/tracking.ts';

const clerk: Staff = { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' };
const right = '+84987654321';
const night = instant(Date.UTC(2026, 10, 23, 16));
const morning = instant(Date.UTC(2026, 10, 24, 0));

const aCounter = async (station: Station, now?: typeof night) => {
  const desk = await aDesk({ station, ...(now && { now }) });
  const correct = makeCorrectContact({ ...desk, seals, ids: makeUlids() });
  const tellFrom = async (version: number) => {
    const history = await desk.ledger.history(dossierId);
    const events = history.slice(version - 1).flatMap((link) => publishedEvent(link) ?? []);
    for (const event of events) await desk.send(event);
  };
  return {
    ...desk,
    tellFrom,
    correct: (phone = right, actor: Staff = clerk, key?: string) =>
      correct({
        actor,
        idempotency: key ? { scope: 'bd-vi-thanh', key, requestHash: phone } : undefined,
        dossierId,
        phone,
        why: 'wrong-number',
      }),
    told: () => desk.calls.map(({ phone, content }) => [phone, content?.template]),
  };
};

describe('a corrected number', () => {
  it('replaces the wrong one, and the history says so without either', async () => {
    const { correct, ledger } = await aCounter('accepted');
    expect(await correct()).toEqual({ ok: true, value: { dossierId, version: 5 } });
    expect((await ledger.load(dossierId))?.applicant).toEqual({ ...anApplicant, phone: right });
    const history = await ledger.history(dossierId);
    expect(history.at(-1)).toMatchObject({
      actor: 'staff:lan',
      fact: { type: 'contact-corrected', why: 'wrong-number' },
    });
    expect(JSON.stringify(history)).not.toMatch(/987654321|912345678/);
  });

  it('hears again the acceptance with its code and the last that was told, once each', async () => {
    const { tellFrom, correct, told } = await aCounter('dispatched');
    await tellFrom(1);
    await correct();
    await tellFrom(12);
    await tellFrom(12);
    expect(told()).toEqual([
      [anApplicant.phone, 'accepted'],
      [anApplicant.phone, 'result-ready'],
      [anApplicant.phone, 'dispatched'],
      [right, 'accepted'],
      [right, 'dispatched'],
    ]);
  });

  it('hears one message when there was but one', async () => {
    const { tellFrom, correct, told } = await aCounter('accepted');
    await tellFrom(1);
    await correct();
    await tellFrom(5);
    expect(told()).toEqual([
      [anApplicant.phone, 'accepted'],
      [right, 'accepted'],
    ]);
  });

  it('is not told what a later station has overtaken before the correction was heard of', async () => {
    const { send, told } = await aCounter('dispatched');
    const heard = PublishedEvent.parse({
      specversion: '1.0',
      id: `${dossierId}:11`,
      source: 'urn:post-counter',
      type: 'vn.post-counter.contact-corrected.v1',
      subject: dossierId,
      time: '2026-11-23T09:00:00+07:00',
      datacontenttype: 'application/json',
      data: { version: 11 },
    });
    await send(heard);
    expect(told().map(([, template]) => template)).toEqual(['accepted']);
  });

  it('of two corrections only the last is told', async () => {
    const { correct, tellFrom, told } = await aCounter('accepted');
    await correct('+84981111111');
    await correct(right);
    await tellFrom(5);
    expect(told()).toEqual([[right, 'accepted']]);
  });

  it('gets what the night held back for the wrong one, and gets it once', async () => {
    const desk = await aCounter('accepted', night);
    await desk.tellFrom(1);
    await desk.correct();
    await desk.tellFrom(5);
    desk.setTo(morning);
    await desk.release();
    expect(desk.told()).toEqual([[right, 'accepted']]);
    expect(await desk.sms.find(`${dossierId}-4-accepted`)).toMatchObject({
      state: 'suppressed',
      why: 'contact-corrected',
    });
  });

  it('needs no call to the wrong one any more', async () => {
    const { tellFrom, correct, advance, listUnreached } = await aCounter('accepted');
    await tellFrom(1);
    await correct();
    advance(hours(73));
    expect(await listUnreached()).toBe(0);
  });

  it('is told of nothing before the dossier was accepted', async () => {
    const { correct, tellFrom, told } = await aCounter('registered');
    expect(await correct()).toMatchObject({ ok: true });
    await tellFrom(2);
    expect(told()).toEqual([]);
  });
});

describe('a correction is refused', () => {
  it('where it changes nothing', async () => {
    const { correct } = await aCounter('accepted');
    expect(await correct(anApplicant.phone)).toMatchObject({
      refusal: { code: 'contact-unchanged' },
    });
  });

  it('once the result is with the citizen', async () => {
    const { correct } = await aCounter('returned');
    expect(await correct()).toMatchObject({
      refusal: { code: 'step-not-allowed', step: 'correct-contact' },
    });
  });

  it('to another office, for which the dossier does not exist', async () => {
    const { correct } = await aCounter('waiting');
    const stranger: Staff = { ...clerk, office: 'bd-nga-bay' };
    expect(await correct(right, stranger)).toMatchObject({ refusal: { code: 'dossier-unknown' } });
  });

  it('under a key that has corrected otherwise; said again it is the same answer', async () => {
    const { correct } = await aCounter('accepted');
    const first = await correct(right, clerk, 'key-00001');
    expect(await correct(right, clerk, 'key-00001')).toEqual(first);
    expect(await correct('+84981111111', clerk, 'key-00001')).toMatchObject({
      refusal: { code: 'idempotency-key-reused' },
    });
  });
});

describe('after a withdrawal', () => {
  it('nothing of the proceeding is told', async () => {
    const { ledger, send, calls, sms } = await aCounter('accepted');
    const { load } = ledger;
    Object.assign(ledger, {
      load: async (id: typeof dossierId) => {
        const stored = await load(id);
        return stored && { ...stored, dossier: { ...stored.dossier, status: 'stopped' } };
      },
    });
    const accepted = (await ledger.history(dossierId)).at(3);
    const event = (accepted && publishedEvent(accepted)) as PublishedEvent;
    expect(await send(event)).toEqual({ ok: true, value: ['suppressed'] });
    expect(calls).toEqual([]);
    expect(await sms.find(`${dossierId}-4-accepted`)).toMatchObject({ why: 'withdrawn' });
  });
});
