import { makeMemoryTries } from '#adapters/memory/tries.ts';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { procedures } from '#data/procedures.ts';
import { concludeScan, requestScan } from '#domain/dossier/steps/scans.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { OfflineRules } from '#domain/offline/rules.ts';
import { numbersOf } from '#domain/offline/temporary-block.ts';
import type { Outcome } from '#domain/refusal.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeAcceptDossier } from '#functions/intake/application/accept-dossier.ts';
import { makeFindByNumber } from '#functions/intake/application/find-by-number.ts';
import { makeEnterDossier } from '#functions/intake/application/offline/enter-dossier.ts';
import {
  enteringOrNoting,
  makeUntimelyEntries,
} from '#functions/intake/application/offline/untimely-entries.ts';
import { makeWorkBlocks } from '#functions/intake/application/offline/work-blocks.ts';
import { makeTrackDossier } from '#functions/tracking/application/track-dossier.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { provinceCatalogue as catalogue, makeCalendars } from '#test/support/province.ts';
import { anApplicant, aScan } from './dossiers.ts';
import { clerk } from './shipments.ts';
import { seals } from './tracking.ts';
import { aClock } from './worlds.ts';

export const got = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

const land = procedures.find(({ code }) => code === '1.012783');

/** What is handed in at the counter, complete by the published list. */
export const handedIn = {
  procedure: land?.code ?? '',
  applicant: anApplicant,
  components: (land?.components ?? [])
    .filter(({ required }) => required)
    .map(({ id, copyKind, count }) => ({ id, copyKind, count })),
  fees: { stateFeesVnd: 50_000, postageVnd: 28_000 },
};

const offlineRules: readonly OfflineRules[] = [
  {
    effective: { from: '2021-01-01' as VietnamDay },
    usualSlips: 3,
    mostSlips: 5,
    openBlocks: 2,
    entryWithinDays: 30,
    note: 'test',
  },
];

/** The counter of Vị Thanh over memory stores, on a Monday at nine. */
export const aCounter = () => {
  const stores = makeMemoryUnitOfWork(sha256);
  const ids = makeUlids();
  const world = { ...stores, ...aClock() };
  const deps = { ...world, ids, catalogue, seals, offlineRules, tries: makeMemoryTries() };
  const { ledger, clock } = world;
  /** Each declared component scanned and verified. */
  const scanAll = async (dossierId: DossierId) => {
    for (const { id: component } of handedIn.components) {
      const id = ids.next(clock.now()) as ScanId;
      const steps = [
        (d: Parameters<typeof requestScan>[0]) =>
          requestScan(d, aScan({ id, component }), clock.now()),
        (d: Parameters<typeof requestScan>[0]) =>
          concludeScan(d, id, { ok: true, pages: 1, findings: [] }),
      ];
      for (const step of steps) {
        const stored = await ledger.load(dossierId);
        if (!stored) throw new Error('no such dossier');
        const by = { actor: clerk, now: clock.now() };
        const write = givenWrite(stored, got(step(stored.dossier)), by);
        await ledger.commit({ dossiers: [write] });
      }
    }
  };
  return {
    ...deps,
    scanAll,
    blocks: makeWorkBlocks(deps),
    untimely: makeUntimelyEntries(deps),
    enter: enteringOrNoting(makeEnterDossier(deps), makeUntimelyEntries(deps)),
    find: makeFindByNumber(deps),
    track: makeTrackDossier(deps),
    accept: makeAcceptDossier({ ...deps, calendars: makeCalendars(deps) }),
  };
};

/** A counter with a block, and its numbers. */
export const aCounterWithSlips = async () => {
  const counter = aCounter();
  const ask = { actor: clerk, idempotency: undefined, device: 'quay-2' };
  const block = got(await counter.blocks.lease(ask));
  const [first, second, third] = numbersOf(block);
  if (!first || !second || !third) throw new Error('a block of three');
  return { ...counter, block, numbers: [first, second, third] as const };
};
