import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, refuse } from '#domain/refusal.ts';
import {
  isOfCitizen,
  type JudgedPage,
  papersShown,
  type Scan,
  type ScanIntent,
  type ScanPart,
  scanLimits,
} from '#domain/scan/scan.ts';
import type { DeclaredComponent, Dossier } from '../dossier.ts';
import { type Decision, forbidden } from './step.ts';

const stepOf = {
  papers: 'request-scan',
  batch: 'request-scan',
  result: 'request-result-scan',
  opinion: 'request-opinion-scan',
} as const;

/** The device announces a file before it uploads it; only announced bytes are ever promoted. */
export const requestScan = (dossier: Dossier, scan: ScanIntent): Decision => {
  const refused = forbidden(stepOf[scan.purpose], dossier.status);
  if (refused) return refused;
  if (dossier.scans.length >= scanLimits.perDossier)
    return refuse({ code: 'too-many-scans', limit: scanLimits.perDossier });
  const declared = awaited(dossier).some((component) => component.id === scan.component);
  if (scan.purpose === 'papers' && !declared)
    return refuse({ code: 'component-unknown', component: scan.component ?? '' });
  return done([{ type: 'scan-requested', scan }]);
};

/** Components that may be scanned now: the declared ones, or those that the department asks for. */
export const awaited = ({
  status,
  components,
  supplements,
}: Dossier): readonly DeclaredComponent[] =>
  status === 'supplement-requested' ? (supplements.at(-1)?.items ?? []) : components;

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

/** The verifier's word on an uploaded file. Saying it twice changes nothing. */
export const concludeScan = (dossier: Dossier, scanId: ScanId, verdict: ScanVerdict): Decision => {
  const scan = findScan(dossier, scanId);
  if (!scan) return refuse({ code: 'scan-unknown' });
  if (scan.state !== 'quarantined') return done([]);
  const refused = forbidden('settle-scan', dossier.status);
  if (refused) return refused;
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

/** The verifier's word on one page of a batch in several files. Saying it twice changes nothing. */
export const judgePage = (dossier: Dossier, scanId: ScanId, page: JudgedPage): Decision => {
  const scan = findScan(dossier, scanId);
  if (!scan?.files?.[page.page - 1]) return refuse({ code: 'scan-unknown' });
  if (scan.state !== 'quarantined' || isJudged(scan, page.page)) return done([]);
  return forbidden('settle-scan', dossier.status) ?? done([{ type: 'page-judged', scanId, page }]);
};

export const isJudged = (scan: Scan, page: number): boolean =>
  scan.state === 'quarantined' && (scan.judged ?? []).some((each) => each.page === page);

/** The pages that the clerk counted in the hand, against those of the file. */
const miscount = (declared: number | undefined, found: number): readonly string[] =>
  declared === undefined || declared === found ? [] : [`page-count-mismatch:${declared}/${found}`];

export const findScan = (dossier: Dossier, scanId: ScanId): Scan | undefined =>
  dossier.scans.find((scan) => scan.id === scanId);
