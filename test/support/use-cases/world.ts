import { makeMemoryAccessLog } from '#adapters/memory/access-log.ts';
import { makeMemoryAnchors } from '#adapters/memory/anchors.ts';
import { makeMemoryOneTimeCodes } from '#adapters/memory/one-time-codes.ts';
import { makeMemoryPhoneSessions } from '#adapters/memory/phone-sessions.ts';
import { makeMemoryTries } from '#adapters/memory/tries.ts';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { makeSeals, sha256, sha256Bytes } from '#adapters/node/seals.ts';
import {
  offlineRules,
  prices,
  queueRules,
  readingRules,
  satisfactionRules,
  watchRules,
} from '#data/province.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { hours } from '#domain/time/instant.ts';
import { makeMemorySmsLedger } from '#functions/notifications/adapters/memory/sms-ledger.ts';
import type { SmsOutcome } from '#functions/notifications/ports/sms.ts';
import type { PortalOutcome } from '#functions/portal/ports/national-portal.ts';
import type { ParcelNews } from '#functions/returns/ports/courier-desk.ts';
import { makeMemoryInspectionProgress } from '#functions/scanning/adapters/memory/inspection-progress.ts';
import { makeMemoryPreviewStore } from '#functions/scanning/adapters/memory/preview-store.ts';
import type { InspectionResult } from '#functions/scanning/ports/scan-inspector.ts';
import { makeMemoryPhoneAsks } from '#functions/tracking/adapters/memory/phone-asks.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import type { Commit, CommitResult } from '#ports/unit-of-work.ts';
import { keysUnder } from '#test/support/keys.ts';
import { calendarsInForce, provinceOffices, provinceSmsTexts } from '#test/support/province.ts';
import { anIssuer } from '../receipt-issuer.ts';
import { catalogue, endedAgency, procedures, successor } from './catalogue.ts';
import { aWatchedStand, type Stand } from './stand.ts';

/** What the world outside answers next; each command may set it before it runs. */
interface Outside {
  carrier: 'accepted' | 'refused' | 'unknown';
  gateway: SmsOutcome;
  inspection: InspectionResult;
  news: readonly ParcelNews[];
  portal: PortalOutcome;
  isConfigured: boolean;
}

const kindly = (): Outside => ({
  carrier: 'accepted',
  gateway: { outcome: 'sent', gatewayId: 'g' },
  inspection: {
    ok: true,
    inspection: { mediaType: 'image/jpeg', pages: 1, findings: [], marks: [] },
  },
  news: [],
  portal: { outcome: 'accepted' },
  isConfigured: true,
});

/** The bytes of every file that is uploaded. */
export const uploaded = new TextEncoder().encode('a page');
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** ULIDs that rise, the same in each run. */
const countedIds = () => {
  let n = 0;
  return {
    next: () => {
      n += 1;
      const digits = [15, 10, 5, 0].map((shift) => crockford[(n >> shift) & 31]).join('');
      return `01KAPXJ5V0ZK9Q4T8N6W2C${digits}`;
    },
  };
};

const blank = async () => new Uint8Array();
const printer: FormPrinter = {
  receipt: blank,
  dispatchLabel: blank,
  coverSheets: blank,
  handover: blank,
  officialForm: blank,
  officialForms: blank,
};

/** Every port over memory, standing wherever it is put. Use cases are built once and see each stand. */
export const aWorld = () => {
  const { stand, putAt, written, forgetWritten } = aWatchedStand();
  let now = stand.now;
  let outside = kindly();
  let tries = makeMemoryTries();
  let anchors = makeMemoryAnchors();
  let codes = makeMemoryOneTimeCodes();
  let sessions = makeMemoryPhoneSessions();
  let commits: { commit: Commit; result: CommitResult }[] = [];
  const { ledger, numbers, index, outbox, recorded } = makeMemoryUnitOfWork(sha256, stand, {
    now: () => now,
  });
  const noted = {
    ...ledger,
    commit: async (commit: Commit) => {
      const result = await ledger.commit(commit);
      commits.push({ commit, result });
      return result;
    },
  };
  const inForce = () => calendarsInForce({ ledger, index });
  const deps = {
    ledger: noted,
    numbers,
    index,
    outbox,
    recorded,
    sha256,
    sha256Bytes,
    printer,
    catalogue,
    procedures,
    isRehearsal: true,
    issuer: anIssuer(() => now),
    files: { erase: async () => 'erased' as const },
    clock: { now: () => now, pauseUpTo: async () => undefined },
    ids: countedIds(),
    seals: makeSeals(keysUnder('m'.repeat(64))),
    calendarsInForce: inForce,
    calendars: { current: async () => makeCalendarBook(await inForce()) },
    tries: {
      count: (...asked: Parameters<typeof tries.count>) => tries.count(...asked),
      giveBack: (...asked: Parameters<typeof tries.giveBack>) => tries.giveBack(...asked),
    },
    anchors: {
      find: (day: Parameters<typeof anchors.find>[0]) => anchors.find(day),
      latest: () => anchors.latest(),
      days: () => anchors.days(),
      leavesOf: (day: Parameters<typeof anchors.leavesOf>[0]) => anchors.leavesOf(day),
      keepLeaves: (...kept: Parameters<typeof anchors.keepLeaves>) => anchors.keepLeaves(...kept),
      keep: (anchor: Parameters<typeof anchors.keep>[0]) => anchors.keep(anchor),
    },
    codes: {
      put: (...put: Parameters<typeof codes.put>) => codes.put(...put),
      spendTry: (...spent: Parameters<typeof codes.spendTry>) => codes.spendTry(...spent),
      consume: (...used: Parameters<typeof codes.consume>) => codes.consume(...used),
    },
    lines: makeMemoryAccessLog({ clock: { now: () => now }, sha256 }),
    sms: makeMemorySmsLedger(stand.sms),
    channels: [{ name: 'test', send: async () => outside.gateway }],
    gateway: { name: 'test', send: async () => outside.gateway },
    texts: provinceSmsTexts,
    requests: { ask: async () => undefined },
    phoneAsks: makeMemoryPhoneAsks(),
    random: { digits: () => '123456', secret: () => 's'.repeat(43) },
    phoneSessions: {
      // Secrets are all alike here, so that commands know them: a new session takes the old one's place.
      open: async (...[key, session]: Parameters<typeof sessions.open>) => {
        await sessions.end(key);
        await sessions.open(key, session);
      },
      find: (...asked: Parameters<typeof sessions.find>) => sessions.find(...asked),
      end: (...ended: Parameters<typeof sessions.end>) => sessions.end(...ended),
    },
    publisher: { publish: async () => undefined },
    desk: {
      carrier: 'vnpost',
      isConfigured: async () => outside.isConfigured,
      announce: async () => {
        const outcome = outside.carrier;
        return outcome === 'accepted' ? { outcome } : { outcome, why: 'told to' };
      },
      newsAfter: async (lastId: number) => ({
        news: lastId === 0 ? outside.news : [],
        lastId: outside.news.length,
      }),
    },
    portal: {
      put: async () => outside.portal,
      addProgress: async () => outside.portal,
      find: async () => ({ outcome: 'absent' }) as const,
    },
    offlineRules,
    queueRules,
    satisfactionRules,
    watchRules,
    prices,
    readingRules,
    allAgencies: [successor, endedAgency],
    senderOf: () => ({ name: 'Sở', phone: '0293', address: 'Vị Thanh' }),
    vault: {
      ticket: async () => ({ url: 'u', method: 'PUT', headers: {}, expiresAt: now }) as const,
      read: async () => ({ bytes: uploaded, contentType: 'image/jpeg' }),
      promote: async () => undefined,
      link: async () => 'memory://link',
      discard: async () => undefined,
    },
    previews: makeMemoryPreviewStore(),
    progress: makeMemoryInspectionProgress(),
    goOn: async () => undefined,
    inspector: {
      inspect: async () => outside.inspection,
      findRepeated: async () => ({ repeated: [], similar: [], unchecked: [] }),
    },
    offices: Object.assign([{ id: 'bd-vi-thanh' }], provinceOffices),
    agencies: ['ct-nnmt', 'ct-tp'],
    reorganised: { agencies: [endedAgency], successorOf: () => successor },
    pools: [
      { carrier: 'vnpost', use: 'parcels', serviceIndicator: 'EE', firstSerial: 1, lastSerial: 99 },
      { carrier: 'vnpost', use: 'slips', serviceIndicator: 'RG', firstSerial: 1, lastSerial: 99 },
    ] as const,
    officeName: () => 'Buu dien',
    keepsQuietHours: true,
    receiptWithin: hours(72),
    dailyBudget: 1_000,
    publicUrl: 'https://example.test',
  };
  return {
    deps,
    stand,
    tells: (says: Partial<Outside>) => {
      outside = { ...outside, ...says };
    },
    commits: () => commits,
    written,
    forgetWritten,
    standAt: (from: Stand) => {
      putAt(from);
      now = from.now;
      outside = kindly();
      tries = makeMemoryTries();
      anchors = makeMemoryAnchors();
      codes = makeMemoryOneTimeCodes();
      sessions = makeMemoryPhoneSessions();
      commits = [];
    },
  };
};

export type World = ReturnType<typeof aWorld>;
