import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import { phoneLink } from '#application/phone-link.ts';
import { days, hours, minutes, plus } from '#domain/time/instant.ts';
import { makeRegisterDossier } from '#functions/intake/application/register-dossier.ts';
import { makeCorrectContact } from '#functions/notifications/application/correct-contact.ts';
import { trackedView } from '#functions/tracking/api/tracked-view.ts';
import { makeListPhoneDossiers } from '#functions/tracking/application/phone/list-phone-dossiers.ts';
import { makeReadPhoneAccess } from '#functions/tracking/application/read-own-access.ts';
import { contract } from '#functions/tracking/phone-session/contract.ts';
import { makeHandlers } from '#functions/tracking/phone-session/handler.ts';
import { describeBothStores, type Stores } from '#test/support/both-stores.ts';
import { anAcceptance, anApplicant, monday9 } from '#test/support/dossiers.ts';
import { served } from '#test/support/edge/served.ts';
import { fresh, newDossier } from '#test/support/kept-things.ts';
import { aCounter, got, handedIn } from '#test/support/offline.ts';
import { aPhoneDesk, phone } from '#test/support/phones.ts';
import { clerk, refusal } from '#test/support/shipments.ts';
import { seals, sourceIp } from '#test/support/tracking.ts';

const denied = refusal('otp-denied');
const another = '+84901112233';

const wrong = (otp: string): string => `${otp.slice(0, -1)}${(Number(otp.at(-1)) + 1) % 10}`;

describe('a code for a phone', () => {
  it('is eight digits in one SMS to that phone, and nowhere else', async () => {
    const desk = await aPhoneDesk();
    const asked = await desk.ask();
    const [request] = desk.queue;
    expect(await desk.work()).toEqual(['sent']);
    const [sms] = desk.inbox;
    expect(sms).toMatchObject({ phone, text: expect.stringMatching(/Ma xac nhan \d{8}, /) });
    const [otp = ''] = /\d{8}/.exec(sms?.text ?? '') ?? [];
    const kept = [asked, request, await desk.sms.find(sms?.reference ?? '')];
    expect(JSON.stringify(kept)).not.toContain(otp);
    expect(JSON.stringify([request])).not.toContain(phone.slice(1));
  });

  it('is answered alike for every number, and to nobody twice the same', async () => {
    const desk = await aPhoneDesk();
    const [known, unknown] = [await desk.ask(anApplicant.phone), await desk.ask(another)];
    for (const answer of [known, unknown])
      expect(answer).toEqual({
        ok: true,
        value: { challenge: expect.stringMatching(/^[\w-]{43}$/) },
      });
    expect(known).not.toEqual(unknown);
  });

  it('is sent six times an hour and twelve times a day to one number, whoever asks', async () => {
    const desk = await aPhoneDesk();
    let from = 0;
    const inAnHour = async () => {
      for (let n = 0; n < 7; n++) {
        from += 1;
        await desk.ask(phone, `198.51.100.${from}`);
      }
      return desk.work();
    };
    const day = [await inAnHour()];
    for (let hour = 0; hour < 3; hour++) {
      desk.advance(hours(1));
      day.push(await inAnHour());
    }
    const sent = day.map((settled) => settled.filter((each) => each === 'sent').length);
    expect(sent).toEqual([6, 6, 0, 0]);
    await desk.ask(another);
    expect(await desk.work()).toEqual(['sent']);
    desk.advance(days(1));
    expect(await inAnHour()).toContain('sent');
  });

  it('is asked for ten times an hour by one address, codes of dossiers counted with it', async () => {
    const desk = await aPhoneDesk();
    for (let n = 0; n < 9; n++) expect((await desk.ask(`+8490111220${n}`)).ok).toBe(true);
    await desk.requestOtp({ code: 'H13.01-261123-9999', secret: 'WRNG2345', sourceIp });
    expect(await desk.ask(another)).toMatchObject(refusal('too-many-tries'));
    expect((await desk.ask(another, '198.51.100.9')).ok).toBe(true);
  });

  it('is not sent when half of the province’s budget of the day is spent: receipts keep the other', async () => {
    const desk = await aPhoneDesk('accepted', { dailyBudget: 2 });
    await desk.ask();
    await desk.ask(another);
    expect(await desk.work()).toEqual(['sent', 'budget-spent']);
  });

  it('is not sent twice for a message that comes twice', async () => {
    const desk = await aPhoneDesk();
    await desk.ask();
    const [request] = desk.queue;
    if (!request) throw new Error('nothing asked');
    expect([await desk.send(request), await desk.send(request)]).toEqual([
      'sent',
      'settled-before',
    ]);
    expect(desk.inbox).toHaveLength(1);
  });
});

describe('a phone session', () => {
  it('is opened once by the digits, and says whose it is by a keyed hash', async () => {
    const desk = await aPhoneDesk();
    const typed = await desk.received();
    const { token } = got(await desk.openPhone(typed));
    const actor = await desk.read(token);
    expect(actor).toMatchObject({ kind: 'phone', phone: await seals.mac('phone', phone) });
    expect(JSON.stringify(actor)).not.toContain(token);
    expect(await desk.openPhone(typed)).toEqual(denied);
  });

  it('is opened by one of ten that type the digits at once', async () => {
    const desk = await aPhoneDesk();
    const typed = await desk.received();
    const opened = await Promise.all(Array.from({ length: 10 }, () => desk.openPhone(typed)));
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is lost after five guesses, however many come at once', async () => {
    const desk = await aPhoneDesk();
    const typed = await desk.received();
    const guesses = Array.from({ length: 5 }, () =>
      desk.openPhone({ ...typed, otp: wrong(typed.otp) }),
    );
    for (const guess of await Promise.all(guesses)) expect(guess).toEqual(denied);
    expect(await desk.openPhone(typed)).toEqual(denied);
  });

  it('is not lost by guesses of somebody who knows the number only', async () => {
    const desk = await aPhoneDesk();
    const typed = await desk.received();
    const { challenge } = got(await desk.ask(phone, '198.51.100.9'));
    for (let n = 0; n < 9; n++)
      expect(await desk.openPhone({ ...typed, challenge, sourceIp: '198.51.100.9' })).toEqual(
        denied,
      );
    expect((await desk.openPhone(typed)).ok).toBe(true);
  });

  it('is not opened for another number by the digits of one’s own', async () => {
    const desk = await aPhoneDesk();
    const mine = await desk.received();
    expect(await desk.openPhone({ ...mine, phone: another })).toEqual(denied);
  });

  it('is not opened by digits that are five minutes old', async () => {
    const desk = await aPhoneDesk();
    const typed = await desk.received();
    desk.advance(minutes(5));
    expect(await desk.openPhone(typed)).toEqual(denied);
  });

  it('is tried thirty times in a quarter of an hour by one address', async () => {
    const desk = await aPhoneDesk();
    const typed = await desk.received();
    for (let n = 0; n < 30; n++)
      await desk.openPhone({ ...typed, challenge: 'x'.repeat(43), otp: '00000000' });
    expect(await desk.openPhone(typed)).toMatchObject(refusal('too-many-tries'));
    expect((await desk.openPhone({ ...typed, sourceIp: '198.51.100.9' })).ok).toBe(true);
  });

  it('lasts half an hour, or until it is ended', async () => {
    const desk = await aPhoneDesk();
    const [first, second] = [await desk.session(), await desk.session()];
    const actor = await desk.read(first.token);
    if (!actor) throw new Error('no session');
    await desk.end(actor);
    expect(await desk.read(first.token)).toBeUndefined();
    desk.advance(minutes(29));
    expect(await desk.read(second.token)).toBeDefined();
    desk.setTo(second.expiresAt);
    expect(await desk.read(second.token)).toBeUndefined();
  });
});

/** An accepted dossier with a code of its own, and its link. */
const aDossierOf = async ({ ledger }: Pick<Stores, 'ledger'>, of: string, at = monday9) => {
  const code = `H13-${fresh()}`;
  const write = newDossier({ code });
  const { id } = write.change.after;
  const written = await ledger.commit({
    dossiers: [{ ...write, applicant: { ...anApplicant, phone: of } }],
    records: await phoneLink(
      { ledger, seals },
      {
        dossierId: id,
        applicant: { phone: of },
        at,
      },
    ),
  });
  if (!written.ok) throw new Error(written.why);
  return { id, code };
};

/** A number that no other test has: tables are shared. */
let numbers = 0;
const aNumber = (): string => {
  numbers += 1;
  return `+8490555${String(numbers).padStart(4, '0')}`;
};
const holder = async (of: string) =>
  ({ kind: 'phone', phone: await seals.mac('phone', of), session: 's' }) as const;

describeBothStores('the dossiers of a phone', (open: () => Stores) => {
  it('are those that have its number, as their receipts open them and no more', async () => {
    const stores = open();
    const mine = aNumber();
    const { code } = await aDossierOf(stores, mine);
    await aDossierOf(stores, aNumber());
    const { items } = await makeListPhoneDossiers({ ...stores, seals })(await holder(mine), {
      limit: 10,
    });
    expect(items.map(trackedView)).toEqual([
      {
        code,
        status: 'accepted',
        statusText: expect.anything(),
        nationalStatus: expect.any(Number),
        acceptedAt: expect.any(String),
        dueAt: expect.any(String),
      },
    ]);
  });

  it('come page by page, in the order of registration, without the phone’s hash', async () => {
    const stores = open();
    const mine = aNumber();
    const codes: string[] = [];
    for (let n = 0; n < 5; n++)
      codes.push((await aDossierOf(stores, mine, plus(monday9, minutes(n)))).code);
    const list = makeListPhoneDossiers({ ...stores, seals });
    const actor = await holder(mine);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list(actor, { limit: 2, ...(after !== undefined && { after }) });
      seen.push(...page.items.map((each) => trackedView(each).code));
      after = page.next;
      if (after) {
        // A cursor of the memory store is written otherwise; what DynamoDB hands out must come in again.
        const comesIn = contract.listPhoneDossiers.query.safeParse({ after }).success;
        expect(comesIn).toBe(/^\d{14}#/.test(after));
        expect(after).not.toContain(actor.phone);
      }
    } while (after !== undefined);
    expect(seen).toEqual(codes);
  });

  it('are not another’s, whatever page is asked for', async () => {
    const stores = open();
    const [mine, theirs] = [aNumber(), aNumber()];
    for (let n = 0; n < 3; n++) await aDossierOf(stores, theirs, plus(monday9, minutes(n)));
    const list = makeListPhoneDossiers({ ...stores, seals });
    const { next = '' } = await list(await holder(theirs), { limit: 1 });
    expect(next).not.toBe('');
    expect((await list(await holder(mine), { limit: 10, after: next })).items).toEqual([]);
  });

  it('go with a corrected number: the former holder sees nothing, the right one does', async () => {
    const stores = open();
    const [former, right] = [aNumber(), aNumber()];
    const { id, code } = await aDossierOf(stores, former);
    const list = makeListPhoneDossiers({ ...stores, seals });
    const seenBy = async (of: string) =>
      (await list(await holder(of), { limit: 10 })).items.map((each) => trackedView(each).code);
    const clock = { now: () => plus(monday9, hours(1)), pauseUpTo: async () => undefined };
    const correct = makeCorrectContact({ ...stores, clock, seals, ids: makeUlids() });
    const to = async (next: string) =>
      got(
        await correct({
          actor: clerk,
          idempotency: undefined,
          dossierId: id,
          phone: next,
          why: 'wrong-number',
        }),
      );
    await to(right);
    expect([await seenBy(former), await seenBy(right)]).toEqual([[], [code]]);
    await to(former);
    expect([await seenBy(former), await seenBy(right)]).toEqual([[code], []]);
  });
});

describe('a dossier that is registered', () => {
  it('is found by the applicant’s phone once it has a number to be tracked by', async () => {
    const counter = aCounter();
    const register = makeRegisterDossier(counter);
    const list = makeListPhoneDossiers(counter);
    const mine = await holder(anApplicant.phone);
    const { dossierId } = got(
      await register({ ...handedIn, actor: clerk, idempotency: undefined }),
    );
    expect((await list(mine, { limit: 10 })).items).toEqual([]);
    await counter.scanAll(dossierId);
    got(await counter.accept({ actor: clerk, idempotency: undefined, dossierId }));
    const { items } = await list(mine, { limit: 10 });
    expect(items.map(({ dossier }) => dossier.id)).toEqual([dossierId]);
  });
});

describe('the function of phones', () => {
  it('logs neither number, digits, challenge nor token, and shows nothing of the person', async () => {
    const desk = await aPhoneDesk();
    const logged: unknown[] = [];
    const note = (...line: unknown[]) => void logged.push(line);
    const records = await phoneLink(desk, {
      dossierId: desk.dossierId,
      applicant: anApplicant,
      at: monday9,
    });
    await desk.ledger.commit({ records });
    const call = served({
      contract,
      log: { info: note, warn: note, error: note },
      phoneSession: desk.read,
      handlers: makeHandlers({
        requestCode: ({ phone: of }) => desk.ask(of),
        open: desk.openPhone,
        end: desk.end,
        list: desk.list,
        readAccess: makeReadPhoneAccess(desk),
      }),
    });
    const of = { phone: '0912 345 678' };
    const asked = await call('POST /v1/phone/otp', { body: of });
    expect([asked.status, JSON.parse(asked.text).validSeconds]).toEqual([202, 300]);
    const { challenge } = JSON.parse(asked.text);
    await desk.work();
    const [otp = ''] = /\d{8}/.exec(desk.inbox[0]?.text ?? '') ?? [];
    const opened = await call('POST /v1/phone/session', { body: { ...of, challenge, otp } });
    const { token } = JSON.parse(opened.text);
    const headers = { authorization: `Bearer ${token}` };
    const listed = await call('GET /v1/phone/dossiers', { headers });
    expect([listed.status, listed.text]).toEqual([200, expect.stringContaining(anAcceptance.code)]);
    const { name, personalNumber, address } = anApplicant;
    for (const secret of [name, personalNumber, address, '912345678'])
      expect(listed.text).not.toContain(secret);
    expect((await call('POST /v1/phone/session/end', { headers, body: {} })).status).toBe(200);
    const after = await call('GET /v1/phone/dossiers', { headers });
    expect([after.status, JSON.parse(after.text).code]).toEqual([401, 'phone-session-invalid']);
    const text = JSON.stringify(logged);
    for (const secret of ['912345678', otp, challenge, token]) expect(text).not.toContain(secret);
  });
});
