import type { Told } from '../ask.ts';
import type { Line as Cable } from '../line.ts';
import type { Session } from '../session.ts';
import { hurried, isUnsent, type Sender } from './act.ts';
import { type Book, openBook } from './book.ts';
import { carryBy } from './carry.ts';
import type { Line } from './intake.ts';
import { type Rest, sendDue } from './sender.ts';

export interface Outbox extends Pick<Book, 'add' | 'discard' | 'forget' | 'wipe'> {
  readonly book: Book;
  /** Matters of this person in this browser, the oldest first. */
  readonly lines: () => readonly Line[];
  readonly subscribe: (heard: () => void) => () => void;
  /** Somebody presses: nothing waits for its time any more. */
  readonly sendNow: () => Promise<void>;
  readonly close: () => void;
}

export const isLineUnsent = ({ acts }: Line): boolean => acts.length > 0 && isUnsent(acts);

/** Asked again where somebody has to sign in, or where another page has done something. */
const askAgainMs = 10_000;

const restMs = (rest: Rest): number | undefined => {
  if (rest.kind === 'due-in') return rest.ms;
  return rest.kind === 'signed-out' ? askAgainMs : undefined;
};

/** Whoever is signed in, as the system has told it. */
type Me = Told<'GET /v1/me'>;

const senderOf = ({ id, capacities }: Me): Sender => ({
  person: id,
  capacities: capacities.map(({ role, office }) => ({ role, office: office?.id ?? '' })),
});

/** Wakes whoever sleeps; a call that comes while nobody sleeps is heard next time. */
const makeAlarm = () => {
  let wake: (() => void) | undefined;
  let isRung = false;
  return {
    ring: (): void => {
      isRung = true;
      wake?.();
    },
    sleep: async (ms: number | undefined): Promise<void> => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      if (!isRung)
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (ms !== undefined) timer = setTimeout(resolve, ms);
        });
      clearTimeout(timer);
      isRung = false;
      wake = undefined;
    },
  };
};

/** What is shown: read anew after each change, of this page or another. */
const makeShown = (book: Book) => {
  const hearing = new Set<() => void>();
  let shown: readonly Line[] = [];
  return {
    lines: () => shown,
    read: async (): Promise<void> => {
      shown = await book.lines();
      for (const heard of hearing) heard();
    },
    subscribe: (heard: () => void) => {
      hearing.add(heard);
      return () => hearing.delete(heard);
    },
  };
};

/** Asked for once: a browser that is short of space takes what nobody has asked it to keep. */
const askToKeep = async (): Promise<void> => {
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
};

/** A book whose changes every page of this person hears of. */
const makeHeardBook = (own: Book, person: string, ring: () => void) => {
  const shown = makeShown(own);
  const others = new BroadcastChannel(`outbox:${person}`);
  const tell = async (what: 'changed' | 'added'): Promise<void> => {
    others.postMessage(what);
    await shown.read();
  };
  others.onmessage = ({ data }: MessageEvent<string>) => {
    void shown.read();
    if (data === 'added') ring();
  };
  const change: Book['change'] = async (next) => {
    let isChanged = false;
    const acts = await own.change((before) => {
      const after = next(before);
      isChanged = after.some((act, n) => act !== before[n]);
      return after;
    });
    // Pages that told each other of nothing would never come to rest.
    if (isChanged) await tell('changed');
    return acts;
  };
  /** Something that is to be sent at once. */
  const after =
    <Given extends readonly unknown[], Answer>(act: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const answer = await act(...given);
      await tell('added');
      ring();
      return answer;
    };
  return { shown, book: { ...own, change }, after, close: () => others.close() };
};

/**
 * The outbox of whoever is signed in. One page of the browser sends at a time (Web Lock); the others show
 * what it does. Nothing is sent but as this person.
 */
export const openOutbox = async (
  me: Me,
  session: Session,
  line: Pick<Cable, 'fetch' | 'subscribe'>,
): Promise<Outbox> => {
  const alarm = makeAlarm();
  const own = await openBook(me.id);
  const { shown, book, after, close } = makeHeardBook(own, me.id, alarm.ring);
  const carry = carryBy({ token: session.token, fetch: line.fetch, blob: own.blob });
  const world = { now: Date.now, random: Math.random, newKey: () => crypto.randomUUID() };
  const sending = { book, carry, sender: senderOf(me), world };
  let isOpen = true;
  const run = async (): Promise<void> => {
    while (isOpen) {
      const rest = await navigator.locks.request(`outbox:${me.id}`, () => sendDue(sending));
      await alarm.sleep(isOpen ? restMs(rest) : 0);
    }
  };
  const stops = [line.subscribe(alarm.ring), session.subscribe(alarm.ring), close];
  await shown.read();
  void askToKeep();
  // Where the browser gives no more storage, everything stays as it is until the page is opened anew.
  void run().catch(() => undefined);
  return {
    book,
    lines: shown.lines,
    subscribe: shown.subscribe,
    add: after(own.add),
    discard: after(own.discard),
    forget: after(own.forget),
    wipe: own.wipe,
    sendNow: after(async () => {
      await own.change((acts) => acts.map(hurried));
    }),
    close: () => {
      isOpen = false;
      for (const stop of stops) stop();
      alarm.ring();
    },
  };
};
