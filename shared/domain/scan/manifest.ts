import { isOfCitizen, isVerified, type Scan } from './scan.ts';

/**
 * The text whose SHA-256 is a dossier's manifest hash: one line a verified file of papers, sorted
 * by id; of a batch in several files a line a page, `<id>/<page>`. A department proves that it opened every file by computing the same hash from the bytes it
 * read.
 */
export const manifestText = (scans: readonly Scan[]): string =>
  scans
    .filter((scan) => isOfCitizen(scan) && isVerified(scan))
    .flatMap((scan) => linesOf(scan))
    .sort()
    .join('');

const linesOf = ({ id, sha256, bytes, files }: Scan): readonly string[] =>
  files
    ? files.map((file, n) => `${id}/${n + 1} ${file.sha256} ${file.bytes}\n`)
    : [`${id} ${sha256} ${bytes}\n`];
