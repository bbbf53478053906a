import { type Deciding, decideOn } from '#application/deciding.ts';
import type { System } from '#domain/actor/actor.ts';
import { findScan, type ScanVerdict, settleScan } from '#domain/dossier/steps/scans.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Scan, scanLimits } from '#domain/scan/scan.ts';
import type { ScanInspector } from '#ports/scan-inspector.ts';
import type { ScanVault } from '#ports/scan-vault.ts';
import { scanObjectKey } from './scan-object-key.ts';

export interface VerifyScan {
  readonly dossierId: DossierId;
  readonly scanId: ScanId;
}

interface Deps extends Deciding {
  readonly vault: ScanVault;
  readonly inspector: ScanInspector;
  readonly sha256Bytes: (bytes: Uint8Array) => string;
}

const worker: System = { kind: 'system', id: 'scanning/verify-scan' };

export type Verified = 'verified' | 'rejected' | 'settled-before';

/**
 * Takes an uploaded file out of quarantine: same bytes as announced, really of its type, readable
 * within limits. Evidence first, then the record: a crash in between is repeated, and a record
 * never points at bytes that are not safe.
 */
export const makeVerifyScan =
  (deps: Deps) =>
  async ({ dossierId, scanId }: VerifyScan): Promise<Outcome<Verified>> => {
    const stored = await deps.ledger.load(dossierId);
    const scan = stored && findScan(stored.dossier, scanId);
    if (!scan) return refuse({ code: 'scan-unknown' });
    if (scan.state !== 'quarantined') return done('settled-before');
    const verdict = await judge(deps, scanObjectKey(dossierId, scanId), scan);
    const recorded = await decideOn(
      deps,
      { actor: worker, dossierId },
      ({ dossier }) => settleScan(dossier, scanId, verdict),
      () => (verdict.ok ? ('verified' as const) : ('rejected' as const)),
    );
    if (recorded.ok) await deps.vault.discard(scanObjectKey(dossierId, scanId));
    return recorded;
  };

const judge = async (deps: Deps, key: string, scan: Scan): Promise<ScanVerdict> => {
  const file = await deps.vault.read({ key, maximumBytes: scanLimits.bytes });
  if ('missing' in file) throw new Error('announced file is not in quarantine');
  if ('tooLarge' in file) return { ok: false, why: 'too-large' };
  if (file.bytes.length !== scan.bytes || deps.sha256Bytes(file.bytes) !== scan.sha256)
    return { ok: false, why: 'hash-mismatch' };
  const inspected = await deps.inspector.inspect(file.bytes, scan.mediaType);
  if (!inspected.ok) return { ok: false, why: inspected.refusal };
  await deps.vault.promote({
    key,
    bytes: file.bytes,
    contentType: scan.mediaType,
    sha256: scan.sha256,
  });
  const { pages, findings } = inspected.inspection;
  return { ok: true, pages, findings };
};
