import { type Deciding, decideOn } from '#application/deciding.ts';
import type { System } from '#domain/actor/actor.ts';
import { batchVerdict, knownFiles } from '#domain/dossier/batch-verdict.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import {
  concludeScan,
  findScan,
  isClosedTo,
  isSettled,
  type ScanVerdict,
} from '#domain/dossier/steps/scans.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Scan, type ScanMediaType, scanLimits } from '#domain/scan/scan.ts';
import type { PagePreview, PreviewStore } from '#functions/scanning/ports/preview-store.ts';
import type { Inspection } from '#functions/scanning/ports/scan-inspector.ts';
import type { ScanVault } from '#ports/scan-vault.ts';
import { type Inspecting, inspectCarefully, type Looked } from './inspect-carefully.ts';
import { discardPreviews, keepPreviews, shownPage } from './page-previews.ts';
import { readAnnounced } from './read-announced.ts';
import { scanObjectKey } from './scan-object-key.ts';

export interface VerifyScan {
  readonly dossierId: DossierId;
  readonly scanId: ScanId;
}

export interface Verifying extends Deciding, Inspecting {
  readonly vault: ScanVault;
  readonly previews: PreviewStore;
  readonly sha256Bytes: (bytes: Uint8Array) => string;
}

export const verifier: System = { kind: 'system', id: 'scanning/verify-scan' };

/** `unfinished`: pages are left to a following message. */
export type Verified =
  | 'verified'
  | 'rejected'
  | 'settled-before'
  | 'looked-at-elsewhere'
  | 'unfinished';

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
    const key = scanObjectKey(dossierId, scanId);
    if (isSettled(scan)) return takenAway(deps, key);
    if (isClosedTo(stored.dossier, scan)) return lateWord(deps, key);
    const verdict = await judge(deps, stored.dossier, { scan, mediaType: scan.mediaType });
    return typeof verdict === 'string'
      ? done(verdict)
      : conclude(deps, { dossierId, scanId }, verdict);
  };

const conclude = async (
  deps: Verifying,
  { dossierId, scanId }: VerifyScan,
  verdict: ScanVerdict,
): Promise<Outcome<Verified>> => {
  const recorded = await decideOn(
    deps,
    'verify-scan',
    { actor: verifier, dossierId },
    ({ dossier }) => concludeScan(dossier, scanId, verdict),
    () => (verdict.ok ? ('verified' as const) : ('rejected' as const)),
  );
  if (recorded.ok) await deps.vault.discard(scanObjectKey(dossierId, scanId));
  return recorded;
};

/**
 * The address of an upload is good for some minutes, also after the file was settled: what comes by it
 * then is thrown away unread.
 */
export const takenAway = async (
  { vault }: Pick<Verifying, 'vault'>,
  key: string,
): Promise<Outcome<'settled-before'>> => {
  await vault.discard(key);
  return done('settled-before');
};

/** Its manifest was closed without it: a file that is there all the same is for somebody to look at. */
export const lateWord = async (
  { vault }: Pick<Verifying, 'vault'>,
  key: string,
): Promise<Outcome<Verified>> => {
  const file = await vault.read({ key, maximumBytes: scanLimits.bytes });
  return 'missing' in file ? done('settled-before') : refuse({ code: 'scan-came-late' });
};

type NotYet = 'unfinished' | 'looked-at-elsewhere';

const judge = async (
  deps: Verifying,
  dossier: Dossier,
  { scan, mediaType }: { readonly scan: Scan; readonly mediaType: ScanMediaType },
): Promise<ScanVerdict | NotYet> => {
  const key = scanObjectKey(dossier.id, scan.id);
  const file = await readAnnounced(deps, key, scan);
  if (!file.ok) return file;
  const { bytes } = file;
  const { sha256 } = scan;
  const previews: PagePreview[] = [];
  const inspected = await inspectCarefully(deps, { key, bytes, mediaType }, (preview) => {
    previews.push(preview);
  });
  const verdict = verdictOn(dossier, scan, inspected);
  if (verdict === 'looked-at-elsewhere') return verdict;
  if (verdict !== 'unfinished' && !verdict.ok) {
    await discardEarlier(deps, dossier.id, scan, inspected.earlier);
    return verdict;
  }
  await keepPreviews(deps.previews, { dossierId: dossier.id, scanId: scan.id, sha256 }, previews);
  if (verdict !== 'unfinished')
    await deps.vault.promote({ key, bytes, contentType: mediaType, sha256 });
  return verdict;
};

const verdictOn = (dossier: Dossier, scan: Scan, inspected: Looked): ScanVerdict | NotYet => {
  if (inspected.ok) return weigh(dossier, scan, inspected.inspection);
  const { refusal: why } = inspected;
  return why === 'unfinished' || why === 'looked-at-elsewhere' ? why : { ok: false, why };
};

/** Pictures of pages that earlier messages looked at, of a file that is refused for a later one. */
const discardEarlier = async (
  { previews: store }: Verifying,
  dossierId: DossierId,
  scan: Scan,
  earlier: number,
): Promise<void> => {
  const pages = Array.from({ length: earlier }, (_, n) => shownPage(dossierId, scan, n + 1));
  await discardPreviews(store, pages);
};

const weigh = (dossier: Dossier, scan: Scan, inspection: Inspection): ScanVerdict => {
  const { pages, marks } = inspection;
  const findings = [...inspection.findings, ...knownFiles(dossier, scan)];
  return scan.purpose === 'batch'
    ? batchVerdict(dossier, marks, findings)
    : { ok: true, pages, findings };
};
