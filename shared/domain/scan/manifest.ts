import { isOfCitizen, isVerified, type Scan } from './scan.ts';

/**
 * The text whose SHA-256 is a dossier's manifest hash: one line a verified file of papers, sorted
 * by id. A department proves that it opened every file by computing the same hash from the bytes it
 * read.
 */
export const manifestText = (scans: readonly Scan[]): string =>
  scans
    .filter((scan) => isOfCitizen(scan) && isVerified(scan))
    .map((scan) => `${scan.id} ${scan.sha256} ${scan.bytes}\n`)
    .sort()
    .join('');
