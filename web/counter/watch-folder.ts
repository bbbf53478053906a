import {
  firstRound,
  hasItsEnd,
  isPassing,
  type Listed,
  namesIn,
  nextRound,
  type Round,
  settledIn,
  tailBytes,
  withState,
} from './folder-round.ts';
import { mediaTypeOf } from './scan-file.ts';

/** What is known of the folder. */
export interface FolderNews {
  /** `lost`: the browser may not look any more; `gone`: there is no such folder. */
  readonly state: 'watching' | 'lost' | 'gone';
  readonly writing: readonly string[];
  /** Lay there before anybody waited for it. */
  readonly old: readonly string[];
}

/** A file that came, with its bytes; `remove` takes it off the disk, and says whether it is off. */
export interface Arrived {
  readonly file: File;
  readonly remove: () => Promise<boolean>;
}

interface FileEntry {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
}

interface FolderEntry {
  readonly kind: 'directory';
  readonly name: string;
}

/** What of a directory's handle is needed. */
export interface Directory {
  values(): AsyncIterable<FileEntry | FolderEntry>;
  getFileHandle(name: string): Promise<Pick<FileEntry, 'getFile'>>;
  removeEntry(name: string): Promise<void>;
}

interface Watch {
  readonly directory: Directory;
  /** Tells of a change where the browser can; answers what stops it, nothing where it cannot. */
  readonly observe: (changed: () => void) => Promise<(() => void) | undefined>;
  readonly now: () => number;
  readonly tell: (news: FolderNews) => void;
  readonly arrived: (arrived: Arrived) => void;
}

/** Where there is no observer, or something is being written. */
const pollMs = 500;
/** An observer of a drive on the network may miss something. */
const restMs = 5_000;

const listedAs = ({ name, size, lastModified }: File): Listed => ({ name, size, lastModified });

const list = async (directory: Directory): Promise<readonly Listed[]> => {
  const listed: Listed[] = [];
  for await (const entry of directory.values()) {
    if (entry.kind !== 'file' || isPassing(entry)) continue;
    // Gone, or locked by who writes it: the next look tells.
    const file = await entry.getFile().catch(() => undefined);
    if (file) listed.push(listedAs(file));
  }
  return listed;
};

const nameOf = (error: unknown): string => (error instanceof DOMException ? error.name : '');

const isNotFound = (error: unknown): boolean => nameOf(error) === 'NotFoundError';

/** The bytes, in memory: what is hashed is what is sent. Undefined: somebody still writes. */
const readWhole = async (
  { directory }: Watch,
  { name, size, lastModified, mayLackEnd }: Listed & { readonly mayLackEnd: boolean },
): Promise<File | undefined> => {
  try {
    const file = await (await directory.getFileHandle(name)).getFile();
    if (file.size !== size || file.lastModified !== lastModified) return undefined;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isWhole = mayLackEnd || hasItsEnd(bytes.slice(-tailBytes), mediaTypeOf(file));
    return isWhole ? new File([bytes], name, { type: file.type, lastModified }) : undefined;
  } catch (error) {
    if (nameOf(error) === 'NotAllowedError') throw error;
    return undefined;
  }
};

/** Only the very file that was sent: what was written over it meanwhile stays. */
const removeSame = async ({ directory }: Watch, was: Listed): Promise<boolean> => {
  try {
    const now = listedAs(await (await directory.getFileHandle(was.name)).getFile());
    if (now.size !== was.size || now.lastModified !== was.lastModified) return false;
    await directory.removeEntry(was.name);
    return true;
  } catch (error) {
    return isNotFound(error);
  }
};

/** One look after the other, each of which says when the next one is due. */
const makeRounds = (watch: Watch) => {
  let round: Round | undefined;
  const tell = (state: FolderNews['state']): void => {
    const seen = round ?? new Map();
    watch.tell({ state, writing: namesIn(seen, 'writing'), old: namesIn(seen, 'old') });
  };
  const give = async (was: Parameters<typeof readWhole>[1]): Promise<void> => {
    const file = await readWhole(watch, was);
    if (!file || !round) return;
    round = withState(round, [was.name], 'taken');
    watch.arrived({ file, remove: () => removeSame(watch, was) });
  };
  const look = async (): Promise<void> => {
    const now = watch.now();
    const listed = await list(watch.directory);
    round = round ? nextRound(round, listed, now) : firstRound(listed, now);
    for (const settled of settledIn(round, now)) await give(settled);
  };
  return {
    /** Milliseconds until the next look; undefined where there is nothing to look into. */
    look: async (hasObserver: boolean): Promise<number | undefined> => {
      try {
        await look();
      } catch (error) {
        tell(isNotFound(error) ? 'gone' : 'lost');
        return undefined;
      }
      tell('watching');
      const isQuiet = hasObserver && namesIn(round ?? new Map(), 'writing').length === 0;
      return isQuiet ? restMs : pollMs;
    },
    /** What lay there before is wanted after all. */
    takeOld: (): void => {
      if (round) round = withState(round, namesIn(round, 'old'), 'writing');
    },
  };
};

/** Watches a folder that a scanner's program writes into; answers what stops it and what asks for old files. */
export const watchFolder = (watch: Watch) => {
  const rounds = makeRounds(watch);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isLooking = false;
  let isDueAgain = false;
  let unobserve: (() => void) | undefined;
  const look = async (): Promise<void> => {
    if (isLooking) {
      isDueAgain = true;
      return;
    }
    isLooking = true;
    clearTimeout(timer);
    const inMs = await rounds.look(unobserve !== undefined);
    isLooking = false;
    const isEnded = isStopped || inMs === undefined;
    if (!isEnded) timer = setTimeout(() => void look(), isDueAgain ? 0 : inMs);
    isDueAgain = false;
  };
  const begin = async (): Promise<void> => {
    unobserve = await watch.observe(() => void look());
    if (isStopped) unobserve?.();
    else await look();
  };
  void begin();
  return {
    takeOld: (): void => {
      rounds.takeOld();
      void look();
    },
    stop: (): void => {
      isStopped = true;
      clearTimeout(timer);
      unobserve?.();
    },
  };
};
