import type { Worker } from 'node:worker_threads';
import type { Milliseconds } from '#domain/time/instant.ts';
import type { Asked, Said } from './messages.ts';

export interface Watched {
  /** Starts a thread that serves inspections. */
  readonly start: () => Worker;
  /** So long it may say nothing; a page is usually looked at in a fiftieth of it. */
  readonly patience: Milliseconds;
  /** Bytes that the process may have in memory while it works. */
  readonly memory: number;
  /**
   * With more than so many bytes no thread is kept for the next question: what a large file made it take is
   * given back when it ends, and no other file is refused for it.
   */
  readonly keptBelow: number;
}

/** The thread said nothing for too long, took too much memory, or ended. */
export class Lost extends Error {}

type Question = Exclude<Asked, { ask: 'go on with' }>;
type File = Omit<Extract<Asked, { ask: 'go on with' }>, 'ask'>;
/** What the thread is given on its way to the last word. */
type Along = (said: Said) => Promise<File | undefined>;

/** One question at a time, to a thread that is started when there is none. */
export const makeTalk = ({ start, keptBelow, ...bounds }: Watched) => {
  let current: Worker | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const begin = (): Worker => {
    const worker = start();
    // Told by its end.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (current === worker) current = undefined;
    });
    current = worker;
    return worker;
  };
  const ask = async (question: Question, along: Along): Promise<Said> => {
    const worker = current ?? begin();
    worker.ref();
    try {
      const said = await lastWord(worker, bounds, question, along);
      if (process.memoryUsage.rss() > keptBelow) await worker.terminate();
      return said;
    } catch (error) {
      // Whatever it may still be doing, nobody waits for it.
      await worker.terminate();
      throw error;
    } finally {
      worker.unref();
    }
  };
  return (question: Question, along: Along): Promise<Said> => {
    const said = before.then(() => ask(question, along));
    before = said.catch(() => undefined);
    return said;
  };
};

type Bounds = Pick<Watched, 'patience' | 'memory'>;

const lastWord = async (
  worker: Worker,
  bounds: Bounds,
  question: Question,
  along: Along,
): Promise<Said> => {
  const { promise, resolve, reject } = Promise.withResolvers<Said>();
  const lost = (): void => reject(new Lost());
  const watch = makeWatch(bounds.patience, lost);
  const scales = watchMemory(bounds.memory, lost);
  const hear = async (said: Said): Promise<void> => {
    watch.pause();
    if (said.say === 'failed') reject(new Error(said.why));
    else if (said.say === 'inspected' || said.say === 'compared') resolve(said);
    else {
      const file = await along(said);
      if (file) worker.postMessage({ ask: 'go on with', ...file } satisfies Asked);
      watch.begin();
    }
  };
  const onMessage = (said: Said): void => void hear(said).catch(reject);
  worker.on('message', onMessage);
  worker.once('exit', lost);
  worker.postMessage(question);
  watch.begin();
  try {
    return await promise;
  } finally {
    watch.pause();
    clearInterval(scales);
    worker.off('message', onMessage);
    worker.off('exit', lost);
  }
};

/** Often enough that nothing grows from the bound to what the machine has in between. */
const weighedEvery = 50;

/** WebAssembly's memory is none of the heap's: what bounds that does not bound it. */
const watchMemory = (memory: number, lost: () => void): NodeJS.Timeout =>
  setInterval(() => {
    if (process.memoryUsage.rss() > memory) lost();
  }, weighedEvery);

/** An engine that loops has the processor; a thread that did not get it, on a busy machine, is waited for. */
const mostWaits = 3;

const makeWatch = (patience: Milliseconds, lost: () => void) => {
  let timer: NodeJS.Timeout | undefined;
  const wait = (left: number): void => {
    const before = process.cpuUsage();
    timer = setTimeout(() => {
      const { user, system } = process.cpuUsage(before);
      const wasBusy = (user + system) / 1_000 > patience / 2;
      if (wasBusy || left === 1) lost();
      else wait(left - 1);
    }, patience);
  };
  return {
    begin: (): void => {
      clearTimeout(timer);
      wait(mostWaits);
    },
    pause: (): void => clearTimeout(timer),
  };
};
