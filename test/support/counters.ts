import { makeMemoryScanVault } from '#adapters/memory/scan-vault.ts';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256, sha256Bytes } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { record } from '#domain/dossier/record.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { scanLine } from '#edge/views/dossier.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { makeOpenScan } from '#functions/scanning/application/open-scan.ts';
import { makeRequestBatch } from '#functions/scanning/application/request-batch.ts';
import { makeRequestScan } from '#functions/scanning/application/request-scan.ts';
import { makeVerifyPage } from '#functions/scanning/application/verify-page.ts';
import { makeVerifyScan } from '#functions/scanning/application/verify-scan.ts';
import type { UploadTicket } from '#ports/scan-vault.ts';
import { loadWasm } from '#test/unit/scanning/inspection/wasm-files.ts';
import { anApplicant, dossierId, monday9 } from './dossiers.ts';
import { sha256Of } from './papers.ts';
import { aClock } from './worlds.ts';

export const clerk: Staff = { kind: 'staff', id: 'lan', roles: ['clerk'], office: 'bd-vi-thanh' };

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
        procedure: { code: '1.000001', version: '1' },
        components: components.map((id) => ({ id, copyKind: 'original', count: 1 })),
        fees: { stateFeesVnd: 0, postageVnd: 0 },
      },
    ],
    { actor: clerk, now: monday9 },
  );
  await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] });
  const ids = makeUlids();
  const access = { record: async () => undefined };
  const deps = { ledger, clock, vault, ids, access, sha256 };
  const verifying = { ...deps, inspector: makeScanInspector(loadWasm), sha256Bytes };
  const asking = { actor: clerk, idempotency: undefined, dossierId };
  const request = makeRequestScan(deps);
  const requestBatch = makeRequestBatch(deps);
  const verify = makeVerifyScan(verifying);
  const verifyPage = makeVerifyPage(verifying);
  const dossier = async () => {
    const stored = await ledger.load(dossierId);
    if (!stored) throw new Error('no dossier');
    return stored.dossier;
  };
  const line = async (scanId: ScanId) => {
    const scan = (await dossier()).scans.find(({ id }) => id === scanId);
    if (!scan) throw new Error('no scan');
    return scanLine(scan);
  };
  const upload = (ticket: UploadTicket | undefined, bytes: Uint8Array): void => {
    if (!ticket || !vault.upload(ticket, bytes)) throw new Error('upload refused');
  };
  return {
    dossier,
    line,
    ledger,
    vault,
    verifying,
    open: makeOpenScan(deps),
    scan: async (
      bytes: Uint8Array,
      what: { purpose?: 'batch'; component?: string; pages?: number },
    ) => {
      const { pages, ...kind } = what;
      const requested = await request({
        ...asking,
        mediaType: 'application/pdf',
        bytes: bytes.length,
        sha256: sha256Of(bytes),
        ...kind,
        ...(pages !== undefined && { declaredPages: pages }),
      });
      if (!requested.ok) throw new Error(requested.refusal.code);
      upload(requested.value.ticket, bytes);
      await verify({ dossierId, scanId: requested.value.scanId });
      return line(requested.value.scanId);
    },
    /** Announces and uploads the pages of a batch, a file each; nothing is verified yet. */
    bring: async (files: readonly Uint8Array[], announced: readonly Uint8Array[] = files) => {
      const requested = await requestBatch({
        ...asking,
        files: announced.map((bytes) => ({
          mediaType: bytes[0] === 0x89 ? 'image/png' : 'image/jpeg',
          bytes: bytes.length,
          sha256: sha256Of(bytes),
        })),
      });
      if (!requested.ok) throw new Error(requested.refusal.code);
      const { scanId, tickets } = requested.value;
      for (const [n, bytes] of files.entries()) upload(tickets[n], bytes);
      return scanId;
    },
    /** The message of one page. */
    verifyPage: (scanId: ScanId, page: number) => verifyPage({ dossierId, scanId, page }),
  };
};
