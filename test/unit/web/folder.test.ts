import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  firstRound,
  hasItsEnd,
  isPassing,
  type Listed,
  namesIn,
  nextRound,
  settledIn,
  withState,
} from '../../../web/counter/folder-round.ts';
import { type Arrived, type FolderNews, watchFolder } from '../../../web/counter/watch-folder.ts';

const file = (name: string, size = 10, lastModified = 0): Listed => ({ name, size, lastModified });
const names = (found: readonly Listed[]) => found.map(({ name }) => name);

describe('a look into the folder', () => {
  it('leaves alone what lay there, until it is written anew', () => {
    const first = firstRound([file('cu.pdf')], 0);
    expect(namesIn(first, 'old')).toEqual(['cu.pdf']);
    const same = nextRound(first, [file('cu.pdf')], 60_000);
    expect(settledIn(same, 120_000)).toEqual([]);
    const anew = nextRound(same, [file('cu.pdf', 11)], 60_000);
    expect(names(settledIn(anew, 61_000))).toEqual(['cu.pdf']);
  });

  it('takes a file once it has stayed as it is for a second, and is not empty', () => {
    let round = nextRound(firstRound([], 0), [file('a.jpg', 0)], 0);
    expect(settledIn(round, 90_000)).toEqual([]);
    round = nextRound(round, [file('a.jpg', 5)], 1_000);
    round = nextRound(round, [file('a.jpg', 9)], 1_900);
    expect(settledIn(round, 2_500)).toEqual([]);
    round = nextRound(round, [file('a.jpg', 9)], 2_900);
    expect(settledIn(round, 2_900)).toMatchObject([{ name: 'a.jpg', mayLackEnd: false }]);
    expect(settledIn(round, 16_900)).toMatchObject([{ mayLackEnd: true }]);
    const taken = withState(round, ['a.jpg'], 'taken');
    expect(settledIn(nextRound(taken, [file('a.jpg', 9)], 9_000), 9_000)).toEqual([]);
    expect(names(settledIn(nextRound(taken, [file('a.jpg', 9, 7)], 9_000), 10_000))).toEqual([
      'a.jpg',
    ]);
    expect(nextRound(taken, [], 9_000).size).toBe(0);
  });

  it('takes what came first first', () => {
    const listed = [file('b', 1, 2), file('a', 1, 2), file('c', 1, 1)];
    expect(names(settledIn(nextRound(new Map(), listed, 0), 1_000))).toEqual(['c', 'a', 'b']);
  });

  it('never takes a file that grew within the last second, whatever the looks', () => {
    const looks = fc.array(
      fc.record({ size: fc.nat(3), after: fc.integer({ min: 1, max: 2_000 }) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(looks, (all) => {
        let round = firstRound([], 0);
        let now = 0;
        let changedAt = 0;
        let size = -1;
        for (const look of all) {
          now += look.after;
          if (look.size !== size) changedAt = now;
          size = look.size;
          round = nextRound(round, [file('a', size)], now);
          const isTaken = settledIn(round, now).length > 0;
          expect(isTaken).toBe(size > 0 && now - changedAt >= 1_000);
        }
      }),
    );
  });

  it.each([
    ['.quet.pdf', true],
    ['~$quet.pdf', true],
    ['quet.pdf.part', true],
    ['quet.TMP', true],
    ['quet.pdf', false],
  ])('%s is passed over: %s', (name, isPassedOver) => {
    expect(isPassing({ name })).toBe(isPassedOver);
    expect(firstRound([file(name)], 0).size).toBe(isPassedOver ? 0 : 1);
    expect(nextRound(new Map(), [file(name)], 0).size).toBe(isPassedOver ? 0 : 1);
  });

  it.each([
    ['application/pdf', 'trailer\n%%EOF\n', true],
    ['application/pdf', 'stream', false],
    ['image/jpeg', '...\xff\xd9', true],
    ['image/jpeg', '...\xff', false],
    ['image/png', '..IEND\xae', true],
    ['image/tiff', '...', true],
    [undefined, '...', true],
  ] as const)('%s that ends with %j is whole: %s', (type, tail, isWhole) => {
    expect(hasItsEnd(Buffer.from(tail, 'latin1'), type)).toBe(isWhole);
  });
});

/** A folder as a program writes into it. */
const makeFolder = () => {
  const files = new Map<string, File>();
  let fault: string | undefined;
  let isLocked = false;
  const check = () => {
    if (fault) throw new DOMException('', fault);
  };
  const handleOf = (name: string) => ({
    kind: 'file',
    name,
    getFile: async () => {
      check();
      const found = files.get(name);
      if (!found) throw new DOMException('', 'NotFoundError');
      return found;
    },
  });
  const directory = {
    values: async function* () {
      check();
      for (const name of files.keys()) yield handleOf(name);
    },
    getFileHandle: async (name: string) => handleOf(name),
    removeEntry: async (name: string) => {
      check();
      if (isLocked) throw new DOMException('', 'NoModificationAllowedError');
      files.delete(name);
    },
  };
  return {
    directory: directory as never,
    files,
    write: (name: string, text: string, at = 1) =>
      files.set(name, new File([Buffer.from(text, 'latin1')], name, { lastModified: at })),
    fail: (name: string | undefined) => {
      fault = name;
    },
    lock: () => {
      isLocked = true;
    },
  };
};

const textOf = (bytes = new ArrayBuffer()): string => Buffer.from(bytes).toString('latin1');
const whole = 'page\xff\xd9';

describe('a watched folder', () => {
  let folder: ReturnType<typeof makeFolder>;
  let news: FolderNews[];
  let came: Arrived[];
  let watch: ReturnType<typeof watchFolder>;
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  let changed = (): void => undefined;
  const begin = async (hasObserver: boolean): Promise<void> => {
    watch = watchFolder({
      directory: folder.directory,
      observe: async (told) => {
        changed = told;
        return hasObserver ? () => undefined : undefined;
      },
      now: () => Date.now(),
      tell: (told) => news.push(told),
      arrived: (arrived) => came.push(arrived),
    });
    await pass(10);
  };

  beforeEach(async () => {
    vi.useFakeTimers();
    folder = makeFolder();
    news = [];
    came = [];
    folder.write('cu.jpg', whole);
    await begin(false);
  });
  afterEach(() => {
    watch.stop();
    vi.useRealTimers();
  });

  it('looks at once where the browser tells of a change, and seldom where it does not', async () => {
    watch.stop();
    await begin(true);
    const looks = news.length;
    await pass(4_000);
    expect(news).toHaveLength(looks);
    folder.write('moi.jpg', whole);
    changed();
    await pass(2_000);
    expect(came).toHaveLength(1);
    folder.write('moi2.jpg', whole);
    await pass(8_000);
    expect(came).toHaveLength(2);
  });

  it('gives on each new file once, with its bytes, and deletes it when it is told to', async () => {
    folder.write('moi.jpg', whole);
    await pass(5_000);
    expect(came.map(({ file: { name } }) => name)).toEqual(['moi.jpg']);
    expect(textOf(await came[0]?.file.arrayBuffer())).toBe(whole);
    expect(folder.files.has('moi.jpg')).toBe(true);
    expect(await came[0]?.remove()).toBe(true);
    expect(folder.files.has('moi.jpg')).toBe(false);
    expect(await came[0]?.remove()).toBe(true);
    expect(news.at(-1)).toEqual({ state: 'watching', writing: [], old: ['cu.jpg'] });
  });

  it('waits for a file without its end, but not for ever', async () => {
    folder.write('moi.jpg', 'half');
    await pass(10_000);
    expect(came).toEqual([]);
    expect(news.at(-1)?.writing).toEqual(['moi.jpg']);
    await pass(10_000);
    expect(came).toHaveLength(1);
  });

  it('never deletes what was written over the file that was sent, nor what is locked', async () => {
    folder.write('moi.jpg', whole);
    await pass(2_000);
    folder.write('moi.jpg', `other ${whole}`, 2);
    expect(await came[0]?.remove()).toBe(false);
    await pass(2_000);
    expect(came).toHaveLength(2);
    folder.lock();
    expect(await came[1]?.remove()).toBe(false);
    expect(folder.files.has('moi.jpg')).toBe(true);
  });

  it('gives on what lay there before only when somebody asks', async () => {
    await pass(5_000);
    expect(came).toEqual([]);
    watch.takeOld();
    await pass(1_000);
    expect(came.map(({ file: { name } }) => name)).toEqual(['cu.jpg']);
  });

  it.each([
    ['NotAllowedError', 'lost'],
    ['NotFoundError', 'gone'],
  ])('tells of %s, and looks no more', async (fault, state) => {
    folder.fail(fault);
    await pass(1_000);
    expect(news.at(-1)?.state).toBe(state);
    folder.fail(undefined);
    folder.write('moi.jpg', whole);
    await pass(5_000);
    expect(came).toEqual([]);
  });

  it('looks no more once it is stopped', async () => {
    watch.stop();
    folder.write('moi.jpg', whole);
    await pass(5_000);
    expect(came).toEqual([]);
  });
});
