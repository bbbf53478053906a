import { describe, expect, it } from 'vitest';
import { makeMemoryTries } from '#adapters/memory/tries.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { tellOfMoneyBack } from '#application/tell-numbers.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { days, instant } from '#domain/time/instant.ts';
import { makeCounterActs } from '#functions/intake/application/counter-acts.ts';
import { makeCorrectContact } from '#functions/notifications/application/correct-contact.ts';
import { makeAuthoriseRecipient } from '#functions/returns/application/authorise-recipient.ts';
import { numberNoticeKind } from '#ports/kernel-records.ts';
import { anApplicant, dossierId, type Station } from '#test/support/dossiers.ts';
import { refusal } from '#test/support/shipments.ts';
import { aDesk } from '#test/support/sms-desks.ts';
import { seals } from '#test/support/tracking.ts';

const actor: Staff = { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' };
const asked = { actor, idempotency: undefined, dossierId };
const own = anApplicant.phone;
const [thief, accomplice] = ['+84987000001', '+84987000002'];
const night = instant(Date.UTC(2026, 10, 23, 16));
const morning = instant(Date.UTC(2026, 10, 24, 0));

const aCounter = async (station: Station, o: Parameters<typeof aDesk>[0] = {}) => {
  const desk = await aDesk({ ...o, station });
  const deps = { ...desk, seals, ids: makeUlids(), tries: makeMemoryTries() };
  const correct = makeCorrectContact(deps);
  const authorise = makeAuthoriseRecipient(deps);
  const person = { name: 'Lê Văn Út', personalNumber: '093090001234', reference: 'GUQ 12' };
  return {
    ...desk,
    change: (phone: string) => correct({ ...asked, phone, why: 'number-changed' }),
    authorise: () => authorise({ ...asked, person }),
    withdraw: () => makeCounterActs(deps).withdraw({ ...asked, reason: 'Đổi ý' }),
    told: async () => {
      await desk.tellNumbers();
      return desk.calls
        .splice(0)
        .map(({ phone, content }) => `${phone} ${content?.template}`)
        .sort();
    },
  };
};

describe('the number that guards a dossier', () => {
  it('hears that it was changed, on the number of before', async () => {
    const { change, tellNumbers, calls, told } = await aCounter('waiting');
    await change(thief);
    await tellNumbers();
    expect(calls).toMatchObject([
      { phone: own, text: expect.stringContaining('vua duoc doi. Neu ong/ba khong yeu cau') },
    ]);
    expect(calls.splice(0)[0]?.text).not.toMatch(/987000001|912345678/);
    expect(await told()).toEqual([]);
  });

  it('hears what is done after it was changed, for a month', async () => {
    const { change, authorise, told, advance } = await aCounter('decided');
    await change(thief);
    await told();
    await authorise();
    expect(await told()).toEqual(
      [`${own} recipient-authorised`, `${thief} recipient-authorised`].sort(),
    );
    advance(days(31));
    await authorise();
    expect(await told()).toEqual([`${thief} recipient-authorised`]);
  });

  it('hears of each change in a row', async () => {
    const { change, told } = await aCounter('waiting');
    await change(thief);
    await change(accomplice);
    expect(await told()).toEqual(
      [`${own} phone-changed`, `${own} phone-changed`, `${thief} phone-changed`].sort(),
    );
  });

  it('hears that the case is to be withdrawn', async () => {
    const { withdraw, told } = await aCounter('waiting');
    expect(await withdraw()).toMatchObject({ ok: true });
    expect(await told()).toEqual([`${own} asked-withdrawal`]);
  });

  it('hears that money of it was given back, with the sum', async () => {
    const { ledger, tellNumbers, calls, clock } = await aCounter('waiting');
    const stored = await ledger.load(dossierId);
    if (!stored) throw new Error('no dossier');
    const told = { amountVnd: 1_250_000, now: clock.now() };
    const records = await tellOfMoneyBack({ ledger, ids: makeUlids() }, stored, told);
    await ledger.commit({ records });
    await tellNumbers();
    expect(calls).toMatchObject([
      { phone: own, text: expect.stringContaining('Da hoan 1.250.000 dong cua ho so') },
    ]);
  });

  it('hears of the night in the morning, and each once', async () => {
    const { change, told, setTo, tellNumbers, calls } = await aCounter('waiting', { now: night });
    await change(thief);
    expect(await told()).toEqual([]);
    setTo(morning);
    await Promise.all([tellNumbers(), tellNumbers()]);
    expect(calls).toHaveLength(1);
  });

  it('is kept no longer than until it was told', async () => {
    const { change, told, ledger, index } = await aCounter('waiting');
    await change(thief);
    const [id = ''] = (await index.listed(numberNoticeKind, 'waiting', { limit: 10 })).items;
    await told();
    expect(await ledger.record(numberNoticeKind, id)).not.toHaveProperty('phone');
    expect((await index.listed(numberNoticeKind, 'waiting', { limit: 10 })).items).toEqual([]);
  });

  it('is told by a person where no SMS reaches it: nobody is sent one', async () => {
    const { change, told, ledger } = await aCounter('waiting');
    const stored = await ledger.load(dossierId);
    expect(stored?.applicant.phone).toBe(own);
    await change('+842933876543');
    await told();
    await change(thief);
    expect(await told()).toEqual([`${own} phone-changed`]);
  });
});

describe('what a number guards', () => {
  it('is changed three times a day, in whatever way, and by name no more', async () => {
    const { change, authorise, withdraw, advance, ledger } = await aCounter('waiting');
    expect(await change(thief)).toMatchObject({ ok: true });
    expect(await authorise()).toMatchObject({ ok: true });
    expect(await change(accomplice)).toMatchObject({ ok: true });
    const before = await ledger.load(dossierId);
    const refused = refusal('too-many-changes');
    for (const act of [() => change(own), authorise, withdraw])
      expect(await act()).toEqual(refused);
    expect(await ledger.load(dossierId)).toEqual(before);
    advance(days(1));
    expect(await change(own)).toMatchObject({ ok: true });
  });
});
