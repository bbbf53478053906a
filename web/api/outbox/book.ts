import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Act, discarded, isUnsent, mayDiscard, ofIntake } from './act.ts';
import { bare, doneOf, type Intake, type Line, type Page } from './intake.ts';
import type { ActBook } from './sender.ts';

/** A page's bytes, and whose it is: a matter's, or that of what is being typed. */
interface PageRow {
  readonly id: string;
  readonly owner: string;
  readonly blob: Blob;
}

interface Stores extends DBSchema {
  acts: { key: string; value: Act };
  intakes: { key: string; value: Intake };
  pages: { key: string; value: PageRow; indexes: { owner: string } };
  drafts: { key: string; value: unknown };
}

type Database = IDBPDatabase<Stores>;
/** What is being typed off a slip. */
export const draftId = 'slip';

const all = ['acts', 'intakes', 'pages', 'drafts'] as const;

/** Power may fail in the middle: what is said to be kept is on the disk. */
const onDisk = { durability: 'strict' } as const;

export interface Book extends ActBook {
  readonly lines: () => Promise<readonly Line[]>;
  /** The bytes of a page. */
  readonly blob: (page: string) => Promise<Blob | undefined>;
  /**
   * F9: the draft becomes acts in one step, in place of those that were refused. False: the slip has a
   * dossier here already, and nothing was written.
   */
  readonly add: (line: Line, instead?: string) => Promise<boolean>;
  /** Gives up what stopped; false where something of it may still arrive. */
  readonly discard: (intake: string, word: string) => Promise<boolean>;
  /** Takes what has ended off the list. */
  readonly forget: (intake: string) => Promise<void>;
  readonly draft: () => Promise<unknown>;
  readonly keepDraft: (draft: unknown) => Promise<void>;
  readonly dropDraft: () => Promise<void>;
  /** What was read last of something, for when there is no line: names nobody, and is gone at sign-out. */
  readonly lastRead: (name: string) => Promise<unknown>;
  readonly keepRead: (name: string, read: unknown) => Promise<void>;
  readonly addPage: (page: Page, blob: Blob) => Promise<void>;
  readonly removePage: (page: string) => Promise<void>;
  /** Signing out: what is not in the system stays, nothing else does. */
  readonly wipe: () => Promise<void>;
}

const open = (name: string): Promise<Database> =>
  openDB<Stores>(name, 1, {
    upgrade: (db) => {
      db.createObjectStore('acts', { keyPath: 'id' });
      db.createObjectStore('intakes', { keyPath: 'id' });
      db.createObjectStore('pages', { keyPath: 'id' }).createIndex('owner', 'owner');
      db.createObjectStore('drafts');
    },
  });

const writing = (db: Database) => db.transaction(all, 'readwrite', onDisk);
type Writing = ReturnType<typeof writing>;

/** Bytes of pages that nobody will send any more go in the same step. */
const dropPages = async (tx: Writing, acts: readonly Act[]): Promise<void> => {
  const over = acts.filter(({ state }) => state === 'done' || state === 'discarded');
  for (const { page } of over) if (page !== undefined) await tx.objectStore('pages').delete(page);
};

/** A matter whose acts are all done leaves its number behind, and nothing of the citizen. */
const finish = async (tx: Writing, acts: readonly Act[]): Promise<void> => {
  for (const id of new Set(acts.map(({ intake }) => intake))) {
    const own = ofIntake(acts, id);
    const done = doneOf(own);
    const intake = done && (await tx.objectStore('intakes').get(id));
    if (!intake) continue;
    await tx.objectStore('intakes').put(bare(intake, done));
    for (const act of own) await tx.objectStore('acts').delete(act.id);
  }
};

const change =
  (db: Database): ActBook['change'] =>
  async (next) => {
    const tx = writing(db);
    const before = await tx.objectStore('acts').getAll();
    const after = next(before);
    const changed = after.filter((act) => !before.includes(act));
    for (const act of changed) await tx.objectStore('acts').put(act);
    if (changed.length > 0) {
      await dropPages(tx, changed);
      await finish(tx, after);
    }
    await tx.done;
    return after;
  };

const removeLine = async (tx: Writing, id: string): Promise<void> => {
  const acts = ofIntake(await tx.objectStore('acts').getAll(), id);
  for (const act of acts) await tx.objectStore('acts').delete(act.id);
  for (const key of await tx.objectStore('pages').index('owner').getAllKeys(id))
    await tx.objectStore('pages').delete(key);
  await tx.objectStore('intakes').delete(id);
};

const takeOver = async (tx: Writing, { id: owner, pages }: Intake): Promise<void> => {
  for (const { id } of pages) {
    const row = await tx.objectStore('pages').get(id);
    if (row) await tx.objectStore('pages').put({ ...row, owner });
  }
};

const dropDraft = async (tx: Writing): Promise<void> => {
  for (const key of await tx.objectStore('pages').index('owner').getAllKeys(draftId))
    await tx.objectStore('pages').delete(key);
  await tx.objectStore('drafts').delete(draftId);
};

const putIn = async (tx: Writing, { intake, acts }: Line, instead?: string): Promise<void> => {
  await takeOver(tx, intake);
  if (instead !== undefined) await removeLine(tx, instead);
  await tx.objectStore('intakes').put(intake);
  for (const act of acts) await tx.objectStore('acts').put(act);
  // A slip that is being typed is none of a pouch's business.
  if (!intake.inPouch) await dropDraft(tx);
};

const add =
  (db: Database): Book['add'] =>
  async (line, instead) => {
    const tx = writing(db);
    const others = (await tx.objectStore('intakes').getAll()).filter(({ id }) => id !== instead);
    const { number: own } = line.intake;
    const isUsed = own !== undefined && others.some(({ number }) => number === own);
    if (!isUsed) await putIn(tx, line, instead);
    await tx.done;
    return !isUsed;
  };

const discard =
  (db: Database): Book['discard'] =>
  async (id, word) => {
    const tx = writing(db);
    const acts = ofIntake(await tx.objectStore('acts').getAll(), id);
    const intake = await tx.objectStore('intakes').get(id);
    const may = intake !== undefined && mayDiscard(acts);
    if (may) {
      const given = acts.map((act) => discarded(act, word));
      for (const act of given) await tx.objectStore('acts').put(act);
      await tx.objectStore('intakes').put(bare(intake));
      await dropPages(tx, given);
    }
    await tx.done;
    return may;
  };

const forget =
  (db: Database): Book['forget'] =>
  async (id) => {
    const tx = writing(db);
    const acts = ofIntake(await tx.objectStore('acts').getAll(), id);
    if (acts.length === 0 || !isUnsent(acts)) await removeLine(tx, id);
    await tx.done;
  };

/** Everything but matters that are not in the system yet. */
const wipe = async (db: Database): Promise<void> => {
  const tx = writing(db);
  const acts = await tx.objectStore('acts').getAll();
  await dropDraft(tx);
  await tx.objectStore('drafts').clear();
  const ids = await tx.objectStore('intakes').getAllKeys();
  const kept = ids.filter((id) => {
    const own = ofIntake(acts, id);
    return own.length > 0 && isUnsent(own);
  });
  for (const id of ids) if (!kept.includes(id)) await removeLine(tx, id);
  await tx.done;
};

const linesOf = async (db: Database): Promise<readonly Line[]> => {
  const tx = db.transaction(['intakes', 'acts']);
  const intakes = await tx.objectStore('intakes').getAll();
  const acts = await tx.objectStore('acts').getAll();
  return intakes.map((intake) => ({ intake, acts: ofIntake(acts, intake.id) }));
};

/** One database a person: nobody else's page opens it. */
const bookName = (person: string): string => `outbox:${person}`;

/**
 * The outbox of a person in this browser.
 * @throws DOMException where the browser gives no storage
 */
export const openBook = async (person: string): Promise<Book> => {
  const db = await open(bookName(person));
  return {
    change: change(db),
    lines: () => linesOf(db),
    blob: async (page) => (await db.get('pages', page))?.blob,
    add: add(db),
    discard: discard(db),
    forget: forget(db),
    draft: () => db.get('drafts', draftId),
    keepDraft: async (draft) => {
      await db.put('drafts', draft, draftId);
    },
    dropDraft: async () => {
      const tx = writing(db);
      await dropDraft(tx);
      await tx.done;
    },
    lastRead: (name) => db.get('drafts', `read:${name}`),
    keepRead: async (name, read) => {
      await db.put('drafts', read, `read:${name}`);
    },
    addPage: async ({ id }, blob) => {
      await db.put('pages', { id, owner: draftId, blob });
    },
    removePage: async (page) => {
      const row = await db.get('pages', page);
      // What was refused keeps its pages until what is put in its place is there.
      if (row?.owner === draftId) await db.delete('pages', page);
    },
    wipe: () => wipe(db),
  };
};
