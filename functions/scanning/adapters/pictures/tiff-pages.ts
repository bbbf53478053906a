import { type Directory, openTiff, type Tiff } from './tiff-directories.ts';

/** Where libvips finds a picture: in which directory of the chain, from 0, and in which one below it. */
export interface Place {
  readonly page: number;
  readonly subifd?: number;
}

const tags = {
  newSubfileType: 254,
  subfileType: 255,
  width: 256,
  height: 257,
  below: 330,
} as const;

/** TIFF 6.0, section 8: a smaller copy of another picture, or where another one is opaque. */
const bits = { reduced: 1, mask: 4 } as const;
/** What the older field calls a smaller copy. */
const olderReduced = 2;

/** More than a file may have pages. */
const mostDirectories = 2_000;

/**
 * The pictures of a TIFF that are pages, where some are not: thumbnails, sizes for a screen and masks lie
 * in the same chain. Nothing where all are, or where the chain does not end as it should.
 */
export const pagesAmongPictures = (
  bytes: Uint8Array,
): { readonly pictures: number; readonly pages: readonly Place[] } | undefined => {
  const tiff = openTiff(bytes);
  const chain = tiff && chainOf(tiff);
  if (!tiff || !chain) return undefined;
  const below = chain.map((directory) => directoriesBelow(tiff, directory));
  const whole = [...chain, ...below.flat()].filter((each) => !isCopy(each) && !isMask(each));
  const pages = chain.flatMap((directory, page): readonly Place[] => {
    if (isMask(directory) && whole.length > 0) return [];
    // One that says it is a copy and is larger than every page is a page of which that was said wrongly.
    if (!isCopy(directory) || !whole.some((other) => isLarger(other, directory))) return [{ page }];
    const subifd = (below[page] ?? []).findIndex((other) => whole.includes(other));
    return subifd < 0 ? [] : [{ page, subifd }];
  });
  const isPlain =
    pages.length === chain.length && pages.every(({ subifd }) => subifd === undefined);
  return isPlain ? undefined : { pictures: chain.length, pages };
};

const chainOf = ({ first, directoryAt }: Tiff): readonly Directory[] | undefined => {
  const seen = new Set<number>();
  const chain: Directory[] = [];
  for (let place = first; place !== 0; ) {
    const directory = directoryAt(place);
    if (!directory || seen.has(place) || seen.size > mostDirectories) return undefined;
    seen.add(place);
    chain.push(directory);
    place = directory.next;
  }
  return chain;
};

/** Counted as libvips counts them: where one cannot be read, none is asked for. */
const directoriesBelow = ({ directoryAt }: Tiff, { numbers }: Directory): readonly Directory[] => {
  const found = numbers(tags.below).map((place) => directoryAt(place));
  return found.every((each) => each !== undefined) ? found : [];
};

const isCopy = ({ numbers }: Directory): boolean =>
  hasBit(numbers(tags.newSubfileType), bits.reduced) ||
  numbers(tags.subfileType)[0] === olderReduced;

const isMask = ({ numbers }: Directory): boolean => hasBit(numbers(tags.newSubfileType), bits.mask);

const hasBit = ([type = 0]: readonly number[], bit: number): boolean => (type & bit) !== 0;

const sideOf = ({ numbers }: Directory, tag: number): number => numbers(tag)[0] ?? 0;

const isLarger = (one: Directory, other: Directory): boolean =>
  sideOf(one, tags.width) > sideOf(other, tags.width) &&
  sideOf(one, tags.height) > sideOf(other, tags.height);
