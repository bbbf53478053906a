import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeMemoryPhoneSessions } from '#adapters/memory/phone-sessions.ts';
import { systemRandom } from '#adapters/node/random.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Outcome } from '#domain/refusal.ts';
import { makePairDevice, makeStartPairing } from '#functions/devices/application/pair-device.ts';
import { makeCounterActs } from '#functions/intake/application/counter-acts.ts';
import { makeOpenPhoneSession } from '#functions/tracking/application/phone/phone-session.ts';
import { makeRequestPhoneCode } from '#functions/tracking/application/phone/request-phone-code.ts';
import { makeTrackDossier } from '#functions/tracking/application/track-dossier.ts';
import {
  anApplicant,
  dossierId,
  officer,
  type Station,
  suppliesAsked,
} from '#test/support/dossiers.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { got } from '#test/support/offline.ts';
import { clerk, refusal } from '#test/support/shipments.ts';
import { aTrackingDesk, digitsOf, theReceipt } from '#test/support/tracking.ts';

const { phone } = anApplicant;
const guest: Staff = { ...clerk, id: 'hoa', office: 'bd-nga-bay' };
const colleague: Staff = { ...guest, id: 'khoa' };
const supervisor: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };
const wrong = 'WRONG234';
const dailyBudget = 40;

/** One place of the province with every door that a secret opens, over one count of tries. */
const aPlace = async (station: Station) => {
  const desk = await aTrackingDesk(station, { dailyBudget });
  const random = { ...systemRandom, digits: desk.random.digits };
  const phoneSessions = makeMemoryPhoneSessions();
  const deps = { ...desk, random, phoneSessions };
  const devices = { ...deps, random: systemRandom, offices: { isOffice: () => true } };
  return {
    ...deps,
    track: makeTrackDossier(deps),
    acts: makeCounterActs(deps),
    askPhone: makeRequestPhoneCode(deps),
    openPhone: makeOpenPhoneSession(deps),
    startPairing: makeStartPairing(devices),
    pair: makePairDevice(devices),
  };
};
type Place = Awaited<ReturnType<typeof aPlace>>;

interface Door {
  /** The source that it is kept in. */
  readonly source: string;
  readonly station: Station;
  /** What the rightful person got before the stranger came. */
  readonly before?: (place: Place) => Promise<string>;
  readonly right: (place: Place, from: string, held: string) => Promise<Outcome<unknown>>;
  readonly guess: (place: Place, from: string) => Promise<Outcome<unknown>>;
  /** Wrong ones that one source is let try. */
  readonly bound: number;
}

const sms = async (place: Place): Promise<Outcome<unknown>> => {
  const [settled] = await place.work();
  return settled === 'sent'
    ? { ok: true, value: settled }
    : { ok: false, refusal: { code: settled } as never };
};

/** The agency asks for papers, so that the citizen may bring them to any counter. */
const papersAsked = async ({ ledger, clock }: Place): Promise<string> => {
  const stored = await ledger.load(dossierId);
  if (!stored) throw new Error('no dossier');
  const fact = {
    ...suppliesAsked,
    type: 'supplement-requested',
    leaseNo: 1,
    agency: 'ct-nnmt',
    requestedAt: clock.now(),
    requestedBy: officer.id,
  } as const;
  const write = givenWrite(stored, [fact], { actor: officer, now: clock.now() });
  await ledger.commit({ dossiers: [write] });
  return '';
};

/** An address of a guesser is a colleague at the counter. */
const colleagueAt = (from: string): Staff => ({ ...colleague, id: `khoa-${from}` });

const doors: Readonly<Record<string, Door>> = {
  'tracking by receipt': {
    source: 'shared/application/receipt-tries.ts',
    station: 'accepted',
    right: async ({ track }, sourceIp) => track(await theReceipt({ sourceIp })),
    guess: async ({ track }, sourceIp) => track(await theReceipt({ sourceIp, secret: wrong })),
    bound: 60,
  },
  'joining at another counter': {
    source: 'functions/intake/application/counter-acts.ts',
    station: 'acknowledged',
    before: papersAsked,
    right: async ({ acts }, from) => {
      const actor = from === home ? guest : colleagueAt(from);
      return acts.join({ ...(await theReceipt()), actor, idempotency: undefined });
    },
    guess: async ({ acts }, from) =>
      acts.join({
        ...(await theReceipt({ secret: wrong })),
        actor: colleagueAt(from),
        idempotency: undefined,
      }),
    bound: 30,
  },
  'a code by SMS for a receipt': {
    source: 'functions/tracking/application/request-otp.ts',
    station: 'accepted',
    right: async (place, sourceIp) => {
      const asked = await place.requestOtp(await theReceipt({ sourceIp }));
      return asked.ok ? sms(place) : asked;
    },
    guess: async (place, sourceIp) => {
      const asked = await place.requestOtp(await theReceipt({ sourceIp, secret: wrong }));
      return asked.ok ? sms(place) : asked;
    },
    bound: 10,
  },
  'the digits of that SMS': {
    source: 'functions/tracking/application/session.ts',
    station: 'accepted',
    before: async (place) => {
      await place.requestOtp(await theReceipt({ sourceIp: home }));
      await place.work();
      return digitsOf(place.inbox.at(-1));
    },
    right: async ({ openSession }, sourceIp, otp) =>
      openSession({ ...(await theReceipt({ sourceIp })), otp }),
    // By the id, too, under which the code is kept.
    guess: ({ openSession }, sourceIp) =>
      openSession({ code: dossierId, secret: wrong, otp: '000000', sourceIp }),
    bound: 30,
  },
  'a code by SMS for a phone': {
    source: 'functions/tracking/application/phone/request-phone-code.ts',
    station: 'accepted',
    right: async (place, sourceIp) => {
      const asked = await place.askPhone({ phone, sourceIp });
      return asked.ok ? sms(place) : asked;
    },
    guess: async (place, sourceIp) => {
      const asked = await place.askPhone({ phone, sourceIp });
      return asked.ok ? sms(place) : asked;
    },
    bound: 3,
  },
  'the digits of a phone': {
    source: 'functions/tracking/application/phone/phone-session.ts',
    station: 'accepted',
    before: async (place) => {
      const { challenge } = got(await place.askPhone({ phone, sourceIp: home }));
      await place.work();
      return `${challenge} ${/\d{6,8}/.exec(place.inbox.at(-1)?.text ?? '')?.[0]}`;
    },
    right: ({ openPhone }, sourceIp, held) => {
      const [challenge = '', otp = ''] = held.split(' ');
      return openPhone({ phone, challenge, otp, sourceIp });
    },
    guess: ({ openPhone }, sourceIp) =>
      openPhone({ phone, challenge: 'x'.repeat(43), otp: '00000000', sourceIp }),
    bound: 30,
  },
  'pairing a device': {
    source: 'functions/devices/application/pair-device.ts',
    station: 'accepted',
    before: async ({ startPairing }) =>
      got(
        await startPairing({
          actor: supervisor,
          idempotency: undefined,
          office: 'bd-vi-thanh',
          kind: 'kiosk',
          name: 'Máy lấy số',
        }),
      ).code.replace('-', ''),
    right: ({ pair }, sourceIp, digits) => pair({ digits, sourceIp }),
    guess: ({ pair }, sourceIp) => pair({ digits: '000000000000', sourceIp }),
    bound: 60,
  },
};

const home = '203.0.113.7';
/** More than any count by code, by number or by office has room for. */
const strangers = Array.from({ length: 8 }, (_, n) => `198.51.100.${n}`);

describe.each(Object.entries(doors))('%s', (name, door) => {
  // Whoever has enough addresses can make a named phone ring no more; the receipt stays open (ADR 019).
  const those = name === 'a code by SMS for a phone' ? strangers.slice(0, 1) : strangers;

  it('is open to the rightful person when strangers have spent all that there is, at every door', async () => {
    const place = await aPlace(door.station);
    const held = (await door.before?.(place)) ?? '';
    // Door after door, so that no door's count keeps a stranger from another.
    for (const from of those)
      for (let n = 0; n < 61; n++)
        for (const { guess } of Object.values(doors)) await guess(place, from);
    expect(await door.right(place, home, held)).toMatchObject({ ok: true });
  });

  it(`lets one source guess ${door.bound} times, and then not even see whether it is right`, async () => {
    const place = await aPlace(door.station);
    const held = (await door.before?.(place)) ?? '';
    const [from = ''] = strangers;
    for (let n = 0; n < door.bound; n++) await door.guess(place, from);
    expect(await door.right(place, from, held)).toMatchObject(refusal('too-many-tries'));
  });

  it('counts parallel guesses, and nothing of who is right', async () => {
    const place = await aPlace(door.station);
    const [from = ''] = strangers;
    const all = await Promise.all(
      Array.from({ length: door.bound + 20 }, () => door.guess(place, from)),
    );
    const stopped = all.filter((each) => !each.ok && each.refusal.code === 'too-many-tries');
    expect(stopped.length).toBeGreaterThanOrEqual(20);
  });
});

describe('a receipt that is right', () => {
  it('is shown as often as its citizen likes', async () => {
    const place = await aPlace('accepted');
    for (let n = 0; n < 100; n++)
      expect((await place.track(await theReceipt({ sourceIp: home }))).ok).toBe(true);
  });

  it('has half of the province’s SMS to itself, whatever numbers are named', async () => {
    const place = await aPlace('accepted');
    for (let n = 0; n < 2 * dailyBudget; n++)
      await place.askPhone({ phone: `+849${10_000_000 + n}`, sourceIp: `192.0.2.${n}` });
    const settled = await place.work();
    expect(settled.filter((each) => each === 'sent')).toHaveLength(dailyBudget / 2);
    await place.requestOtp(await theReceipt());
    expect(await place.work()).toEqual(['sent']);
  });
});

/** Counted for a reason of its own: no secret is tried there. */
const withoutSecret = [
  'functions/intake/application/find-sender.ts',
  'functions/intake/application/list-of-person.ts',
  'functions/tracking/application/send-otp.ts',
];

it('every place that counts tries is among these doors', () => {
  const files = ['functions', 'shared'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && /(^|\/)application\//.test(file))
      .map((file) => `${root}/${file}`),
  );
  const counting = files.filter((file) =>
    /\b(?:limitTries|guess|tries\.count|spendTry)\(/.test(readFileSync(file, 'utf8')),
  );
  const named = [...Object.values(doors).map(({ source }) => source), ...withoutSecret];
  expect(counting.filter((file) => file !== 'shared/application/limit-tries.ts').sort()).toEqual(
    [...new Set(named)].sort(),
  );
});
