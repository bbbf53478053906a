import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Heard, heard, type Trouble } from '../api/ask.ts';
import type { Book } from '../api/outbox/book.ts';
import { pouchLineOf } from '../api/outbox/intake.ts';
import type { Pouch } from '../api/packing.ts';
import { type Desk, useDesk } from '../api/staff.tsx';

/** What was read, and when. */
export interface Read<T> {
  readonly value: T;
  readonly at: string;
  /** The system did not answer: it is what it said before. */
  readonly isKept?: true;
}

interface Kept {
  readonly at: string;
  readonly items: readonly Pouch[];
}

/** Nobody knows what became of it: the same act is sent again. */
export const isUnknown = (trouble: Trouble | undefined): boolean =>
  trouble?.kind === 'no-answer' || (trouble?.kind === 'refused' && trouble.problem.status >= 500);

const keptName = 'pouches';

/** Where a counter keeps what it needs without a line; an agency keeps nothing. */
const bookOf = ({ capacity, outbox }: Desk): Book | undefined =>
  capacity.role === 'clerk' ? outbox?.book : undefined;

const lastRead = async (desk: Desk): Promise<Kept | undefined> =>
  (await bookOf(desk)?.lastRead(keptName)) as Kept | undefined;

/** The newest of a pouch in place of what was read before. */
const remember = async (desk: Desk, pouch: Pouch): Promise<void> => {
  const kept = (await lastRead(desk)) ?? { at: desk.now(), items: [] };
  const others = kept.items.filter(({ pouchId }) => pouchId !== pouch.pouchId);
  await bookOf(desk)?.keepRead(keptName, { ...kept, items: [...others, pouch] } satisfies Kept);
};

const lists = [
  ['open', 'in'],
  ['sealed', 'out'],
  ['sealed', 'in'],
  ['under-way', 'out'],
  ['under-way', 'in'],
  ['counted', 'out'],
  ['counted', 'in'],
] as const;

const readList = async (
  { api }: Desk,
  [state, way]: (typeof lists)[number],
): Promise<Heard<readonly Pouch[]>> => {
  const items: Pouch[] = [];
  let after: string | undefined;
  do {
    const query = { state, way, limit: 100, ...(after !== undefined && { after }) };
    const page = await heard(api.call('GET /v1/pouches', { query }));
    if (!page.ok) return page;
    items.push(...page.body.items);
    after = page.body.next;
  } while (after !== undefined);
  return { ok: true, body: items };
};

const readLists = async (desk: Desk): Promise<Heard<Read<readonly Pouch[]>>> => {
  const read = await Promise.all(lists.map((list) => readList(desk, list)));
  const failed = read.find((list) => !list.ok);
  if (!failed) {
    const items = read.flatMap((list) => (list.ok ? list.body : []));
    const at = desk.now();
    await bookOf(desk)?.keepRead(keptName, { at, items } satisfies Kept);
    return { ok: true, body: { value: items, at } };
  }
  const kept = isUnknown(failed.trouble) ? await lastRead(desk) : undefined;
  return kept ? { ok: true, body: { value: kept.items, at: kept.at, isKept: true } } : failed;
};

const readOne = async (desk: Desk, pouchId: string): Promise<Heard<Read<Pouch>>> => {
  const params = { pouchId };
  const told = await heard(desk.api.call('GET /v1/pouches/{pouchId}', { params }));
  if (told.ok) {
    await remember(desk, told.body);
    return { ok: true, body: { value: told.body, at: desk.now() } };
  }
  const kept = isUnknown(told.trouble) ? await lastRead(desk) : undefined;
  const value = kept?.items.find((each) => each.pouchId === pouchId);
  return kept && value ? { ok: true, body: { value, at: kept.at, isKept: true } } : told;
};

/** Every pouch that is on its way from or to here. */
export const usePouches = () => {
  const desk = useDesk();
  const { data, refetch, isRefetching } = useQuery({
    queryKey: ['pouches', desk.capacity.role],
    queryFn: () => readLists(desk),
  });
  return { read: isRefetching ? undefined : data, again: () => void refetch() };
};

const pouchKey = (pouchId: string) => ['pouch', pouchId] as const;

/** One pouch; `told` is what an act of our own was answered. */
export const usePouch = (pouchId: string) => {
  const desk = useDesk();
  const queries = useQueryClient();
  const { data, refetch } = useQuery({
    queryKey: pouchKey(pouchId),
    queryFn: () => readOne(desk, pouchId),
  });
  const told = (pouch: Pouch): void => {
    const read: Heard<Read<Pouch>> = { ok: true, body: { value: pouch, at: desk.now() } };
    queries.setQueryData(pouchKey(pouchId), read);
    void remember(desk, pouch).catch(() => undefined);
    void queries.invalidateQueries({ queryKey: ['pouches'], refetchType: 'none' });
  };
  return { read: data, told, again: () => void refetch() };
};

type Done = Omit<Parameters<typeof pouchLineOf>[0], 'by'>;

/** Keeps an act in the outbox of this counter; undefined where nothing is kept. */
export const useKeeper = (): ((done: Done) => Promise<unknown>) | undefined => {
  const { me, capacity, outbox, line } = useDesk();
  if (capacity.role !== 'clerk' || !outbox) return undefined;
  const by = { person: me.id, role: capacity.role, office: capacity.office?.id ?? '' };
  return (done) => {
    const world = { now: Math.round(line.now()), newKey: () => crypto.randomUUID() };
    return outbox.add(pouchLineOf({ ...done, by }, world));
  };
};
