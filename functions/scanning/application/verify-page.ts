import { decideOn } from '#application/deciding.ts';
import { allJudged, pagesVerdict } from '#domain/dossier/batch-verdict.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import {
  concludeScan,
  findScan,
  isJudged,
  judgePage,
  type ScanVerdict,
} from '#domain/dossier/steps/scans.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { parseCoverSheet } from '#domain/scan/cover-sheet.ts';
import type { JudgedPage, PageFile, Scan } from '#domain/scan/scan.ts';
import type { PageMark } from '#functions/scanning/ports/scan-inspector.ts';
import { readAnnounced } from './read-announced.ts';
import { scanObjectKey } from './scan-object-key.ts';
import { type Verified, type Verifying, verifier } from './verify-scan.ts';

export interface VerifyPage {
  readonly dossierId: DossierId;
  readonly scanId: ScanId;
  /** From 1. */
  readonly page: number;
}

type OfFiles = Scan & { readonly files: readonly PageFile[] };

/**
 * One page of a batch in several files. Each is judged by a message of its own, in any order and
 * side by side; whoever records the last one settles the whole from what the dossier knows of all.
 * Until then nothing is in evidence, and a crash at any place is repeated from there.
 */
export const makeVerifyPage =
  (deps: Verifying) =>
  async (ask: VerifyPage): Promise<Outcome<Verified | 'page-judged'>> => {
    const { dossierId, scanId, page } = ask;
    const stored = await deps.ledger.load(dossierId);
    const scan = stored && findScan(stored.dossier, scanId);
    const file = scan?.files?.[page - 1];
    if (!stored || !scan || !file) return refuse({ code: 'scan-unknown' });
    if (scan.state !== 'quarantined') return done('settled-before');
    if (isJudged(scan, page)) return concludeWhenWhole(deps, stored.dossier, scanId);
    const verdict = await judge(deps, ask, file);
    const recorded = await decideOn(
      deps,
      { actor: verifier, dossierId },
      ({ dossier }) => judgePage(dossier, scanId, verdict),
      ({ change }) => change.after,
    );
    return recorded.ok ? concludeWhenWhole(deps, recorded.value, scanId) : recorded;
  };

const judge = async (
  deps: Verifying,
  { dossierId, scanId, page }: VerifyPage,
  announced: PageFile,
): Promise<JudgedPage> => {
  const file = await readAnnounced(deps, scanObjectKey(dossierId, scanId, page), announced);
  if (!file.ok) return { page, refusal: file.why };
  const inspected = await deps.inspector.inspect(file.bytes, announced.mediaType);
  if (!inspected.ok) return { page, refusal: inspected.refusal };
  const { findings, marks } = inspected.inspection;
  const [mark = { inspected: false, blank: false, codes: [] }] = marks;
  return { page, findings: [...findings], ...remembered(mark) };
};

/** No text of a stranger's goes into the history: a code that is no sheet of ours is only said to be there. */
const remembered = ({ inspected, blank, codes, fingerprint }: PageMark) => ({
  mark: { inspected, blank, codes: codes.map((text) => (parseCoverSheet(text) ? text : '?')) },
  ...(fingerprint !== undefined && { fingerprint }),
});

const concludeWhenWhole = async (
  deps: Verifying,
  dossier: Dossier,
  scanId: ScanId,
): Promise<Outcome<Verified | 'page-judged'>> => {
  const scan = findScan(dossier, scanId);
  const pages = scan && allJudged(scan);
  if (!scan?.files || !pages) return done(scan ? 'page-judged' : 'settled-before');
  const whole: OfFiles = { ...scan, files: scan.files };
  const verdict = await verdictOn(deps, dossier, whole, pages);
  const recorded = await decideOn(
    deps,
    { actor: verifier, dossierId: dossier.id },
    ({ dossier: now }) => concludeScan(now, scanId, verdict),
    () => (verdict.ok ? ('verified' as const) : ('rejected' as const)),
  );
  if (!recorded.ok) return recorded;
  for (const page of whole.files.keys())
    await deps.vault.discard(scanObjectKey(dossier.id, scanId, page + 1));
  return recorded;
};

const verdictOn = async (
  deps: Verifying,
  dossier: Dossier,
  scan: OfFiles,
  pages: readonly JudgedPage[],
): Promise<ScanVerdict> => {
  const verdict = pagesVerdict(dossier, scan, pages);
  if (!verdict.ok) return verdict;
  const repeated = await repeatedPages(deps, dossier.id, scan, pages);
  await promoteAll(deps, dossier.id, scan);
  return pagesVerdict(dossier, scan, pages, repeated);
};

/** One file at a time: memory holds a page, however thick the batch is. */
const promoteAll = async (
  deps: Verifying,
  dossierId: DossierId,
  { id, files }: OfFiles,
): Promise<void> => {
  for (const [n, file] of files.entries()) {
    const key = scanObjectKey(dossierId, id, n + 1);
    const { mediaType: contentType, sha256 } = file;
    await deps.vault.promote({ key, bytes: await bytesOf(deps, key, file), contentType, sha256 });
  }
};

const bytesOf = async (deps: Verifying, key: string, file: PageFile): Promise<Uint8Array> => {
  const read = await readAnnounced(deps, key, file);
  if (!read.ok) throw new Error(`${key} was judged and is ${read.why} now`);
  return read.bytes;
};

const repeatedPages = async (
  deps: Verifying,
  dossierId: DossierId,
  { id, files }: OfFiles,
  pages: readonly JudgedPage[],
): Promise<readonly string[]> => {
  const seen = pages.flatMap((each) =>
    'fingerprint' in each && each.fingerprint !== undefined
      ? [{ page: each.page, fingerprint: each.fingerprint }]
      : [],
  );
  const { repeated, unchecked } = await deps.inspector.findRepeated(seen, async (page) => {
    const file = files[page - 1];
    if (!file) throw new Error(`no page ${page}`);
    const bytes = await bytesOf(deps, scanObjectKey(dossierId, id, page), file);
    return { bytes, mediaType: file.mediaType };
  });
  return [
    ...repeated.map((page) => `duplicate-page:${page}`),
    ...unchecked.map((page) => `duplicate-unchecked:${page}`),
  ];
};
