import type { Pouch } from '#domain/handover/pouch.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';

/**
 * What a page of pouches may come to, as JSON. A Lambda answers 6 MB at most, in which each quote is two
 * bytes; thirty full pouches, counted, are more than that.
 */
const mostBytes = 3 * 1024 * 1024;

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly index: Pick<DossierIndex, 'listed' | 'listedSecond'>;
}

/** Of what is under way to a place (`in`) or from it (`out`). */
interface List {
  readonly name: string;
  readonly way: 'in' | 'out';
}

/** Pouches of a list, fewer than were asked for where they are large; `next` goes on after the last. */
export const pouchPage = async (deps: Deps, list: List, ask: PageAsk): Promise<Page<Pouch>> => {
  const { index } = deps;
  const read = list.way === 'in' ? index.listed : index.listedSecond;
  const { items, next } = await read(pouchKind, list.name, ask);
  const kept = await Promise.all(items.map((id) => deps.ledger.record(pouchKind, id)));
  const pouches = kept.filter((pouch) => pouch !== undefined);
  if (ask.limit > 1 && bytesOf(pouches) > mostBytes)
    return pouchPage(deps, list, { ...ask, limit: Math.ceil(ask.limit / 2) });
  return { items: pouches, ...(next !== undefined && { next }) };
};

const bytesOf = (pouches: readonly Pouch[]): number => Buffer.byteLength(JSON.stringify(pouches));
