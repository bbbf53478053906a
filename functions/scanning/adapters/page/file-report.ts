import type { Inspection, PageMark, SoFar } from '#functions/scanning/ports/scan-inspector.ts';
import type { Sameness } from './compare-strokes.ts';
import { type Fingerprint, mostAlike } from './fingerprint.ts';
import type { Room } from './gray.ts';
import type { PageReport } from './page-reader.ts';
import { comparePages, type Likeness } from './same-page.ts';

/** Pages that a new one is compared with: time and memory stay bounded, whatever the file's length. */
export const remembered = 12;

interface Seen {
  readonly page: number;
  readonly likeness: Likeness;
  readonly fingerprint: Fingerprint;
}

/** An earlier page that is the same, or else one that is similar. */
const findLike = (
  seen: readonly Seen[],
  likeness: Likeness,
): { readonly page: number; readonly sameness: Sameness } | undefined => {
  let similar: { readonly page: number; readonly sameness: Sameness } | undefined;
  for (const { page, likeness: earlier } of mostAlike(seen, likeness.fingerprint)) {
    const sameness = comparePages(earlier, likeness);
    if (sameness === 'same') return { page, sameness };
    if (sameness === 'similar') similar ??= { page, sameness };
  }
  return similar;
};

/**
 * Gathers pages one by one, so that the file's pictures are never in memory together. Only where a file
 * can have several does a finding name its page.
 */
export const makeFileReport = (
  { isNumbered, room }: { readonly isNumbered: boolean; readonly room: Pick<Room, 'giveBack'> },
  from?: Pick<SoFar, 'findings' | 'marks'>,
) => {
  const findings: Inspection['findings'][number][] = [...(from?.findings ?? [])];
  const marks: PageMark[] = [...(from?.marks ?? [])];
  const seen: Seen[] = [];
  const remember = (page: Seen): void => {
    seen.push(page);
    const forgotten = seen.length > remembered ? seen.shift() : undefined;
    if (forgotten) room.giveBack(forgotten.likeness);
  };
  return {
    findings,
    marks,
    compared: (): readonly number[] => seen.map(({ page }) => page),
    /** A page that was looked at before, read again to compare later ones with it; the latest first. */
    recall: (page: number, likeness: Likeness): void =>
      void seen.unshift({ page, likeness, fingerprint: likeness.fingerprint }),
    add: ({ findings: ofPage, mark, likeness }: PageReport): void => {
      marks.push(mark);
      findings.push(
        ...ofPage.map((code) => (isNumbered ? (`${code}:${marks.length}` as const) : code)),
      );
      if (!likeness) return;
      const page = marks.length;
      const like = findLike(seen, likeness);
      if (like?.sameness === 'same') findings.push(`duplicate-page:${page}`);
      if (like?.sameness === 'similar') findings.push(`similar-page:${page}:${like.page}`);
      if (like?.sameness === 'same') room.giveBack(likeness);
      else remember({ page, likeness, fingerprint: likeness.fingerprint });
    },
  };
};
