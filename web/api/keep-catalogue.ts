import { type DBSchema, openDB } from 'idb';
import type { Client } from '#api/client.ts';
import type { RouteName, Told } from './ask.ts';
import type { Contracts } from './contracts.ts';

/** What is laid down for everybody, and names nobody: kept in the browser for when the line is down. */
const keptRoutes: readonly RouteName[] = [
  'GET /v1/procedures',
  'GET /v1/procedures/{code}',
  'GET /v1/procedures/{code}/fees',
  'GET /v1/postage',
  'GET /v1/agencies',
];

interface Stores extends DBSchema {
  answers: { key: string; value: object };
}

const open = () =>
  openDB<Stores>('catalogue', 1, {
    upgrade: (db) => {
      db.createObjectStore('answers');
    },
  });

type Opened = Awaited<ReturnType<typeof open>>;
type Procedures = Told<'GET /v1/procedures'>;
interface AnyAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly body?: object;
}

const listKey = `GET /v1/procedures ${JSON.stringify({ query: { q: '' } })}`;
const keyOf = (name: string, asked: unknown): string => `${name} ${JSON.stringify(asked ?? {})}`;

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase();

/** Without the system's own search: every typed word begins a word of what a procedure is called. */
export const fitting = (items: Procedures['items'], query: string): Procedures['items'] => {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  return items.filter(({ code, name, nameEn, field }) => {
    const words = folded(`${code} ${name} ${nameEn} ${field}`).split(/[\s,()/-]+/);
    return wanted.every((word) => words.some((each) => each.startsWith(word)));
  });
};

const keptAnswer = async (
  db: Opened,
  name: string,
  asked: unknown,
): Promise<object | undefined> => {
  const kept = await db.get('answers', keyOf(name, asked));
  if (kept || name !== 'GET /v1/procedures') return kept;
  const all = (await db.get('answers', listKey)) as Procedures | undefined;
  const { query } = asked as { readonly query: { readonly q: string } };
  return all && { items: fitting(all.items, query.q) };
};

/** Nobody answered, or a gateway that reaches nothing behind it. */
const isOut = (answer: AnyAnswer | { readonly error: unknown }): boolean =>
  'error' in answer || [502, 503, 504].includes(answer.status);

type AnyCall = (name: string, asked: unknown) => Promise<AnyAnswer>;

/** As the system answers; without an answer, as it answered last. */
const answerOr =
  (call: AnyCall, opening: Promise<Opened | undefined>): AnyCall =>
  async (name, asked) => {
    const answer = await call(name, asked).catch((error: unknown) => ({ error }));
    const db = await opening;
    const kept = isOut(answer) && db ? await keptAnswer(db, name, asked) : undefined;
    if (kept) return { ok: true, status: 200, body: kept };
    if ('error' in answer) throw answer.error;
    if (answer.ok) await db?.put('answers', answer.body ?? {}, keyOf(name, asked));
    return answer;
  };

/** The typed client with what it was told of the catalogue, where there is no answer. */
export const keepCatalogue = (client: Client<Contracts>): Client<Contracts> => {
  const plain = client.call as unknown as AnyCall;
  const kept = answerOr(
    plain,
    open().catch(() => undefined),
  );
  const call = (name: RouteName, asked?: unknown) =>
    keptRoutes.includes(name) ? kept(name, asked) : plain(name, asked);
  return { call: call as never };
};

const pauseMs = 50;
const later = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, pauseMs);
  });

/** Reads once a day what a counter needs without a line; slowly, beside its work. */
export const stockUp = async (api: Client<Contracts>, isWanted: () => boolean): Promise<void> => {
  const stocked = 'catalogue-stocked';
  const today = new Date().toDateString();
  if (localStorage.getItem(stocked) === today) return;
  const list = await api.call('GET /v1/procedures', { query: { q: '' } });
  await api.call('GET /v1/agencies');
  await api.call('GET /v1/postage');
  if (!list.ok) return;
  for (const { code } of list.body.items) {
    if (!isWanted()) return;
    await later();
    const read = await api.call('GET /v1/procedures/{code}', { params: { code } });
    if (!read.ok) return;
  }
  localStorage.setItem(stocked, today);
};
