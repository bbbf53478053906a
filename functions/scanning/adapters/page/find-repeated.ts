import type {
  ReadPage,
  ScanInspector,
  SeenPage,
} from '#functions/scanning/ports/scan-inspector.ts';
import { isAlikeFromAfar, readFingerprint } from './fingerprint.ts';
import { remembered } from './page-reader.ts';
import { isSamePage, type Likeness } from './same-page.ts';

/** Pages read once more for one batch; each takes some 0.2 s. */
const mostReadings = 60;

/** The comparison of {@link makeFileReport}, of pages that lie apart and are told by fingerprints. */
export const makeFindRepeated =
  (likenessIn: (file: Awaited<ReturnType<ReadPage>>) => Promise<Likeness | undefined>) =>
  async (pages: readonly SeenPage[], read: ReadPage): ReturnType<ScanInspector['findRepeated']> => {
    const repeated: number[] = [];
    const unchecked: number[] = [];
    const seen: Looked[] = [];
    const look = makeLook(read, likenessIn);
    for (const { page, fingerprint } of pages) {
      const from = readFingerprint(fingerprint);
      const alike = seen.filter((earlier) => isAlikeFromAfar(earlier.from, from));
      const verdict = await compare(look, page, alike);
      if (verdict === 'unchecked') unchecked.push(page);
      if (verdict === 'repeated') repeated.push(page);
      else remember(seen, { page, from }, look);
    }
    return { repeated, unchecked };
  };

const remember = (seen: Looked[], page: Looked, look: ReturnType<typeof makeLook>): void => {
  seen.push(page);
  const forgotten = seen.length > remembered ? seen.shift() : undefined;
  if (forgotten) look.forget(forgotten.page);
};

interface Looked {
  readonly page: number;
  readonly from: ReturnType<typeof readFingerprint>;
}

const makeLook = (read: ReadPage, likenessIn: Parameters<typeof makeFindRepeated>[0]) => {
  const kept = new Map<number, Likeness>();
  let readings = 0;
  return {
    at: async (page: number): Promise<Likeness | undefined> => {
      const known = kept.get(page);
      if (known || readings >= mostReadings) return known;
      readings += 1;
      const likeness = await likenessIn(await read(page));
      if (likeness) kept.set(page, likeness);
      return likeness;
    },
    forget: (page: number): void => void kept.delete(page),
  };
};

const compare = async (
  look: ReturnType<typeof makeLook>,
  page: number,
  alike: readonly Looked[],
): Promise<'repeated' | 'new' | 'unchecked'> => {
  for (const earlier of alike) {
    const [a, b] = [await look.at(earlier.page), await look.at(page)];
    if (!a || !b) return 'unchecked';
    if (isSamePage(a, b)) return 'repeated';
  }
  return 'new';
};
