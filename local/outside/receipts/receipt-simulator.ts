import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import {
  type Misbehaviour,
  makeMisbehaviour,
  serveBehaviour,
} from '#local/kit/page/misbehaviour.ts';
import { endBadly } from '#local/outside/phone/sending.ts';
import { type Asked, checkReceipt } from './check-receipt.ts';
import { type IssuedLine, openReceiptStore, type ReceiptStore } from './receipt-store.ts';

/** `issue-then-break`: it has issued, and nobody hears of it. */
export const modes = ['ok', 'down', 'slow', 'refuse', 'issue-then-break'] as const;

export interface ReceiptOptions {
  readonly directory: string;
  /** The account that it knows; without it, any that is not empty. */
  readonly account?: () => { readonly username: string; readonly password: string };
  readonly slowMs?: number;
  readonly clock?: () => number;
}

const form = '01BLP0-001';
const offset = 7 * 3_600_000;

/** `2026-11-23T09:00:00+07:00` */
const vietnamTime = (at: number): string =>
  `${new Date(at + offset).toISOString().slice(0, 19)}+07:00`;

/** Numbers begin anew with each year, whose two digits stand in the sign. */
const numbered = (store: ReceiptStore, asked: Asked, at: number): IssuedLine => {
  const issuedAt = vietnamTime(at);
  const sign = `BT-${issuedAt.slice(2, 4)}E`;
  const number = store.all().filter((line) => line.sign === sign).length + 1;
  return { key: asked.key, form, sign, number, issuedAt, asked, isCancelled: false };
};

const viewOf = ({ asked, replacedBy: _, ...line }: IssuedLine) => ({
  ...line,
  amounts: asked.amounts,
});

const keyOf = ({ params }: FastifyRequest): string => (params as { key: string }).key;

const isKnown = (request: FastifyRequest, account: ReceiptOptions['account']): boolean => {
  const [scheme, code = ''] = (request.headers.authorization ?? '').split(' ');
  const said = Buffer.from(code, 'base64').toString();
  if (scheme !== 'Basic' || said.length < 3) return false;
  const known = account?.();
  return !known || said === `${known.username}:${known.password}`;
};

/** Under one key one biên lai, whatever is said of it the second time. */
const issue = (store: ReceiptStore, body: unknown, at: number): IssuedLine | { code: string } => {
  const asked = checkReceipt(body);
  if ('code' in asked) return asked;
  const known = store.find(asked.key);
  if (known) return known;
  const old = asked.replaces === undefined ? undefined : store.find(asked.replaces);
  if (asked.replaces !== undefined && (!old || old.isCancelled || old.replacedBy !== undefined))
    return { code: 'replaces' };
  const line = numbered(store, asked, at);
  store.issue(line);
  return line;
};

type Serve = (request: FastifyRequest, reply: FastifyReply) => object;

type Mode = (typeof modes)[number];

const served = async (
  mode: Mode,
  { slowMs = 3_000 }: ReceiptOptions,
  serve: () => object,
  reply: FastifyReply,
): Promise<unknown> => {
  if (mode === 'down') return endBadly(reply, 'error');
  if (mode === 'refuse') return reply.code(422).send({ code: 'told-to' });
  const answer = serve();
  if (mode === 'slow') await wait(slowMs);
  return mode === 'issue-then-break' ? endBadly(reply, 'broken') : answer;
};

/** A door behind an account, behaving as it was told to. */
const doorOf =
  (o: ReceiptOptions, misbehaviour: Misbehaviour<Mode>) =>
  (serve: Serve) =>
  async (request: FastifyRequest, reply: FastifyReply) =>
    isKnown(request, o.account)
      ? served(misbehaviour.take(), o, () => serve(request, reply), reply)
      : reply.code(401).send({ code: 'account' });

const issuing =
  (store: ReceiptStore, clock: () => number): Serve =>
  ({ body }, reply) => {
    const line = issue(store, body, clock());
    return 'code' in line ? reply.code(422).send(line) : viewOf(line);
  };

const finding =
  (store: ReceiptStore): Serve =>
  (request, reply) => {
    const line = store.find(keyOf(request));
    return line ? viewOf(line) : reply.code(404).send({ code: 'unknown' });
  };

const cancelling =
  (store: ReceiptStore): Serve =>
  (request, reply) => {
    const line = store.find(keyOf(request));
    if (!line || line.replacedBy !== undefined) return reply.code(422).send({ code: 'unknown' });
    store.cancel(line.key);
    return {};
  };

const telling =
  (store: ReceiptStore): Serve =>
  ({ body, params }) => {
    const { lines = [] } = (body ?? {}) as { lines?: readonly { key: string; of: string }[] };
    const { day } = params as { day: string };
    for (const { key, of } of lines) store.tell(day, `${key}#${of}`);
    return {};
  };

const serveDoors = (server: FastifyInstance, store: ReceiptStore, o: ReceiptOptions): void => {
  const misbehaviour = makeMisbehaviour(modes);
  const door = doorOf(o, misbehaviour);
  server.post('/receipts', door(issuing(store, o.clock ?? Date.now)));
  server.get('/receipts/:key', door(finding(store)));
  server.post('/receipts/:key/cancel', door(cancelling(store)));
  server.put('/tax-data/:day', door(telling(store)));
  serveBehaviour(server, misbehaviour, { modes, page: '/sim/receipts' });
};

/** Who issues biên lai điện tử under a mandate: it checks what the law wants on them, and may fail. */
export const receiptSimulator =
  (o: ReceiptOptions): FastifyPluginAsync =>
  async (server) => {
    const store = openReceiptStore(o.directory);
    serveDoors(server, store, o);
    // What nobody sees at a real one: all of them, and what the tax office has.
    server.get('/', async () => ({ receipts: store.all(), told: store.told() }));
  };
