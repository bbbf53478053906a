import { describe, expect, it } from 'vitest';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { decideOnce } from '#application/deciding.ts';
import type { Pouch } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { done } from '#domain/refusal.ts';
import { makeWorkPouch } from '#functions/handover/application/work-pouch.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import { monday9, officer } from '#test/support/dossiers.ts';
import { kindOfThings, thingWrite } from '#test/support/kept-things.ts';
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

const counting = async (papers: number) => {
  const stores = makeMemoryUnitOfWork(sha256);
  const { clock } = aClock();
  const pouch = aPouch(papers);
  await stores.ledger.commit({ records: [recordWrite(pouchKind, undefined, pouch)] });
  const calendars = makeCalendars({ ...stores, clock });
  const work = makeWorkPouch({ ...stores, clock, ids, catalogue, calendars });
  const lines = pouch.lines.map(({ dossierId, papers: found }) => ({
    dossierId,
    verdict: 'complete' as const,
    isTaken: true,
    found,
    extra: [],
  }));
  const idempotency = { scope: 'ct-nnmt', key: 'count', requestHash: 'hash' };
  const count = { isSealIntact: true, lines, strays: [] };
  const told = await work.count({ actor: officer, idempotency, pouchId: pouch.id, count });
  const kept = await stores.ledger.record(pouchKind, pouch.id);
  return { told, kept, answer: await stores.ledger.answer('ct-nnmt', 'count') };
};

describe('a commit that is too large', () => {
  it('is none: a full pouch with the papers of usual dossiers', async () => {
    const { told, kept } = await counting(10);
    expect(told).toMatchObject({ ok: true });
    expect(kept?.count?.lines).toHaveLength(250);
  });

  it('is refused by name, with nothing written, where a full pouch holds too many papers', async () => {
    const { told, kept, answer } = await counting(20);
    expect(told).toMatchObject({ ok: false, refusal: { code: 'too-much-at-once' } });
    expect(kept).toMatchObject({ version: 1 });
    expect(kept?.count).toBeUndefined();
    expect(answer).toBeUndefined();
  });

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
