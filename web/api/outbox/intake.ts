import type { Act, ActKind, Answer, PouchActKind, Standing } from './act.ts';

/** A file of a matter, as it lies in the browser until the system has it. */
export interface Page {
  readonly id: string;
  readonly component: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a citizen handed in, as one row: of what the system has, only the number stays. */
export interface Intake {
  readonly id: string;
  /** Of the slip; absent where a dossier was opened at the counter and nobody heard the answer. */
  readonly number?: string;
  /** Where it is no dossier: one act on a pouch, and of what in it. */
  readonly inPouch?: { readonly pouch: string; readonly of: string };
  readonly madeAt: number;
  readonly by: Standing;
  /** What was typed, to be put right after a refusal; gone when the system has it. */
  readonly draft?: unknown;
  readonly pages: readonly Page[];
  readonly done?: Answer;
}

/** A matter and its acts in the order in which they are sent. */
export interface Line {
  readonly intake: Intake;
  readonly acts: readonly Act[];
}

interface Written {
  readonly number?: string;
  readonly by: Standing;
  readonly draft: unknown;
  readonly pages: readonly Page[];
  /** What opens the dossier, with its bytes; an act that was sent before keeps its key. */
  readonly first: { readonly kind: 'enter' | 'open'; readonly body: string; readonly key?: string };
  /** What follows when every file is there. */
  readonly last?: 'accept' | 'issue-slip';
}

interface World {
  readonly now: number;
  readonly newKey: () => string;
}

const idOf = (intake: string, n: number): string => `${intake}:${String(n).padStart(3, '0')}`;

/** The announcement of a file: the bytes that are sent, whenever they are sent. */
const announcement = ({ component, mediaType, bytes, sha256 }: Page): string =>
  JSON.stringify({ component, mediaType, bytes, sha256 });

/** Sorted by time as text, so that what was done first is sent first. */
const lineIdOf = ({ now, newKey }: World): string => `${String(now).padStart(14, '0')}-${newKey()}`;

/** One act on a pouch. With a key it was sent before, and nobody heard the answer. */
export const pouchLineOf = (
  done: {
    readonly pouch: string;
    /** What is called so on the screen: a number off the papers, or of the seal. */
    readonly of: string;
    readonly kind: PouchActKind;
    readonly body: object;
    readonly by: Standing;
    readonly key?: string;
  },
  world: World,
): Line => {
  const { pouch, of, kind, by, key } = done;
  const id = lineIdOf(world);
  const madeAt = world.now;
  const act: Act = {
    ...{ id: idOf(id, 0), intake: id, kind, pouch, by, madeAt, tries: 0, dueAt: 0, needs: [] },
    body: JSON.stringify(done.body),
    key: key ?? world.newKey(),
    state: key === undefined ? 'queued' : 'unknown',
    mayBeThere: key !== undefined,
  };
  return { intake: { id, inPouch: { pouch, of }, madeAt, by, pages: [] }, acts: [act] };
};

/** A matter as acts: open it, send each file, then accept. Nothing of them changes afterwards. */
export const lineOf = (written: Written, world: World): Line => {
  const { now, newKey } = world;
  const { by, draft, pages, first, last, number } = written;
  const id = lineIdOf(world);
  const told = { intake: id, by, madeAt: now, tries: 0, dueAt: 0 } as const;
  const make = (n: number, kind: ActKind, act: Pick<Act, 'body' | 'needs'>): Act => ({
    ...told,
    ...act,
    id: idOf(id, n),
    kind,
    key: newKey(),
    state: 'queued',
    mayBeThere: false,
  });
  const opening = make(0, first.kind, { body: first.body, needs: [] });
  const root: Act =
    first.key === undefined
      ? opening
      : { ...opening, key: first.key, state: 'unknown', mayBeThere: true };
  const scans = pages.map((page, n) => ({
    ...make(n + 1, 'scan', { body: announcement(page), needs: [root.id] }),
    page: page.id,
  }));
  const needs = [root.id, ...scans.map((scan) => scan.id)];
  const ending = last ? [make(scans.length + 1, last, { body: '{}', needs })] : [];
  const intake: Intake = { id, ...(number && { number }), madeAt: now, by, draft, pages };
  return { intake, acts: [root, ...scans, ...ending] };
};

/** What the system said of a matter, when each of its acts is done. */
export const doneOf = (acts: readonly Act[]): Answer | undefined =>
  acts.length > 0 && acts.every(({ state }) => state === 'done')
    ? Object.assign({}, ...acts.map(({ answer }) => answer))
    : undefined;

/** Of a matter that has ended here, no more than its number and what became of it. */
export const bare = ({ draft: _, ...intake }: Intake, done?: Answer): Intake => ({
  ...intake,
  pages: [],
  ...(done && { done }),
});
