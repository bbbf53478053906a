import { loadVisible } from '#application/authority.ts';
import { makeReadDossier } from '#application/read-dossier.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { withoutDeadScans } from '#domain/dossier/abandoned-scans.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { findScan } from '#domain/dossier/steps/scans.ts';
import { mayOpen, mayRead } from '#domain/dossier/visibility.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import {
  isShown,
  legalKindOf,
  type Scan,
  type ScanMediaType,
  type ShownScan,
} from '#domain/scan/scan.ts';
import type { InspectionProgress } from '#functions/scanning/ports/inspection-progress.ts';
import type { ScanVault } from '#ports/scan-vault.ts';
import { scanObjectKey } from './scan-object-key.ts';

interface OpenScan {
  readonly actor: Staff;
  readonly dossierId: DossierId;
  readonly scanId: ScanId;
}

interface OpenFile extends OpenScan {
  /** Which page, of a batch in several files. */
  readonly page?: number;
}

type Reading = Parameters<typeof makeReadDossier>[0];

/** The file, for whoever may open it. */
export const shownScan = (
  actor: Staff,
  dossier: Dossier,
  scanId: ScanId,
): ShownScan | undefined => {
  const scan = findScan(dossier, scanId);
  return scan && isShown(scan) && mayOpen(actor, dossier, scan) ? scan : undefined;
};

export interface DescribedScan {
  readonly scan: ShownScan;
  /** Pages looked at, of a file that takes several messages. */
  readonly lookedAt?: { readonly looked: number; readonly of: number };
}

/** What is known of one file: state, pages, findings, and how far it was looked at. */
export const makeDescribeScan =
  ({
    ledger,
    clock,
    progress,
  }: Pick<Reading, 'ledger' | 'clock'> & { progress: Pick<InspectionProgress, 'read'> }) =>
  async ({ actor, dossierId, scanId }: OpenScan): Promise<Outcome<DescribedScan>> => {
    const found = await loadVisible(ledger, actor, dossierId, mayRead);
    if (!found.ok) return found;
    const dossier = withoutDeadScans(found.value.dossier, clock.now());
    const scan = shownScan(actor, dossier, scanId);
    if (!scan) return refuse({ code: 'scan-unknown' });
    if (scan.state !== 'quarantined' || scan.files) return done({ scan });
    const soFar = (await progress.read(scanObjectKey(dossierId, scanId)))?.soFar;
    return done({
      scan,
      ...(soFar && { lookedAt: { looked: soFar.marks.length, of: soFar.pages } }),
    });
  };

/** A link lives long enough to open the file and too short to be passed on. */
const linkSeconds = 60;

const extensions: Readonly<Record<ScanMediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'image/webp': 'webp',
};

/** A page is named exactly where there are several files. */
const fileType = ({ files, mediaType }: Scan, page?: number): ScanMediaType | undefined => {
  if (mediaType === 'multipart/mixed') return files?.[(page ?? 0) - 1]?.mediaType;
  return page === undefined ? mediaType : undefined;
};

/** A short-lived link to a verified file. Nobody reads one that is not verified. */
export const makeOpenScan = (deps: Reading & { readonly vault: ScanVault }) => {
  const read = makeReadDossier(deps, mayRead);
  return async (ask: OpenFile): Promise<Outcome<{ url: string }>> => {
    const found = await read(ask);
    if (!found.ok) return found;
    const file = readableFile(ask, found.value.dossier);
    if (!file.ok) return file;
    return done({ url: await deps.vault.link({ ...file.value, seconds: linkSeconds }) });
  };
};

const readableFile = (
  { actor, dossierId, scanId, page }: OpenFile,
  dossier: Dossier,
): Outcome<{ key: string; fileName: string; contentType: string }> => {
  const scan = shownScan(actor, dossier, scanId);
  if (!scan) return refuse({ code: 'scan-unknown' });
  if (scan.state !== 'verified') return refuse({ code: 'scan-not-readable-yet' });
  const contentType = fileType(scan, page);
  if (!contentType) return refuse({ code: 'page-unknown', pages: scan.files?.length ?? 1 });
  const name = [
    // Whoever saves it keeps the word on what it is.
    ...(legalKindOf(scan) === 'bản chụp' ? ['ban-chup'] : []),
    scan.component ?? scan.purpose,
    scanId,
    ...(page === undefined ? [] : [page]),
  ];
  return done({
    key: scanObjectKey(dossierId, scanId, page),
    fileName: `${name.join('-')}.${extensions[contentType]}`,
    contentType,
  });
};
