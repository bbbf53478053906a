import { useRef, useState } from 'react';
import { type Asking, type Heard, heard, isRefusedAs, type Trouble } from '../api/ask.ts';
import { type Content, findContent, type Pouch, packInto, takeOutOf } from '../api/packing.ts';
import { type Desk, useDesk, useOutboxLines } from '../api/staff.tsx';
import type { Burst } from '../kit/react/scanner/bursts.ts';
import { paperIn } from '../kit/react/scanner/scanned.ts';
import { isUnknown, useKeeper } from './use-pouches.ts';

/** What became of a number, or of a line that was taken out. */
export interface Judged {
  readonly id: number;
  readonly number: string;
  readonly verdict:
    | 'isIn'
    | 'isOut'
    | 'isKept'
    | 'inAlready'
    | 'keptAlready'
    | 'unknownNumber'
    | 'tooShort'
    | 'isCard'
    | 'notIn'
    | 'notOut';
  readonly trouble?: Trouble;
  /** The same act once more, while nobody knows its end. */
  readonly again?: () => void;
}

type Verdict = Omit<Judged, 'id' | 'number'>;

const shortest = 5;
const mostShown = 6;

/** A line of a pouch, as somebody takes it out. */
export interface Line {
  readonly number: string;
  readonly content: Content;
}

export const linesOf = ({ lines, orders }: Pouch): readonly Line[] => [
  ...lines.map(({ number, dossierId }) => ({ number, content: { dossierId } })),
  ...orders.map(({ number, returnOrderId }) => ({ number, content: { returnOrderId } })),
];

/** Of these nothing is sent any more: somebody has to look at them. */
export const isStopped = ({ acts }: ReturnType<typeof useOutboxLines>[number]): boolean =>
  acts.some(({ state }) => state === 'refused' || state === 'parked');

/** Acts on this pouch that lie in this browser. */
export const useWaiting = (pouchId: string) =>
  useOutboxLines()
    .filter(({ intake, acts }) => intake.inPouch?.pouch === pouchId && acts.length > 0)
    .filter(({ acts }) => acts.some(({ state }) => state !== 'discarded'));

/** What a number is before anybody is asked; undefined: it has to be asked. */
const foreseen = (number: string, pouch: Pouch, kept: readonly string[]): Verdict | undefined => {
  const isNumber = (each: string): boolean => each.toUpperCase() === number.toUpperCase();
  if (number.length < shortest) return { verdict: 'tooShort' };
  if (linesOf(pouch).some((line) => isNumber(line.number))) return { verdict: 'inAlready' };
  return kept.some(isNumber) ? { verdict: 'keptAlready' } : undefined;
};

/** One thing into the pouch, or out of it. */
interface Move {
  readonly number: string;
  readonly kind: 'pack' | 'unpack';
  /** As it is kept where there is no line. */
  readonly body: object;
  readonly find: () => Promise<Heard<Content>>;
  readonly send: (content: Content, key: string) => Asking<Pouch>;
}

interface Way {
  readonly desk: Desk;
  readonly keep: ReturnType<typeof useKeeper>;
  readonly pouchId: string;
  readonly told: (pouch: Pouch) => void;
  readonly say: (number: string, verdict: Verdict) => void;
}

const packing = ({ desk: { api }, pouchId }: Way, number: string): Move => ({
  number,
  kind: 'pack',
  body: { number },
  find: () => heard(findContent(api, number)),
  send: (content, key) => packInto(api, { pouchId, content, key }),
});

const takingOut = ({ desk: { api }, pouchId }: Way, { number, content }: Line): Move => ({
  number,
  kind: 'unpack',
  body: content,
  find: async () => ({ ok: true, body: content }),
  send: (of, key) => takeOutOf(api, { pouchId, content: of, key }),
});

/** A key that was sent goes along: what is kept then is the same act. */
const kept = async ({ keep, pouchId }: Way, move: Move, key?: string): Promise<Verdict> => {
  const { kind, body, number: of } = move;
  await keep?.({ pouch: pouchId, of, kind, body, ...(key !== undefined && { key }) });
  return { verdict: 'isKept' };
};

const refused = (way: Way, move: Move, key: string, trouble: Trouble): Verdict => {
  const isOfNothing = move.kind === 'pack' && isRefusedAs(trouble, 'return-order-unknown');
  if (isOfNothing) return { verdict: 'unknownNumber' };
  const again = (): void =>
    void perform(way, move, key).then((verdict) => way.say(move.number, verdict));
  return {
    verdict: move.kind === 'pack' ? 'notIn' : 'notOut',
    trouble,
    ...(isUnknown(trouble) && { again }),
  };
};

/** Sends it, or keeps it where there is no line and this counter can. */
const perform = async (way: Way, move: Move, key: string): Promise<Verdict> => {
  const { desk, keep, told } = way;
  if (keep && desk.line.state() === 'down') return kept(way, move);
  const found = await move.find();
  const answer = found.ok ? await heard(move.send(found.body, key)) : found;
  if (answer.ok) {
    told(answer.body);
    return { verdict: move.kind === 'pack' ? 'isIn' : 'isOut' };
  }
  if (keep && isUnknown(answer.trouble)) return kept(way, move, found.ok ? key : undefined);
  return refused(way, move, key, answer.trouble);
};

/** One after the other, in the order in which they came. */
const useTurns = () => {
  const [isBusy, setBusy] = useState(false);
  const left = useRef(0);
  const queue = useRef(Promise.resolve());
  const inTurn = (act: () => Promise<void>): void => {
    left.current += 1;
    setBusy(true);
    queue.current = queue.current.then(act).finally(() => {
      left.current -= 1;
      setBusy(left.current > 0);
    });
  };
  return { isBusy, inTurn };
};

/** Packs what is scanned or typed, and says of each at once what became of it. */
export const usePacking = (pouch: Pouch, told: (pouch: Pouch) => void) => {
  const desk = useDesk();
  const keep = useKeeper();
  const [judged, setJudged] = useState<readonly Judged[]>([]);
  const count = useRef(0);
  const { isBusy, inTurn } = useTurns();
  const waiting = useWaiting(pouch.pouchId);
  const say = (number: string, verdict: Verdict): void => {
    count.current += 1;
    const next = { ...verdict, number, id: count.current };
    setJudged((all) => [next, ...all.filter((each) => each.number !== number)].slice(0, mostShown));
  };
  const way: Way = { desk, keep, told, say, pouchId: pouch.pouchId };
  // What waits its turn meets the pouch as it is then.
  const latest = useRef({ way, pouch, waiting });
  latest.current = { way, pouch, waiting };
  const put = async (number: string): Promise<Verdict> => {
    const now = latest.current;
    const underWay = now.waiting.filter((line) => !isStopped(line));
    const ofKept = underWay.map(({ intake }) => intake.inPouch?.of ?? '');
    const known = foreseen(number, now.pouch, ofKept);
    return known ?? perform(now.way, packing(now.way, number), crypto.randomUUID());
  };
  return {
    judged,
    isBusy,
    waiting,
    scan: (burst: Burst): void => {
      const came = paperIn(burst);
      if (came === 'card') say('', { verdict: 'isCard' });
      if (typeof came === 'object') inTurn(async () => say(came.number, await put(came.number)));
    },
    put: (typed: string): void => {
      const number = typed.trim();
      inTurn(async () => say(number, await put(number)));
    },
    takeOut: (line: Line): void =>
      inTurn(async () => {
        const move = takingOut(latest.current.way, line);
        say(line.number, await perform(latest.current.way, move, crypto.randomUUID()));
      }),
  };
};

export type Packing = ReturnType<typeof usePacking>;
