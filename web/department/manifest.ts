import { manifestText } from '#domain/scan/manifest.ts';
import type { Scan } from '#domain/scan/scan.ts';
import type { DossierTold } from './choices.ts';

export type ScanTold = DossierTold['scans'][number];

/** One file that the citizen's papers lie in: a scan, or a page of a batch in several files. */
export interface CitizenFile {
  readonly scanId: string;
  /** Of a batch in several files. */
  readonly page?: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
}

const isOfCitizen = ({ purpose, state }: ScanTold): boolean =>
  state === 'verified' && (purpose === 'papers' || purpose === 'batch');

export const citizenScans = ({ scans }: Pick<DossierTold, 'scans'>): readonly ScanTold[] =>
  scans.filter(isOfCitizen);

/** What can be looked at: papers first, then results and opinions. */
export const shownScans = ({ scans }: Pick<DossierTold, 'scans'>): readonly ScanTold[] => [
  ...scans.filter(isOfCitizen),
  ...scans.filter((scan) => scan.state === 'verified' && !isOfCitizen(scan)),
];

export const filesOf = ({ scanId, files, mediaType, sha256, bytes }: ScanTold) =>
  files
    ? files.map((file): CitizenFile => ({ scanId, ...file }))
    : [{ scanId, mediaType, sha256, bytes } satisfies CitizenFile];

export const nameOfFile = ({ scanId, page }: Pick<CitizenFile, 'scanId' | 'page'>): string =>
  page === undefined ? scanId : `${scanId}/${page}`;

export interface Reckoned {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * The text whose hash the department echoes, of what was really opened: the domain's own, over hashes
 * that were reckoned here. Undefined while some file is missing.
 */
export const manifestOfOpened = (
  dossier: Pick<DossierTold, 'scans'>,
  opened: ReadonlyMap<string, Reckoned>,
): string | undefined => {
  const scans = citizenScans(dossier);
  if (scans.flatMap(filesOf).some((file) => !opened.has(nameOfFile(file)))) return undefined;
  const reckoned = scans.map(({ scanId: id, purpose, state, files, ...scan }) => ({
    id,
    purpose,
    state,
    ...scan,
    ...opened.get(id),
    ...(files && {
      files: files.map((file) => ({ ...file, ...opened.get(`${id}/${file.page}`) })),
    }),
  }));
  return manifestText(reckoned as unknown as readonly Scan[]);
};

/** Every page of the citizen's papers, as it is counted when it was looked at. */
export const pagesOf = (dossier: Pick<DossierTold, 'scans'>): readonly string[] =>
  citizenScans(dossier).flatMap(({ scanId, pages = 1 }) =>
    Array.from({ length: pages }, (_, n) => `${scanId}/${n + 1}`),
  );
