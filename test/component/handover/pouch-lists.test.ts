import { describe, expect, it } from 'vitest';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import type { Pouch } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { pouchPage } from '#functions/handover/api/pouch-page.ts';
import { pouchView } from '#functions/handover/api/views/pouch.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { provinceCatalogue as catalogue } from '#test/support/province.ts';

const ids = makeUlids();
const [land] = catalogue.search('dat dai cap doi', dayOf(monday9));
if (!land) throw new Error('no land procedure');
const [component] = land.components;
if (!component) throw new Error('a procedure without papers');

const lan = { staff: 'lan', name: 'Lan', at: monday9 };
const tuan = { staff: 'tuan', name: 'Tuấn', at: monday9 };

const aPouch = (change: Partial<Pouch> = {}): Pouch => ({
  id: ids.next(monday9) as PouchId,
  version: 1,
  from: { kind: 'office', id: 'bd-vi-thanh' },
  to: { kind: 'agency', id: 'ct-nnmt' },
  lines: [],
  opened: lan,
  ...change,
});

describe('the pouches that a place has sent', () => {
  const listed = async (pouch: Pouch, place: string, way: 'in' | 'out') => {
    const { ledger, index } = makeMemoryUnitOfWork(sha256);
    await ledger.commit({ records: [recordWrite(pouchKind, undefined, pouch)] });
    const states = ['open', 'sealed', 'under-way', 'counted'] as const;
    const found: string[] = [];
    for (const state of states) {
      const list = { name: `${place}#${state}`, way };
      const { items } = await pouchPage({ ledger, index }, list, { limit: 10 });
      if (items.some(({ id }) => id === pouch.id)) found.push(state);
    }
    return found;
  };
  const sealed = { sealNumber: 'NP-1', sealed: lan, countBy: monday9 };
  const counted = { isSealIntact: true, lines: [], strays: [], by: lan, no: 4 };
  it.each([
    ['being packed', {}, ['open'], [], []],
    ['sealed', sealed, [], ['sealed'], ['sealed']],
    ['under way', { ...sealed, taken: tuan }, [], ['under-way'], ['under-way']],
    ['counted', { ...sealed, taken: tuan, count: counted }, [], ['counted'], ['counted']],
    ['signed', { ...sealed, taken: tuan, count: counted, receiver: lan }, [], [], []],
  ])('are on its list until they are signed for: %s', async (_, change, own, sent, awaited) => {
    const pouch = aPouch(change);
    expect(await listed(pouch, 'bd-vi-thanh', 'in')).toEqual(own);
    expect(await listed(pouch, 'bd-vi-thanh', 'out')).toEqual(sent);
    expect(await listed(pouch, 'ct-nnmt', 'in')).toEqual(awaited);
    expect(await listed(pouch, 'ct-nnmt', 'out')).toEqual([]);
  });
});

describe('a pouch as it is shown', () => {
  const dossierId = ids.next(monday9) as DossierId;
  const one = { id: component.id, copyKind: 'original', count: 1 } as const;
  const shown = (change: Partial<Pouch>) => pouchView(catalogue)(aPouch(change));
  const { code, version } = land;

  it('calls its ends and its papers by their names', () => {
    const papers = [one, resultPaper];
    const line = { dossierId, number: 'H13', papers, procedure: { code, version } };
    const { from, to, lines } = shown({ lines: [line] });
    expect(from.name).toBe(catalogue.office('bd-vi-thanh')?.name);
    expect(to.name).toBe(catalogue.agency('ct-nnmt')?.name);
    expect(lines[0]?.papers.map(({ name }) => name)).toEqual([component.name, land.result.name]);
  });

  it('leaves the names out where a line was packed before its procedure was noted', () => {
    const { lines } = shown({ lines: [{ dossierId, number: 'H13', papers: [one] }] });
    expect(lines[0]?.papers).toEqual([one]);
  });
});
