import { decideOn } from '#application/deciding.ts';
import { allJudged, pagesVerdict } from '#domain/dossier/batch-verdict.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import {
  concludeScan,
  findScan,
  isGivenUp,
  isJudged,
  judgePage,
  type ScanVerdict,
} from '#domain/dossier/steps/scans.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { parseCoverSheet } from '#domain/scan/cover-sheet.ts';
import type { JudgedPage, PageFile, Scan } from '#domain/scan/scan.ts';
import type { PagePreview } from '#functions/scanning/ports/preview-store.ts';
import type { PageMark } from '#functions/scanning/ports/scan-inspector.ts';
import { abreast } from './abreast.ts';
import { inspectCarefully } from './inspect-carefully.ts';
import { discardPreviews, keepPreviews, shownPage } from './page-previews.ts';
import { NotInQuarantine, readAnnounced } from './read-announced.ts';
import { scanObjectKey } from './scan-object-key.ts';
import { lateWord, takenAway, type Verified, type Verifying, verifier } from './verify-scan.ts';

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
export const makeVerifyPage = (deps: Verifying) => {
  const verify = makeVerify(deps);
  return async (ask: VerifyPage): Promise<Outcome<Verified | 'page-judged'>> => {
    try {
      return await verify(ask);
    } catch (error) {
      if (error instanceof NotInQuarantine && (await isSettled(deps, ask)))
        return done('settled-before');
      throw error;
    }
  };
};

const isSettled = async ({ ledger }: Verifying, { dossierId, scanId }: VerifyPage) => {
  const stored = await ledger.load(dossierId);
  const scan = stored && findScan(stored.dossier, scanId);
  return scan !== undefined && scan.state !== 'quarantined';
};

const makeVerify =
  (deps: Verifying) =>
  async (ask: VerifyPage): Promise<Outcome<Verified | 'page-judged'>> => {
    const { dossierId, scanId, page } = ask;
    const stored = await deps.ledger.load(dossierId);
    const scan = stored && findScan(stored.dossier, scanId);
    if (!stored || !scan) return refuse({ code: 'scan-unknown' });
    if (isGivenUp(scan)) return lateWord(deps, scanObjectKey(dossierId, scanId, page));
    return verifyAwaited(deps, ask, stored.dossier, scan);
  };

const verifyAwaited = async (
  deps: Verifying,
  ask: VerifyPage,
  dossier: Dossier,
  scan: Scan,
): Promise<Outcome<Verified | 'page-judged'>> => {
  const { dossierId, scanId, page } = ask;
  const file = scan.files?.[page - 1];
  if (!file) return refuse({ code: 'scan-unknown' });
  if (scan.state !== 'quarantined') return takenAway(deps, scanObjectKey(dossierId, scanId, page));
  if (isJudged(scan, page)) return concludeWhenWhole(deps, dossier, scanId);
  const verdict = await judge(deps, ask, file);
  if (verdict === 'looked-at-elsewhere') return done(verdict);
  const recorded = await decideOn(
    deps,
    'verify-scan',
    { actor: verifier, dossierId },
    (now) => judgePage(now.dossier, scanId, verdict),
    ({ change }) => change.after,
  );
  return recorded.ok ? concludeWhenWhole(deps, recorded.value, scanId) : recorded;
};

const judge = async (
  deps: Verifying,
  { dossierId, scanId, page }: VerifyPage,
  announced: PageFile,
): Promise<JudgedPage | 'looked-at-elsewhere'> => {
  const key = scanObjectKey(dossierId, scanId, page);
  const file = await readAnnounced(deps, key, announced);
  if (!file.ok) return { page, refusal: file.why };
  const { bytes } = file;
  const { mediaType } = announced;
  const previews: PagePreview[] = [];
  const inspected = await inspectCarefully(deps, { key, bytes, mediaType }, (preview) => {
    previews.push(preview);
  });
  if (!inspected.ok) {
    const { refusal } = inspected;
    if (refusal === 'looked-at-elsewhere') return refusal;
    // Only a file with pages to spare is left unfinished, and it is refused for them.
    return { page, refusal: refusal === 'unfinished' ? 'several-pages' : refusal };
  }
  if (inspected.inspection.pages > 1) return { page, refusal: 'several-pages' };
  const { sha256 } = announced;
  await keepPreviews(deps.previews, { dossierId, scanId, sha256 }, previews);
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
    'verify-scan',
    { actor: verifier, dossierId: dossier.id },
    ({ dossier: now }) => concludeScan(now, scanId, verdict),
    () => (verdict.ok ? ('verified' as const) : ('rejected' as const)),
  );
  if (!recorded.ok) return recorded;
  const shown = whole.files.map((_, n) => shownPage(dossier.id, whole, n + 1));
  if (!verdict.ok) await discardPreviews(deps.previews, shown);
  await abreast([...whole.files.keys()], atOnce, (page) =>
    deps.vault.discard(scanObjectKey(dossier.id, scanId, page + 1)),
  );
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

/** Files of 20 MB at most: memory holds four, however thick the batch is. */
const atOnce = 4;

const promoteAll = async (
  deps: Verifying,
  dossierId: DossierId,
  { id, files }: OfFiles,
): Promise<void> => {
  await abreast([...files.entries()], atOnce, async ([n, file]) => {
    const key = scanObjectKey(dossierId, id, n + 1);
    const { mediaType: contentType, sha256 } = file;
    await deps.vault.promote({ key, bytes: await bytesOf(deps, key, file), contentType, sha256 });
  });
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
  const { repeated, similar, unchecked } = await deps.inspector.findRepeated(seen, async (page) => {
    const file = files[page - 1];
    if (!file) throw new Error(`no page ${page}`);
    const bytes = await bytesOf(deps, scanObjectKey(dossierId, id, page), file);
    return { bytes, mediaType: file.mediaType };
  });
  return [
    ...repeated.map((page) => `duplicate-page:${page}`),
    ...similar.map(({ page, to }) => `similar-page:${page}:${to}`),
    ...unchecked.map((page) => `duplicate-unchecked:${page}`),
  ];
};
