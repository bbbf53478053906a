import type { ScanMediaType } from '#domain/scan/scan.ts';

/** A file as a look into the folder finds it; it is the same file while nothing of this has changed. */
export interface Listed {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** `old`: lay there before; `writing`: may grow yet; `taken`: was given on. */
export interface Seen extends Listed {
  readonly state: 'old' | 'writing' | 'taken';
  /** When it was first seen as it is, in milliseconds. */
  readonly since: number;
}

export type Round = ReadonlyMap<string, Seen>;

/** So long does a file stay as it is before it is taken for whole. */
const settlesMs = 1_000;
/** A file whose end is not that of its kind is waited for so long; then the system says what is wrong with it. */
const givesUpMs = 15_000;

/** What programs write beside a file, or while they write it. */
const passing = /^[.~]|\.(?:tmp|part|partial|crdownload|lock)$/i;

const isSame = (a: Listed, b: Listed): boolean =>
  a.size === b.size && a.lastModified === b.lastModified;

export const isPassing = ({ name }: Pick<Listed, 'name'>): boolean => passing.test(name);

const lookedAt = (before: Seen | undefined, listed: Listed, now: number): Seen =>
  before && isSame(before, listed) ? before : { ...listed, state: 'writing', since: now };

/** What lay there when the folder was first looked into is nobody's of today. */
export const firstRound = (listed: readonly Listed[], now: number): Round =>
  new Map(
    listed
      .filter((file) => !isPassing(file))
      .map((file) => [file.name, { ...file, state: 'old', since: now }]),
  );

/** A file that is written anew under the name of an old or a taken one is another file. */
export const nextRound = (before: Round, listed: readonly Listed[], now: number): Round =>
  new Map(
    listed
      .filter((file) => !isPassing(file))
      .map((file) => [file.name, lookedAt(before.get(file.name), file, now)]),
  );

/** What nobody writes to any more, first come first; `mayLackEnd` where it was waited for long enough. */
export const settledIn = (
  round: Round,
  now: number,
): readonly (Seen & { readonly mayLackEnd: boolean })[] =>
  [...round.values()]
    .filter(({ state, size, since }) => state === 'writing' && size > 0 && now - since >= settlesMs)
    .toSorted((a, b) => a.lastModified - b.lastModified || a.name.localeCompare(b.name))
    .map((seen) => ({ ...seen, mayLackEnd: now - seen.since >= givesUpMs }));

export const withState = (round: Round, names: readonly string[], state: Seen['state']): Round =>
  new Map(
    [...round].map(([name, seen]) => [name, names.includes(name) ? { ...seen, state } : seen]),
  );

export const namesIn = (round: Round, state: Seen['state']): readonly string[] =>
  [...round.values()].filter((seen) => seen.state === state).map(({ name }) => name);

const ends: Partial<Record<ScanMediaType, string>> = {
  'application/pdf': '%%EOF',
  'image/jpeg': '\xff\xd9',
  'image/png': 'IEND',
};

/** So much of a file's end is enough to tell. */
export const tailBytes = 1_024;

/** The end of the file is that of its kind; of a kind without one nobody can tell. */
export const hasItsEnd = (tail: Uint8Array, mediaType: ScanMediaType | undefined): boolean => {
  const end = mediaType && ends[mediaType];
  return end === undefined || String.fromCharCode(...tail).includes(end);
};
