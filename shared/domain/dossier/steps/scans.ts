import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, refuse } from '#domain/refusal.ts';
import {
  isOfCitizen,
  type JudgedPage,
  papersShown,
  type Scan,
  type ScanIntent,
  type ScanPart,
} from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';
import { givingUp } from '../abandoned-scans.ts';
import { awaited } from '../awaited.ts';
import { isAllowed } from '../case-status.ts';
import type { DeclaredComponent, Dossier } from '../dossier.ts';
import { deadOfShare, quotaUsedUp } from '../scan-quota.ts';
import { type Decision, forbidden } from './step.ts';

const stepOf = {
  papers: 'request-scan',
  batch: 'request-scan',
  result: 'request-result-scan',
  opinion: 'request-opinion-scan',
} as const;

/** The device announces a file before it uploads it; only announced bytes are ever promoted. */
export const requestScan = (dossier: Dossier, scan: ScanIntent, now: Instant): Decision => {
  const refused = forbidden(stepOf[scan.purpose], dossier.status);
  if (refused) return refused;
  const limit = quotaUsedUp(dossier, scan, now);
  if (limit !== undefined) return refuse({ code: 'too-many-scans', limit });
  const declared = awaited(dossier).some((component) => component.id === scan.component);
  if (scan.purpose === 'papers' && !declared)
    return refuse({ code: 'component-unknown', component: scan.component ?? '' });
  return done([...givingUp(deadOfShare(dossier, scan, now)), { type: 'scan-requested', scan }]);
};

/** Awaited components of which no verified file is there; what was scanned before they were asked for does not count. */
export const unshown = (dossier: Dossier): readonly DeclaredComponent[] => {
  const asked =
    dossier.status === 'supplement-requested' ? dossier.supplements.at(-1)?.requestedAt : undefined;
  const scans = dossier.scans.filter(
    (scan) => isOfCitizen(scan) && (asked === undefined || scan.requestedAt >= asked),
  );
  const shown = new Set(papersShown(scans).map(({ component }) => component));
  return awaited(dossier).filter(({ id, count }) => count > 0 && !shown.has(id));
};

export type ScanVerdict =
  | {
      readonly ok: true;
      readonly pages: number;
      readonly findings: readonly string[];
      /** Of a batch. */
      readonly parts?: readonly ScanPart[];
    }
  | { readonly ok: false; readonly why: string };

/**
 * The verifier's word on an uploaded file. Saying it twice changes nothing. One that was given up counts
 * again if it may still be announced; into a closed manifest nothing comes any more, and somebody has to
 * look at it (`scan-came-late`).
 */
export const concludeScan = (dossier: Dossier, scanId: ScanId, verdict: ScanVerdict): Decision => {
  const scan = findScan(dossier, scanId);
  if (!scan) return refuse({ code: 'scan-unknown' });
  if (isSettled(scan)) return done([]);
  if (isClosedTo(dossier, scan)) return refuse({ code: 'scan-came-late' });
  return verdict.ok
    ? done([
        {
          type: 'scan-verified',
          scanId,
          pages: verdict.pages,
          findings: [...verdict.findings, ...miscount(scan.declaredPages, verdict.pages)],
          ...(verdict.parts && { parts: [...verdict.parts] }),
        },
      ])
    : done([{ type: 'scan-rejected', scanId, why: verdict.why }]);
};

/** The verifier's word on it stands. */
export const isSettled = ({ state }: Scan): boolean => state === 'verified' || state === 'rejected';

/** Of a batch in files that was given up its pages are not known any more. */
export const isGivenUp = ({ state }: Scan): boolean => state === 'abandoned';

/** Given up, and nothing of its kind may be added now. */
export const isClosedTo = (dossier: Dossier, scan: Scan): boolean =>
  isGivenUp(scan) && !isAllowed(stepOf[scan.purpose], dossier.status);

/** The verifier's word on one page of a batch in several files. Saying it twice changes nothing. */
export const judgePage = (dossier: Dossier, scanId: ScanId, page: JudgedPage): Decision => {
  const scan = findScan(dossier, scanId);
  if (!scan?.files?.[page.page - 1]) return refuse({ code: 'scan-unknown' });
  if (scan.state !== 'quarantined' || isJudged(scan, page.page)) return done([]);
  return done([{ type: 'page-judged', scanId, page }]);
};

export const isJudged = (scan: Scan, page: number): boolean =>
  scan.state === 'quarantined' && (scan.judged ?? []).some((each) => each.page === page);

/** The pages that the clerk counted in the hand, against those of the file. */
const miscount = (declared: number | undefined, found: number): readonly string[] =>
  declared === undefined || declared === found ? [] : [`page-count-mismatch:${declared}/${found}`];

export const findScan = (dossier: Dossier, scanId: ScanId): Scan | undefined =>
  dossier.scans.find((scan) => scan.id === scanId);
