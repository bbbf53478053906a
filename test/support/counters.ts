import { makeMemoryScanVault } from '#adapters/memory/scan-vault.ts';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256, sha256Bytes } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { record } from '#domain/dossier/record.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { isShown, scanLimits } from '#domain/scan/scan.ts';
import { scanLine } from '#edge/views/dossier.ts';
import { makeMemoryInspectionProgress } from '#functions/scanning/adapters/memory/inspection-progress.ts';
import { makeMemoryPreviewStore } from '#functions/scanning/adapters/memory/preview-store.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { makeListPages } from '#functions/scanning/application/list-pages.ts';
import { makeDescribeScan, makeOpenScan } from '#functions/scanning/application/open-scan.ts';
import { makeRequestBatch } from '#functions/scanning/application/request-batch.ts';
import { makeRequestScan } from '#functions/scanning/application/request-scan.ts';
import { scanObjectKey } from '#functions/scanning/application/scan-object-key.ts';
import { makeVerifyPage } from '#functions/scanning/application/verify-page.ts';
import { makeVerifyScan } from '#functions/scanning/application/verify-scan.ts';
import type { UploadTicket } from '#ports/scan-vault.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';
import { anApplicant, dossierId, monday9 } from './dossiers.ts';
import { sha256Of } from './papers.ts';
import { remembering } from './remembered-inspections.ts';
import { aClock } from './worlds.ts';

export const clerk: Staff = { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' };

const announcementOf = (bytes: Uint8Array) =>
  ({
    mediaType: bytes[0] === 0x89 ? 'image/png' : 'image/jpeg',
    bytes: bytes.length,
    sha256: sha256Of(bytes),
  }) as const;

const inspector = remembering(makeScanInspector(engines));

/** A dossier just registered, and a scanner, on memory stores. */
export const aCounter = async (components: readonly string[]) => {
  const { ledger } = makeMemoryUnitOfWork(sha256);
  const { clock } = aClock();
  const vault = makeMemoryScanVault(clock.now);
  const change = record(
    undefined,
    dossierId,
    [
      {
        type: 'dossier-registered',
        id: dossierId,
        office: 'bd-vi-thanh',
        intakeMode: 'onestop',
        channel: 'postal',
        procedure: { code: '1.000001', version: '1' },
        components: components.map((id) => ({ id, copyKind: 'original', count: 1 })),
        circumstances: {},
        fees: { stateFeesVnd: 0, postageVnd: 0 },
      },
    ],
    { actor: clerk, now: monday9 },
  );
  await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] });
  const ids = makeUlids();
  const access = { record: async () => undefined };
  const deps = { ledger, clock, vault, ids, access, sha256 };
  const previews = makeMemoryPreviewStore();
  const progress = makeMemoryInspectionProgress();
  const goingOn: string[] = [];
  const verifying = {
    ...deps,
    inspector,
    previews,
    progress,
    goOn: async (key: string) => void goingOn.push(key),
    sha256Bytes,
  };
  const asking = { actor: clerk, idempotency: undefined, dossierId };
  const request = makeRequestScan(deps);
  const requestBatch = makeRequestBatch(deps);
  const verify = makeVerifyScan(verifying);
  const verifyPage = makeVerifyPage(verifying);
  const describeScan = makeDescribeScan({ ...deps, progress });
  const dossier = async () => {
    const stored = await ledger.load(dossierId);
    if (!stored) throw new Error('no dossier');
    return stored.dossier;
  };
  const line = async (scanId: ScanId) => {
    const scan = (await dossier()).scans.find(({ id }) => id === scanId);
    if (!scan || !isShown(scan)) throw new Error('no scan');
    return scanLine(scan);
  };
  const upload = (ticket: UploadTicket | undefined, bytes: Uint8Array): void => {
    if (!ticket || !vault.upload(ticket, bytes)) throw new Error('upload refused');
  };
  const requestFile = async (bytes: Uint8Array, kind: object) => {
    const requested = await request({
      ...asking,
      mediaType: 'application/pdf',
      bytes: bytes.length,
      sha256: sha256Of(bytes),
      ...kind,
    });
    if (!requested.ok) throw new Error(requested.refusal.code);
    return requested.value;
  };
  return {
    dossier,
    line,
    ledger,
    vault,
    verifying,
    open: makeOpenScan(deps),
    previews,
    progress,
    /** Keys of files of which pages were left to a following message. */
    goingOn,
    pages: makeListPages({ ...deps, previews }),
    scan: async (
      bytes: Uint8Array,
      what: { purpose?: 'batch'; component?: string; pages?: number },
    ) => {
      const { pages, ...kind } = what;
      const declared = pages !== undefined && { declaredPages: pages };
      const { scanId, ticket } = await requestFile(bytes, { ...kind, ...declared });
      upload(ticket, bytes);
      await verify({ dossierId, scanId });
      return line(scanId);
    },
    /** Announces one file: its id and where to put it. */
    announceFile: async (bytes: Uint8Array, component: string) => {
      const { scanId, ticket } = await requestFile(bytes, { component });
      return [scanId, ticket] as const;
    },
    /** The same with the pages of a batch, a file each. */
    announce: async (files: readonly Uint8Array[]) => {
      const requested = await requestBatch({ ...asking, files: files.map(announcementOf) });
      if (!requested.ok) throw new Error(requested.refusal.code);
      return [requested.value.scanId, requested.value.tickets] as const;
    },
    /** Uploads by an address; false where the store refuses. */
    put: (ticket: UploadTicket | undefined, bytes: Uint8Array) =>
      ticket !== undefined && vault.upload(ticket, bytes),
    quarantined: async (scanId: ScanId, page?: number) => {
      const key = scanObjectKey(dossierId, scanId, page);
      return !('missing' in (await vault.read({ key, maximumBytes: scanLimits.bytes })));
    },
    /** Announces and uploads a file; nothing is verified yet. */
    announced: async (bytes: Uint8Array, kind: { component: string }) => {
      const { scanId, ticket } = await requestFile(bytes, kind);
      upload(ticket, bytes);
      return scanId;
    },
    lookedAt: async (scanId: ScanId) => {
      const described = await describeScan({ actor: clerk, dossierId, scanId });
      return described.ok ? described.value.lookedAt : undefined;
    },
    /** The message of a file that is no batch of several. */
    verify: (scanId: ScanId) => verify({ dossierId, scanId }),
    /** Announces and uploads the pages of a batch, a file each; nothing is verified yet. */
    bring: async (files: readonly Uint8Array[], announced: readonly Uint8Array[] = files) => {
      const requested = await requestBatch({ ...asking, files: announced.map(announcementOf) });
      if (!requested.ok) throw new Error(requested.refusal.code);
      const { scanId, tickets } = requested.value;
      for (const [n, bytes] of files.entries()) upload(tickets[n], bytes);
      return scanId;
    },
    /** The message of one page. */
    verifyPage: (scanId: ScanId, page: number) => verifyPage({ dossierId, scanId, page }),
  };
};
