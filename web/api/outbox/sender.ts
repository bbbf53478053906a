import {
  type Act,
  type Answer,
  awakened,
  begun,
  type Heard,
  type Moment,
  nextOf,
  parked,
  restOf,
  type Sender,
  settled,
} from './act.ts';

/** Where acts are kept: each change is one transaction, on disk before it is answered. */
export interface ActBook {
  readonly change: (change: (acts: readonly Act[]) => readonly Act[]) => Promise<readonly Act[]>;
}

/**
 * Sends one act; `opened` is what the matter's first act was answered, `note` keeps what is known before
 * the end. Never throws, but where what is noted cannot be kept.
 */
export type Carry = (
  act: Act,
  opened: Answer | undefined,
  note: (answer: Answer) => Promise<void>,
) => Promise<Heard>;

export interface World {
  readonly now: () => number;
  readonly random: () => number;
  readonly newKey: () => string;
}

/** How a round ended: somebody has to sign in, or when the next act is due, if there is one. */
export type Rest =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'due-in'; readonly ms: number }
  | { readonly kind: 'nothing' };

const isSignedOut = (heard: Heard): boolean =>
  heard.kind === 'signed-out' || (heard.kind === 'refused' && heard.problem.status === 401);

const momentOf = ({ now, random, newKey }: World): Moment => ({
  now: now(),
  random: random(),
  newKey: newKey(),
});

const withOne =
  (id: string, next: (act: Act) => Act) =>
  (acts: readonly Act[]): readonly Act[] =>
    acts.map((act) => (act.id === id ? next(act) : act));

interface Sending {
  readonly book: ActBook;
  readonly carry: Carry;
  readonly sender: Sender;
  readonly world: World;
}

const sendOne = async ({ book, carry, world }: Sending, act: Act, all: readonly Act[]) => {
  const opened = all.find(({ id }) => id === act.needs[0])?.answer;
  // On disk before the first byte leaves: whatever ends the page, it is known that this one was under way.
  await book.change(withOne(act.id, begun));
  const note = async (answer: Answer): Promise<void> => {
    await book.change(withOne(act.id, (sent) => ({ ...sent, answer })));
  };
  const heard = await carry(begun(act), opened, note);
  const settle = withOne(act.id, (sent) => settled(sent, heard, momentOf(world)));
  const acts = await book.change((now) => parked(settle(now), world.now()));
  return { acts, heard };
};

/**
 * Sends what is due, one act after the other. Only one page of a browser may be in here at a time: what
 * is found under way then was left by a page that is gone.
 */
export const sendDue = async (sending: Sending): Promise<Rest> => {
  const { book, sender, world } = sending;
  let acts = await book.change((all) => parked(all.map(awakened), world.now()));
  for (;;) {
    const act = nextOf(acts, sender, world.now());
    if (!act) break;
    const sent = await sendOne(sending, act, acts);
    acts = sent.acts;
    if (isSignedOut(sent.heard)) return { kind: 'signed-out' };
  }
  const ms = restOf(acts, sender, world.now());
  return ms === undefined ? { kind: 'nothing' } : { kind: 'due-in', ms };
};
