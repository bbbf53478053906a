import { readRemark } from '#domain/scan/findings.ts';
import type { BatchPage, JudgedPage, Scan, ScanPart } from '#domain/scan/scan.ts';
import { judgeBatch, separate, uncountedBlanks } from '#domain/scan/separate.ts';
import { awaited } from './awaited.ts';
import type { Dossier } from './dossier.ts';
import { type ScanVerdict, unshown } from './steps/scans.ts';

/** A batch is filed by its cover sheets, under components that may be scanned now. */
export const batchVerdict = (
  dossier: Dossier,
  pages: readonly BatchPage[],
  findings: readonly string[],
): ScanVerdict => {
  const components = awaited(dossier).map(({ id }) => id);
  const separation = separate(pages, { dossierId: dossier.id, components });
  const batch = judgeBatch(separation);
  if (!batch.ok) return batch;
  const { parts } = batch;
  const told = [...findings, ...uncountedBlanks(separation), ...absent(dossier, parts)];
  return { ok: true, pages: pages.length, findings: told, parts };
};

/** What the batch should have shown and no other file does: seen before the citizen leaves. */
const absent = (dossier: Dossier, parts: readonly ScanPart[]): readonly string[] => {
  const shown = new Set(parts.map(({ component }) => component));
  return unshown(dossier)
    .filter(({ id }) => !shown.has(id))
    .map(({ id }) => `component-absent:${id}`);
};

/** The pages of a batch in several files, in the feeder's order; undefined while one is not judged. */
export const allJudged = (scan: Scan): readonly JudgedPage[] | undefined => {
  if (scan.state !== 'quarantined' || !scan.files) return undefined;
  const judged = new Map((scan.judged ?? []).map((each) => [each.page, each]));
  const pages = scan.files.map((_, n) => judged.get(n + 1));
  return pages.every((page) => page !== undefined) ? pages : undefined;
};

/**
 * The word on a batch in several files: the same as on one PDF of the same pages. A page that was
 * refused names itself, and then nothing of the batch is filed. `repeated`: pages that show an
 * earlier one once more.
 */
export const pagesVerdict = (
  dossier: Dossier,
  scan: Scan,
  pages: readonly JudgedPage[],
  repeated: readonly string[] = [],
): ScanVerdict => {
  const refused = pages.flatMap((each) =>
    'refusal' in each ? [`${each.refusal}:${each.page}`] : [],
  );
  if (refused.length > 0) return { ok: false, why: refused.join(' ') };
  const read = pages.filter((each) => 'mark' in each);
  const findings = read.flatMap(({ page, findings: codes }) => [
    ...codes.map((code) => `${code}:${page}`),
    ...repeated.filter((finding) => readRemark(finding).some((told) => told.page === page)),
  ]);
  return batchVerdict(
    dossier,
    read.map(({ mark }) => mark),
    [...findings, ...knownFiles(dossier, scan)],
  );
};

/** The same bytes once more, whatever component they were announced for. */
export const knownFiles = (dossier: Dossier, { id, sha256, files }: Scan): readonly string[] => {
  const known = new Set(
    dossier.scans
      .filter((other) => other.id !== id && other.state === 'verified')
      .flatMap((other) => other.files?.map((file) => file.sha256) ?? [other.sha256]),
  );
  if (!files) return known.has(sha256) ? ['duplicate-file'] : [];
  return files.flatMap((file, n) => (known.has(file.sha256) ? [`duplicate-file:${n + 1}`] : []));
};
