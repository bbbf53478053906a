import type {
  ReadPage,
  RepeatedPages,
  ScanInspector,
  SeenPage,
} from '#functions/scanning/ports/scan-inspector.ts';
import { makeBudget } from '../budget.ts';
import { remembered } from './file-report.ts';
import { type Fingerprint, mostAlike, readFingerprint } from './fingerprint.ts';
import { comparePages, type Likeness } from './same-page.ts';

/** Pages read once more for one batch, within the time of a message; each takes some 0.2 s. */
const mostReadings = 60;

/** The comparison of {@link makeFileReport}, of pages that lie apart and are told by fingerprints. */
export const makeFindRepeated =
  (
    likenessIn: (file: Awaited<ReturnType<ReadPage>>) => Promise<Likeness | undefined>,
    { milliseconds }: { readonly milliseconds: number },
  ) =>
  async (pages: readonly SeenPage[], read: ReadPage): ReturnType<ScanInspector['findRepeated']> => {
    const told = { repeated: [] as number[], similar: [] as Similar[], unchecked: [] as number[] };
    const seen: Looked[] = [];
    const look = makeLook(read, likenessIn, milliseconds);
    for (const { page, fingerprint } of pages) {
      const from = readFingerprint(fingerprint);
      const alike = mostAlike(seen, from);
      const verdict = await compare(look, page, alike);
      tell(told, page, verdict);
      if (verdict !== 'repeated') remember(seen, { page, fingerprint: from }, look);
    }
    return told;
  };

type Similar = RepeatedPages['similar'][number];

const tell = (
  told: { repeated: number[]; similar: Similar[]; unchecked: number[] },
  page: number,
  verdict: Awaited<ReturnType<typeof compare>>,
): void => {
  if (verdict === 'unchecked') told.unchecked.push(page);
  else if (verdict === 'repeated') told.repeated.push(page);
  else if (verdict !== 'new') told.similar.push({ page, to: verdict });
};

const remember = (seen: Looked[], page: Looked, look: ReturnType<typeof makeLook>): void => {
  seen.push(page);
  const forgotten = seen.length > remembered ? seen.shift() : undefined;
  if (forgotten) look.forget(forgotten.page);
};

interface Looked {
  readonly page: number;
  readonly fingerprint: Fingerprint;
}

const makeLook = (
  read: ReadPage,
  likenessIn: Parameters<typeof makeFindRepeated>[0],
  milliseconds: number,
) => {
  const budget = makeBudget(milliseconds);
  const kept = new Map<number, Likeness>();
  let readings = 0;
  return {
    at: async (page: number): Promise<Likeness | undefined> => {
      const known = kept.get(page);
      if (known || readings >= mostReadings || budget.isSpent()) return known;
      readings += 1;
      const likeness = await likenessIn(await read(page));
      if (likeness) kept.set(page, likeness);
      return likeness;
    },
    forget: (page: number): void => void kept.delete(page),
  };
};

/** A number: the earlier page that is similar. */
const compare = async (
  look: ReturnType<typeof makeLook>,
  page: number,
  alike: readonly Looked[],
): Promise<'repeated' | 'new' | 'unchecked' | number> => {
  let similar: number | undefined;
  for (const earlier of alike) {
    const [a, b] = [await look.at(earlier.page), await look.at(page)];
    if (!a || !b) return 'unchecked';
    const sameness = comparePages(a, b);
    if (sameness === 'same') return 'repeated';
    if (sameness === 'similar') similar ??= earlier.page;
  }
  return similar ?? 'new';
};
