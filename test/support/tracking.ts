import { makeMemoryAccessLog } from '#adapters/memory/access-log.ts';
import { makeMemoryAnchors } from '#adapters/memory/anchors.ts';
import { makeMemoryOneTimeCodes } from '#adapters/memory/one-time-codes.ts';
import { makeMemoryTries } from '#adapters/memory/tries.ts';
import { textSealing } from '#adapters/node/sealing.ts';
import { makeSeals, sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeMemorySmsLedger } from '#functions/notifications/adapters/memory/sms-ledger.ts';
import type { OutgoingSms, SmsOutcome } from '#functions/notifications/ports/sms.ts';
import { makeAnchorDays } from '#functions/oversight/application/anchor-days.ts';
import { recordedEvents } from '#functions/oversight/application/read-days-again.ts';
import { makeMemoryPhoneAsks } from '#functions/tracking/adapters/memory/phone-asks.ts';
import { makeProveHistory, makeReadAnchor } from '#functions/tracking/application/prove-history.ts';
import { makeReadOwnAccess } from '#functions/tracking/application/read-own-access.ts';
import { makeRequestOtp } from '#functions/tracking/application/request-otp.ts';
import { makeSendOtp, type OtpSettled } from '#functions/tracking/application/send-otp.ts';
import { makeOpenSession, type Session } from '#functions/tracking/application/session.ts';
import type { OtpRequest } from '#functions/tracking/ports/otp-requests.ts';
import type { RecordedDays } from '#ports/anchors.ts';
import { keysUnder } from '#test/support/keys.ts';
import { provinceSmsTexts } from '#test/support/province.ts';
import { anAcceptance, dossierId, type Station } from './dossiers.ts';
import { aWorldAt } from './worlds.ts';

export const seals = makeSeals(keysUnder('m'.repeat(64)));

/** The night’s work over events. */
export const anchorDays = ({
  recorded,
  ...deps
}: { readonly recorded: RecordedDays } & Pick<
  Parameters<typeof makeAnchorDays>[0],
  'anchors' | 'clock' | 'sha256'
>) => makeAnchorDays({ ...deps, recorded: recordedEvents(recorded, { ...textSealing, ...deps }) });

/** The tracking desk over memory stores, with the phone that its SMS arrive on. */
export const aTrackingDesk = async (
  station: Station = 'accepted',
  { dailyBudget = 1_000, outcome = { outcome: 'sent', gatewayId: 'g' } as SmsOutcome } = {},
) => {
  const world = await aWorldAt(station);
  const inbox: OutgoingSms[] = [];
  const queue: OtpRequest[] = [];
  let drawn = 0;
  const deps = {
    ...world,
    seals,
    sha256,
    ids: makeUlids(),
    tries: makeMemoryTries(),
    codes: makeMemoryOneTimeCodes(),
    phoneAsks: makeMemoryPhoneAsks(),
    sms: makeMemorySmsLedger(),
    anchors: makeMemoryAnchors(),
    lines: makeMemoryAccessLog({ clock: world.clock, sha256 }),
    texts: provinceSmsTexts,
    random: { digits: (count: number) => String(123_456 + drawn++).padEnd(count, '7') },
    dailyBudget,
    requests: {
      ask: async (request: OtpRequest) => {
        queue.push(request);
      },
    },
    gateway: {
      name: 'test',
      send: async (sms: OutgoingSms) => {
        inbox.push(sms);
        return outcome;
      },
    },
  };
  const send = makeSendOtp(deps);
  return {
    ...deps,
    inbox,
    queue,
    send,
    requestOtp: makeRequestOtp(deps),
    openSession: makeOpenSession(deps),
    readAccess: makeReadOwnAccess(deps),
    anchorDays: anchorDays(deps),
    proveHistory: makeProveHistory(deps),
    readAnchor: makeReadAnchor(deps),
    /** Sends what waits, in order. */
    work: async (): Promise<readonly OtpSettled[]> => {
      const settled: OtpSettled[] = [];
      for (const request of queue.splice(0)) settled.push(await send(request));
      return settled;
    },
  };
};

export type TrackingDesk = Awaited<ReturnType<typeof aTrackingDesk>>;

export const sourceIp = '203.0.113.7';

/** What the citizen types from the receipt. */
export const theReceipt = async (change: Partial<{ secret: string; sourceIp: string }> = {}) => ({
  code: anAcceptance.code,
  secret: await seals.trackingSecret(dossierId),
  sourceIp,
  ...change,
});

export const digitsOf = (sms: OutgoingSms | undefined): string =>
  /\d{6}/.exec(sms?.text ?? '')?.[0] ?? '';

/** The digits of the SMS, beside what stands on the receipt. */
export const typed = async (otp: string) => ({ ...(await theReceipt()), otp });

/** Asked, received, typed. */
export const aSession = async (desk: TrackingDesk): Promise<Session> => {
  await desk.requestOtp(await theReceipt());
  await desk.work();
  const otp = digitsOf(desk.inbox.at(-1));
  const opened = await desk.openSession(await typed(otp));
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
};
