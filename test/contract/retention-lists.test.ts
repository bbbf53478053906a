import { expect, it } from 'vitest';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { hours, type Instant, plus } from '#domain/time/instant.ts';
import { describeBothStores, type Stores } from '#test/support/both-stores.ts';
import { anApplicant, historyUntil, monday9, type Station } from '#test/support/dossiers.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { fresh } from '#test/support/kept-things.ts';

const actor = { kind: 'system', id: 'test' } as const;

/** Of a procedure of its own, delivered so many hours after Monday. */
const aReturned = async (
  { ledger }: Stores,
  procedure: string,
  after: number,
  station: Station = 'returned',
): Promise<DossierId> => {
  const id = fresh() as DossierId;
  const facts = historyUntil(station).events.map(({ fact }): DossierFact => {
    if (fact.type === 'dossier-registered')
      return { ...fact, id, procedure: { code: procedure, version: '1' } };
    if (fact.type === 'dossier-accepted') return { ...fact, code: `H13-${id}` };
    if (fact.type === 'result-dispatched') return { ...fact, waybill: `EE-${id}` };
    return fact.type === 'result-delivered'
      ? { ...fact, deliveredAt: plus(monday9, hours(after)) }
      : fact;
  });
  const change = record(undefined, id, facts, { actor, now: monday9 });
  const written = await ledger.commit({
    dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }],
  });
  expect(written).toEqual({ ok: true });
  return id;
};

const writing = async ({ ledger }: Stores, id: DossierId, ...facts: readonly DossierFact[]) => {
  const stored = await ledger.load(id);
  if (!stored) throw new Error('lost');
  const write = givenWrite(stored, facts, { actor, now: monday9 });
  expect(await ledger.commit({ dossiers: [write] })).toEqual({ ok: true });
};

const later: Instant = plus(monday9, hours(100));
const laid: DossierFact = { type: 'hold-laid', reason: 'x', laidBy: 'chi' };
const gone: readonly DossierFact[] = [
  {
    type: 'retention-ended',
    retentionClass: '2-years',
    keptUntil: '2031-12-31' as never,
  },
  { type: 'files-erased', files: 1 },
];

describeBothStores('what is over and not erased', (open) => {
  it('is listed by its procedure and its end, until its files are gone', async () => {
    const stores = open();
    const code = `1.${fresh()}`;
    const second = await aReturned(stores, code, 2);
    const first = await aReturned(stores, code, 1);
    await aReturned(stores, code, 200);
    await aReturned(stores, code, 0, 'decided');
    const found = async () =>
      (await stores.index.finished(code, later, { limit: 10 })).items.map(
        ({ dossierId }) => dossierId,
      );
    expect(await found()).toEqual([first, second]);
    const page = await stores.index.finished(code, later, { limit: 1 });
    expect(page.items).toEqual([
      { dossierId: first, procedure: code, finishedAt: plus(monday9, hours(1)) },
    ]);
    const rest = await stores.index.finished(code, later, { limit: 1, after: page.next ?? '' });
    expect(rest.items.map(({ dossierId }) => dossierId)).toEqual([second]);
    await writing(stores, first, ...gone.slice(0, 1));
    expect(await found()).toEqual([first, second]);
    await writing(stores, first, ...gone.slice(1));
    expect(await found()).toEqual([second]);
  });

  it('leaves the list with news that it went back after all', async () => {
    const stores = open();
    const code = `1.${fresh()}`;
    const id = await aReturned(stores, code, 1);
    const delivery = (await stores.ledger.load(id))?.dossier.delivery;
    if (!delivery) throw new Error('no parcel');
    await writing(stores, id, {
      type: 'result-returned-to-agency',
      shipment: delivery.shipment,
      returnedAt: monday9,
    });
    expect((await stores.index.finished(code, later, { limit: 10 })).items).toEqual([]);
  });

  it('shows holds of what is over and of what runs, until they are lifted', async () => {
    const stores = open();
    const code = `1.${fresh()}`;
    const over = await aReturned(stores, code, 1);
    const runs = await aReturned(stores, code, 0, 'decided');
    await writing(stores, over, laid);
    await writing(stores, runs, laid);
    const held = async () => {
      const { items } = await stores.index.onHold({ limit: 100 });
      return items.filter(({ procedure }) => procedure === code).map(({ dossierId }) => dossierId);
    };
    expect((await held()).sort()).toEqual([over, runs].sort());
    for (const id of [over, runs])
      await writing(stores, id, { type: 'hold-lifted', reason: 'x', liftedBy: 'khoa' });
    expect(await held()).toEqual([]);
    const { items } = await stores.index.finished(code, later, { limit: 10 });
    expect(items.map(({ dossierId }) => dossierId)).toEqual([over]);
  });
});
