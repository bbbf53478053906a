import { type Deciding, decideOn } from '#application/deciding.ts';
import type { System } from '#domain/actor/actor.ts';
import { batchVerdict, knownFiles } from '#domain/dossier/batch-verdict.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { concludeScan, findScan, type ScanVerdict } from '#domain/dossier/steps/scans.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Scan, ScanMediaType } from '#domain/scan/scan.ts';
import type { Inspection, ScanInspector } from '#functions/scanning/ports/scan-inspector.ts';
import type { ScanVault } from '#ports/scan-vault.ts';
import { readAnnounced } from './read-announced.ts';
import { scanObjectKey } from './scan-object-key.ts';

export interface VerifyScan {
  readonly dossierId: DossierId;
  readonly scanId: ScanId;
}

export interface Verifying extends Deciding {
  readonly vault: ScanVault;
  readonly inspector: ScanInspector;
  readonly sha256Bytes: (bytes: Uint8Array) => string;
}

export const verifier: System = { kind: 'system', id: 'scanning/verify-scan' };

export type Verified = 'verified' | 'rejected' | 'settled-before';

/**
 * Takes an uploaded file out of quarantine: same bytes as announced, really of its type, readable
 * within limits. Evidence first, then the record: a crash in between is repeated, and a record
 * never points at bytes that are not safe.
 */
export const makeVerifyScan =
  (deps: Verifying) =>
  async ({ dossierId, scanId }: VerifyScan): Promise<Outcome<Verified>> => {
    const stored = await deps.ledger.load(dossierId);
    const scan = stored && findScan(stored.dossier, scanId);
    if (!scan || scan.mediaType === 'multipart/mixed') return refuse({ code: 'scan-unknown' });
    if (scan.state !== 'quarantined') return done('settled-before');
    const verdict = await judge(deps, stored.dossier, { scan, mediaType: scan.mediaType });
    const recorded = await decideOn(
      deps,
      { actor: verifier, dossierId },
      ({ dossier }) => concludeScan(dossier, scanId, verdict),
      () => (verdict.ok ? ('verified' as const) : ('rejected' as const)),
    );
    if (recorded.ok) await deps.vault.discard(scanObjectKey(dossierId, scanId));
    return recorded;
  };

const judge = async (
  deps: Verifying,
  dossier: Dossier,
  { scan, mediaType }: { readonly scan: Scan; readonly mediaType: ScanMediaType },
): Promise<ScanVerdict> => {
  const key = scanObjectKey(dossier.id, scan.id);
  const file = await readAnnounced(deps, key, scan);
  if (!file.ok) return file;
  const inspected = await deps.inspector.inspect(file.bytes, mediaType);
  if (!inspected.ok) return { ok: false, why: inspected.refusal };
  const verdict = weigh(dossier, scan, inspected.inspection);
  if (!verdict.ok) return verdict;
  const { sha256 } = scan;
  await deps.vault.promote({ key, bytes: file.bytes, contentType: mediaType, sha256 });
  return verdict;
};

const weigh = (dossier: Dossier, scan: Scan, inspection: Inspection): ScanVerdict => {
  const { pages, marks } = inspection;
  const findings = [...inspection.findings, ...knownFiles(dossier, scan)];
  return scan.purpose === 'batch'
    ? batchVerdict(dossier, marks, findings)
    : { ok: true, pages, findings };
};
