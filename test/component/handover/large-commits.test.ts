import { describe, expect, it } from 'vitest';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { decideOnce } from '#application/deciding.ts';
import type { CountedLine, Pouch } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { done } from '#domain/refusal.ts';
import { pouchPage } from '#functions/handover/api/pouch-page.ts';
import { pouchView } from '#functions/handover/api/views/pouch.ts';
import { makeWorkPouch } from '#functions/handover/application/work-pouch.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import { describeBothStores, type Stores } from '#test/support/both-stores.ts';
import { monday9, officer } from '#test/support/dossiers.ts';
import { kindOfThings, thingWrite } from '#test/support/kept-things.ts';
import { noise, oneByte } from '#test/support/noise.ts';
import { provinceCatalogue as catalogue, makeCalendars } from '#test/support/province.ts';
import { aClock } from '#test/support/worlds.ts';

const ids = makeUlids();
const signatory = { staff: 'tuan', name: 'Tuấn', at: monday9 };

/** A full pouch under way to the agency, so many papers in each of its 250 dossiers. */
const aPouch = (papers: number): Pouch => ({
  id: ids.next(monday9) as PouchId,
  version: 1,
  from: { kind: 'office', id: 'bd-vi-thanh' },
  to: { kind: 'agency', id: officer.agency ?? '' },
  opened: signatory,
  sealed: signatory,
  sealNumber: 'NP-1',
  taken: signatory,
  lines: Array.from({ length: 250 }, (_, n) => ({
    dossierId: ids.next(monday9) as DossierId,
    number: `RG${n}VN`,
    papers: Array.from({ length: papers }, (_each, at) => ({
      id: `thanh-phan-ho-so-${at}`,
      copyKind: 'certified',
      count: 1,
    })),
  })),
});

/** How a line was found: whole, without one of its papers, or not taken and why. */
type Finding = (
  papers: Pouch['lines'][number]['papers'],
  n: number,
) => Omit<CountedLine, 'dossierId'>;

const whole: Finding = (found) => ({ verdict: 'complete', isTaken: true, found, extra: [] });
const oneShort: Finding = (papers) => ({
  ...whole(papers, 0),
  verdict: 'missing',
  found: papers.slice(1),
});
const soaked: Finding = (papers, n) => ({
  ...whole(papers, 0),
  verdict: 'damaged',
  isTaken: false,
  remark: `Ướt từ trang ${n}, mực nhòe, không đọc được số và dấu. `.repeat(6).slice(0, 300),
});

const counting = async (
  stores: Pick<Stores, 'ledger' | 'index'>,
  papers: number,
  finding: Finding,
) => {
  const { ledger } = stores;
  const { clock } = aClock();
  const pouch = aPouch(papers);
  await stores.ledger.commit({ records: [recordWrite(pouchKind, undefined, pouch)] });
  const calendars = makeCalendars({ ledger, index: stores.index, clock });
  const work = makeWorkPouch({ ...stores, clock, ids, catalogue, calendars });
  const lines = pouch.lines.map(({ dossierId, papers: listed }, n) => ({
    dossierId,
    ...finding(listed, n),
  }));
  const idempotency = { scope: 'ct-nnmt', key: pouch.id, requestHash: 'hash' };
  const count = { isSealIntact: true, lines, strays: [] };
  const told = await work.count({ actor: officer, idempotency, pouchId: pouch.id, count });
  const kept = await stores.ledger.record(pouchKind, pouch.id);
  return { told, kept, lines, answer: await stores.ledger.answer('ct-nnmt', pouch.id) };
};

describeBothStores('a full pouch of 250 dossiers', (open) => {
  it.each([
    ['with the papers of usual dossiers, all there', 10, whole],
    ['with twenty papers each, all there', 20, whole],
    ['with twenty papers each, one missing of every dossier', 20, oneShort],
    ['with twenty papers each, all soaked and none taken', 20, soaked],
    ['with as many papers as a dossier can have', 60, oneShort],
  ])('can be counted: %s', async (_, papers, finding) => {
    const { told, kept, lines, answer } = await counting(open(), papers, finding);
    expect(told).toMatchObject({ ok: true });
    expect(kept?.count?.lines).toEqual(lines);
    expect(answer?.result).toEqual(kept);
  });

  it('is refused by name, with nothing written, where no packing makes the count short enough', async () => {
    const wordy: Finding = (papers, n) => ({
      ...soaked(papers, n),
      remark: noise(4_000, oneByte, n),
    });
    const { told, kept, answer } = await counting(open(), 20, wordy);
    expect(told).toMatchObject({ ok: false, refusal: { code: 'too-much-at-once' } });
    expect(kept).toMatchObject({ version: 1 });
    expect(kept?.count).toBeUndefined();
    expect(answer).toBeUndefined();
  });
});

describe('a list of full pouches', () => {
  /** What API Gateway is handed: the body is a text in a JSON document of 6 MB at most. */
  const answered = (pouches: readonly Pouch[]) =>
    Buffer.byteLength(
      JSON.stringify({ body: JSON.stringify({ items: pouches.map(pouchView(catalogue)) }) }),
    );

  it('comes in pages that can be answered, and leaves none out', async () => {
    const { ledger, index } = makeMemoryUnitOfWork(sha256);
    const pouches = Array.from({ length: 40 }, () => aPouch(20));
    for (const pouch of pouches)
      await ledger.commit({ records: [recordWrite(pouchKind, undefined, pouch)] });
    expect(answered(pouches)).toBeGreaterThan(6_000_000);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const ask = { limit: 100, ...(after !== undefined && { after }) };
      const page = await pouchPage(
        { ledger, index },
        { name: `${officer.agency}#under-way`, way: 'in' as const },
        ask,
      );
      expect(answered(page.items)).toBeLessThan(6_000_000);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(pouches.map(({ id }) => id));
  });

  it('comes as it was asked for where pouches are as usual', async () => {
    const { ledger, index } = makeMemoryUnitOfWork(sha256);
    const pouches = Array.from({ length: 9 }, () => aPouch(3));
    for (const pouch of pouches)
      await ledger.commit({ records: [recordWrite(pouchKind, undefined, pouch)] });
    const list = { name: `${officer.agency}#under-way`, way: 'in' as const };
    const first = await pouchPage({ ledger, index }, list, { limit: 8 });
    expect(first.items.map(({ id }) => id)).toEqual(pouches.slice(0, 8).map(({ id }) => id));
    expect(first.next).toBeDefined();
  });
});

describe('a commit of too many writes', () => {
  it.each([
    [99, 'done'],
    [100, 'too-much-at-once'],
  ])('is refused above 100 writes: %i and the answer to their key', async (n, told) => {
    const { ledger } = makeMemoryUnitOfWork(sha256);
    const kind = kindOfThings();
    const idempotency = { scope: 'test', key: 'key', requestHash: 'hash' };
    const outcome = await decideOnce({ ledger, clock: aClock().clock }, idempotency, async () =>
      done({
        result: 'done',
        commit: { records: Array.from({ length: n }, (_, at) => thingWrite(kind, `${at}`)) },
      }),
    );
    expect(outcome.ok ? outcome.value : outcome.refusal.code).toBe(told);
    expect((await ledger.answer('test', 'key')) !== undefined).toBe(told === 'done');
  });
});
