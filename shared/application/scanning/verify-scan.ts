import { type Deciding, decideOn } from '#application/deciding.ts';
import type { System } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import {
  awaited,
  findScan,
  type ScanVerdict,
  settleScan,
  unshown,
} from '#domain/dossier/steps/scans.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Scan, type ScanPart, scanLimits } from '#domain/scan/scan.ts';
import { judgeBatch, separate } from '#domain/scan/separate.ts';
import type { Inspection, ScanInspector } from '#ports/scan-inspector.ts';
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
    const verdict = await judge(deps, stored.dossier, scan);
    const recorded = await decideOn(
      deps,
      { actor: worker, dossierId },
      ({ dossier }) => settleScan(dossier, scanId, verdict),
      () => (verdict.ok ? ('verified' as const) : ('rejected' as const)),
    );
    if (recorded.ok) await deps.vault.discard(scanObjectKey(dossierId, scanId));
    return recorded;
  };

const judge = async (deps: Deps, dossier: Dossier, scan: Scan): Promise<ScanVerdict> => {
  const key = scanObjectKey(dossier.id, scan.id);
  const file = await deps.vault.read({ key, maximumBytes: scanLimits.bytes });
  if ('missing' in file) throw new Error('announced file is not in quarantine');
  if ('tooLarge' in file) return { ok: false, why: 'too-large' };
  if (file.bytes.length !== scan.bytes || deps.sha256Bytes(file.bytes) !== scan.sha256)
    return { ok: false, why: 'hash-mismatch' };
  const inspected = await deps.inspector.inspect(file.bytes, scan.mediaType);
  if (!inspected.ok) return { ok: false, why: inspected.refusal };
  const verdict = weigh(dossier, scan, inspected.inspection);
  if (!verdict.ok) return verdict;
  await deps.vault.promote({
    key,
    bytes: file.bytes,
    contentType: scan.mediaType,
    sha256: scan.sha256,
  });
  return verdict;
};

/** A batch is filed by its cover sheets, under components that may be scanned now. */
const weigh = (dossier: Dossier, scan: Scan, inspection: Inspection): ScanVerdict => {
  const { pages, marks } = inspection;
  const findings = [...inspection.findings, ...repeated(dossier, scan)];
  if (scan.purpose !== 'batch') return { ok: true, pages, findings };
  const components = awaited(dossier).map(({ id }) => id);
  const batch = judgeBatch(separate(marks, { dossierId: dossier.id, components }));
  if (!batch.ok) return batch;
  const { parts } = batch;
  return { ok: true, pages, findings: [...findings, ...absent(dossier, parts)], parts };
};

/** What the batch should have shown and no other file does: seen before the citizen leaves. */
const absent = (dossier: Dossier, parts: readonly ScanPart[]): readonly string[] => {
  const shown = new Set(parts.map(({ component }) => component));
  return unshown(dossier)
    .filter(({ id }) => !shown.has(id))
    .map(({ id }) => `component-absent:${id}`);
};

/** The same bytes once more, whatever component they were announced for. */
const repeated = ({ scans }: Dossier, { id, sha256 }: Scan): readonly string[] =>
  scans.some((other) => other.id !== id && other.state === 'verified' && other.sha256 === sha256)
    ? ['duplicate-file']
    : [];
