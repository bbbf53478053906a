import { describe, expect, it } from 'vitest';
import { type Act, begun, settled } from '../../../../web/api/outbox/act.ts';
import { carryBy } from '../../../../web/api/outbox/carry.ts';
import { pouchLineOf } from '../../../../web/api/outbox/intake.ts';

const by = { person: 'lan', role: 'clerk', office: 'vi-thanh' };
const pouch = '01KAPXJ5V0ZK9Q4T8N6W2C7000';
const dossierId = '01KAPXJ5V0ZK9Q4T8N6W2C7001';
const returnOrderId = '01KAPXJ5V0ZK9Q4T8N6W2C7002';
const world = { now: 1_000, newKey: () => 'key-1' };

interface Asked {
  readonly at: string;
  readonly key: string;
  readonly body: string;
}
type Told = readonly [status: number, body: object] | 'cut';

/** The system answers in turn; it keeps what it was asked. */
const aSystem = (...script: readonly Told[]) => {
  const asked: Asked[] = [];
  const told = [...script];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const key = new Headers(init.headers).get('idempotency-key') ?? '';
    asked.push({ at: `${init.method} ${String(input)}`, key, body: String(init.body ?? '') });
    const next = told.shift();
    if (next === undefined || next === 'cut') throw new TypeError('Failed to fetch');
    const headers = { 'content-type': 'application/json' };
    return new Response(JSON.stringify(next[1]), { status: next[0], headers });
  };
  return { asked, fetch };
};

const unknown = (code: string): Told => [
  404,
  { code, title: code, titleEn: code, status: 404, type: `urn:problem:post-counter:${code}` },
];

/** Sends an act once: what became of it, with what was noted on the way. */
const sent = async (act: Act, system: ReturnType<typeof aSystem>): Promise<Act> => {
  let under = begun(act);
  const token = async () => 'token';
  const carry = carryBy({ token, fetch: system.fetch, blob: async () => undefined });
  const heard = await carry(under, undefined, async (answer) => {
    under = { ...under, answer };
  });
  return settled(under, heard, { now: 2_000, random: 0, newKey: 'key-2' });
};

const kept = (kind: 'pack' | 'unpack' | 'count', body: object, key?: string): Act => {
  const done = { pouch, of: 'H13', kind, body, by, ...(key !== undefined && { key }) };
  const [act] = pouchLineOf(done, world).acts;
  if (!act) throw new Error('a matter without an act');
  return act;
};

const packAt = `POST /v1/pouches/${pouch}/pack`;

describe('a number that was packed without a line', () => {
  const act = kept('pack', { number: 'h13.01-261126-0032' });

  it('is looked up and packed; sent again it is the same act, and is not looked up anew', async () => {
    const first = aSystem([200, { dossierId }], 'cut');
    const unheard = await sent(act, first);
    expect(first.asked.map(({ at }) => at)).toEqual([
      'GET /v1/dossiers/lookup?number=H13.01-261126-0032',
      packAt,
    ]);
    expect(unheard).toMatchObject({ state: 'unknown', mayBeThere: true, answer: { dossierId } });
    const second = aSystem([200, { pouchId: pouch }]);
    expect(await sent(unheard, second)).toMatchObject({ state: 'done' });
    expect(second.asked).toEqual([first.asked[1]]);
    expect(second.asked).toEqual([
      { at: packAt, key: 'key-1', body: JSON.stringify({ dossierId }) },
    ]);
  });

  it('may be that of an order', async () => {
    const system = aSystem(unknown('dossier-unknown'), [200, { returnOrderId }], [200, {}]);
    expect(await sent(act, system)).toMatchObject({ state: 'done' });
    expect(system.asked.at(-1)).toEqual({
      at: `${packAt}-order`,
      key: 'key-1',
      body: JSON.stringify({ returnOrderId }),
    });
  });

  it('of nothing is refused by name, and nothing is packed', async () => {
    const system = aSystem(unknown('dossier-unknown'), unknown('return-order-unknown'));
    expect(await sent(act, system)).toMatchObject({
      state: 'refused',
      why: { kind: 'refused', refusal: { code: 'return-order-unknown' } },
    });
    expect(system.asked.filter(({ key }) => key !== '')).toEqual([]);
  });

  it('waits as it was where the line is cut before anything was asked', async () => {
    const waiting = await sent(act, aSystem('cut'));
    expect(waiting).toMatchObject({ state: 'unknown' });
    expect(waiting.answer).toBeUndefined();
  });
});

describe('other acts on a pouch', () => {
  it('are sent with the bytes and the key of when they were done', async () => {
    const count = { isSealIntact: true, lines: [], orders: [], strays: ['thẻ'] };
    const act = kept('count', count, 'key-before');
    expect(act).toMatchObject({ state: 'unknown', mayBeThere: true });
    const system = aSystem([200, {}]);
    expect(await sent(act, system)).toMatchObject({ state: 'done', body: '' });
    expect(system.asked).toEqual([
      { at: `POST /v1/pouches/${pouch}/count`, key: 'key-before', body: JSON.stringify(count) },
    ]);
  });

  it.each([
    [{ dossierId }, 'unpack'],
    [{ returnOrderId }, 'unpack-order'],
  ])('take out what the line says: %o', async (content, way) => {
    const system = aSystem([200, {}]);
    expect(await sent(kept('unpack', content), system)).toMatchObject({ state: 'done' });
    expect(system.asked).toMatchObject([{ at: `POST /v1/pouches/${pouch}/${way}` }]);
  });
});
