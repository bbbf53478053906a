import { expect, it } from 'vitest';
import { DoubleWrite } from '#adapters/aws/dynamodb/planned-commit.ts';
import type { CommitResult } from '#ports/unit-of-work.ts';
import { describeBothStores } from '#test/support/both-stores.ts';
import {
  fresh,
  kindOfThings,
  newDossier,
  type Thing,
  thingWrite,
} from '#test/support/kept-things.ts';
import { noise, oneByte, threeBytes } from '#test/support/noise.ts';

const done: CommitResult = { ok: true };
const refused = (why: Extract<CommitResult, { ok: false }>['why']): CommitResult => ({
  ok: false,
  why,
});

describeBothStores('the unit of work', (open) => {
  it('takes a commit of nothing', async () => {
    expect(await open().ledger.commit({})).toEqual(done);
  });

  it('takes a record at the version that was read, and no other', async () => {
    const { ledger } = open();
    const [kind, id] = [kindOfThings(), fresh()];
    const first = thingWrite(kind, id, { holds: 1 });
    expect(await ledger.commit({ records: [first] })).toEqual(done);
    expect(await ledger.commit({ records: [first] })).toEqual(refused('stale'));
    const second = thingWrite(kind, id, { holds: 2 }, first.after);
    expect(await ledger.commit({ records: [second] })).toEqual(done);
    expect(await ledger.commit({ records: [second] })).toEqual(refused('stale'));
    expect(await ledger.record(kind, id)).toEqual({ id, version: 2, holds: 2 });
    const unborn = thingWrite(kind, fresh(), {}, { id: 'x', version: 3 });
    expect(await ledger.commit({ records: [unborn] })).toEqual(refused('stale'));
  });

  it.each([
    ['a record', () => Array.from({ length: 2 }, () => 'id')],
    ['a name', () => ['one', 'two']],
  ])('throws where a commit writes %s twice, and writes nothing', async (_, idsOf) => {
    const { ledger } = open();
    const kind = kindOfThings();
    const records = idsOf().map((id) => thingWrite(kind, id, { names: ['same'] }));
    await expect(ledger.commit({ records })).rejects.toThrow(DoubleWrite);
    expect(await ledger.record(kind, records[0]?.after.id ?? '')).toBeUndefined();
  });

  it('throws where a commit writes a dossier, a code, a slip or a counter twice', async () => {
    const { ledger } = open();
    const [one, code, slip, name] = [newDossier(), fresh(), fresh(), fresh()];
    const twice = [
      { dossiers: [one, one] },
      { dossiers: [newDossier({ code }), newDossier({ code })] },
      { dossiers: [newDossier({ slip }), newDossier({ slip })] },
      {
        sequences: [
          { name, from: 0 },
          { name, from: 1 },
        ],
      },
    ];
    for (const commit of twice) await expect(ledger.commit(commit)).rejects.toThrow(DoubleWrite);
    expect(await ledger.load(one.change.after.id)).toBeUndefined();
  });

  it('gives a code, and the number of a slip, to one dossier only', async () => {
    const { ledger } = open();
    const [code, slip] = [fresh(), fresh()];
    const first = newDossier({ code, slip });
    expect(await ledger.commit({ dossiers: [first] })).toEqual(done);
    for (const taken of [{ code }, { slip }, { code: slip }, { slip: code }])
      expect(await ledger.commit({ dossiers: [newDossier(taken)] })).toEqual(refused('stale'));
    for (const number of [code, slip])
      expect(await ledger.findByCode(number)).toBe(first.change.after.id);
    expect(await ledger.findByCode(fresh())).toBeUndefined();
  });

  it('throws for a new dossier without its applicant, and keeps none', async () => {
    const { ledger } = open();
    const { change, chainHash } = newDossier();
    await expect(ledger.commit({ dossiers: [{ change, chainHash }] })).rejects.toThrow('applicant');
    expect(await ledger.load(change.after.id)).toBeUndefined();
  });

  it('keeps a name for the record that had it first, also when it is given up', async () => {
    const { ledger } = open();
    const [kind, name] = [kindOfThings(), 'tên · đầu'];
    const first = thingWrite(kind, 'first', { names: [name, name] });
    expect(await ledger.commit({ records: [first] })).toEqual(done);
    const without = thingWrite(kind, 'first', {}, first.after);
    expect(await ledger.commit({ records: [without] })).toEqual(done);
    expect(await ledger.findRecord(kind, name)).toBe('first');
    const rival = thingWrite(kind, 'rival', { names: [name] });
    expect(await ledger.commit({ records: [rival] })).toEqual(refused('stale'));
    const again = thingWrite(kind, 'first', { names: [name] }, without.after);
    expect(await ledger.commit({ records: [again] })).toEqual(done);
    expect(await ledger.findRecord(kindOfThings(), name)).toBeUndefined();
  });

  it('takes 100 writes at once, and refuses 101 with none of them written', async () => {
    const { ledger } = open();
    const kind = kindOfThings();
    const things = (n: number) =>
      Array.from({ length: n }, (_, at) => thingWrite(kind, `${n}-${at}`));
    expect(await ledger.commit({ records: things(100) })).toEqual(done);
    expect(await ledger.commit({ records: things(101) })).toEqual(refused('too-large'));
    expect(await ledger.record(kind, '101-0')).toBeUndefined();
    expect(await ledger.record(kind, '100-99')).toBeDefined();
  });

  it('refuses a record above 400 KB as it is packed, in bytes and not in letters', async () => {
    const { ledger } = open();
    const kind = kindOfThings();
    const holding = (id: string, holds: string) => ({ records: [thingWrite(kind, id, { holds })] });
    expect(await ledger.commit(holding('fits', noise(500_000, oneByte)))).toEqual(done);
    expect(await ledger.commit(holding('large', noise(600_000, oneByte)))).toEqual(
      refused('too-large'),
    );
    expect(await ledger.commit(holding('signs', noise(250_000, threeBytes)))).toEqual(
      refused('too-large'),
    );
    expect(await ledger.record(kind, 'large')).toBeUndefined();
  });

  it('keeps a long record and a long answer as it keeps short ones, and reads them again', async () => {
    const { ledger } = open();
    const [kind, id] = [kindOfThings(), fresh()];
    const lines = (n: number) =>
      Array.from({ length: n }, (_, at) => ({ at, gone: undefined, name: 'giấy tờ' }));
    const kept = (n: number) => lines(n).map(({ at, name }) => ({ at, name }));
    let before: Thing | undefined;
    for (const n of [1, 20_000, 1]) {
      const write = thingWrite(kind, id, { holds: lines(n) }, before);
      const answer = { scope: 'test', key: fresh(), requestHash: 'h', result: lines(n) };
      expect(await ledger.commit({ records: [write], answer })).toEqual(done);
      expect(await ledger.record(kind, id)).toMatchObject({ holds: kept(n) });
      expect((await ledger.answer('test', answer.key))?.result).toEqual(kept(n));
      before = write.after;
    }
  });

  it.each([
    ['undefined', { gone: undefined, in: [1, undefined, 2] }, { in: [1, 2] }],
    ['nothing and empty', { text: '', list: [], map: {}, nil: null }, undefined],
    ['figures', { least: -1.5, zero: 0, most: Number.MAX_SAFE_INTEGER, small: 1e-7 }, undefined],
    ['letters', { 'khóa · 🏤': 'Nguyễn Thị Ánh 🏤' }, undefined],
    ['true and false', { yes: true, no: false }, undefined],
  ])('keeps %s as a table does, short or packed', async (_, holds, kept) => {
    const { ledger } = open();
    for (const filler of ['', 'a'.repeat(70_000)]) {
      const [kind, id] = [kindOfThings(), fresh()];
      const result = { ...holds, filler };
      const write = thingWrite(kind, id, { holds: result });
      const answer = { scope: id, key: 'key', requestHash: 'hash', result };
      expect(await ledger.commit({ records: [write], answer })).toEqual(done);
      const wanted = { ...(kept ?? holds), filler };
      expect((await ledger.record(kind, id))?.holds).toStrictEqual(wanted);
      expect((await ledger.answer(id, 'key'))?.result).toStrictEqual(wanted);
    }
  });

  it.each([
    ['a figure beyond the safe range', Number.MAX_SAFE_INTEGER + 2],
    ['no number', Number.NaN],
    ['no end', Number.POSITIVE_INFINITY],
    ['a date', new Date(0)],
    ['an empty set', new Set()],
  ])('throws for %s, and writes nothing of the commit', async (_, holds) => {
    const { ledger } = open();
    const [kind, name] = [kindOfThings(), fresh()];
    const records = [thingWrite(kind, 'plain'), thingWrite(kind, 'odd', { holds })];
    await expect(ledger.commit({ records, sequences: [{ name, from: 0 }] })).rejects.toThrow();
    expect(await ledger.record(kind, 'plain')).toBeUndefined();
    expect(await ledger.sequence(name)).toBe(0);
  });

  it('reads a copy: what a reader does to it, or a writer afterwards, changes nothing', async () => {
    const { ledger } = open();
    const [kind, id] = [kindOfThings(), fresh()];
    const holds = { lines: [1] };
    await ledger.commit({ records: [thingWrite(kind, id, { holds })] });
    holds.lines.push(2);
    expect((await ledger.record(kind, id))?.holds).toEqual({ lines: [1] });
  });

  it('says the strongest reason of all: answered, claimed, stale, moved', async () => {
    const { ledger } = open();
    const [kind, id, name] = [kindOfThings(), fresh(), fresh()];
    const record = thingWrite(kind, id);
    const answer = { scope: id, key: 'key', requestHash: 'hash', result: 1 };
    const claim = { source: 'test', eventId: id };
    const sequences = [{ name, from: 0 }];
    const all = { records: [record], answer, claim, sequences };
    expect(await ledger.commit(all)).toEqual(done);
    expect(await ledger.commit({ sequences })).toEqual(refused('sequence-moved'));
    expect(await ledger.commit({ sequences, records: [record] })).toEqual(refused('stale'));
    expect(await ledger.commit({ sequences, records: [record], claim })).toEqual(
      refused('claimed'),
    );
    expect(await ledger.commit(all)).toEqual(refused('answered'));
    const other = { ...answer, requestHash: 'other', result: 2 };
    expect(await ledger.commit({ answer: other })).toEqual(refused('answered'));
    expect(await ledger.answer(id, 'key')).toEqual(answer);
    expect(await ledger.answer('another', 'key')).toBeUndefined();
    expect(await ledger.sequence(name)).toBe(1);
    expect(await ledger.commit({ sequences: [{ name, from: 1 }] })).toEqual(done);
    expect(await ledger.commit({ sequences: [{ name: fresh(), from: 1 }] })).toEqual(
      refused('sequence-moved'),
    );
  });

  it('writes all of a commit or nothing, whichever part is refused', async () => {
    const { ledger } = open();
    const [kind, name] = [kindOfThings(), fresh()];
    const old = thingWrite(kind, 'old');
    await ledger.commit({ records: [old] });
    const dossier = newDossier();
    const claim = { source: 'test', eventId: name };
    const answer = { scope: name, key: 'key', requestHash: 'hash', result: 1 };
    const whole = { dossiers: [dossier], claim, answer, sequences: [{ name, from: 0 }] };
    const records = [thingWrite(kind, 'new'), old];
    expect(await ledger.commit({ ...whole, records })).toEqual(refused('stale'));
    expect(await ledger.load(dossier.change.after.id)).toBeUndefined();
    expect(await ledger.record(kind, 'new')).toBeUndefined();
    expect(await ledger.answer(name, 'key')).toBeUndefined();
    expect(await ledger.commit(whole)).toEqual(done);
  });
});

describeBothStores('the history of a dossier', (open) => {
  it('is read whole and one by one, and what is no event is none', async () => {
    const { ledger } = open();
    const write = newDossier();
    const { id, version } = write.change.after;
    await ledger.commit({ dossiers: [write] });
    const history = await ledger.history(id);
    expect(history.map((event) => event.version)).toEqual(
      Array.from({ length: version }, (_, n) => n + 1),
    );
    expect(await ledger.event(id, version)).toEqual(history.at(-1));
    for (const none of [0, -1, version + 1, 1.5])
      expect(await ledger.event(id, none)).toBeUndefined();
    const stored = await ledger.load(id);
    expect(stored?.dossier).toStrictEqual(JSON.parse(JSON.stringify(write.change.after)));
    expect(stored?.chainHash).toBe(history.at(-1)?.hash);
    expect(await ledger.loadWhole(id)).toStrictEqual({ ...stored, events: history });
    expect(await ledger.loadWhole(newDossier().change.after.id)).toBeUndefined();
  });

  it('waits in the outbox in its order, the oldest first, until it is published', async () => {
    const { ledger, outbox } = open();
    const write = newDossier({ until: 'decided' });
    const { id } = write.change.after;
    await ledger.commit({ dossiers: [write] });
    const mine = async () =>
      (await outbox.waiting(Number.MAX_SAFE_INTEGER as never, 1000)).flatMap((each) =>
        each.of === 'dossier' && each.event.dossierId === id ? [each.event] : [],
      );
    const waiting = await mine();
    const versions = waiting.map(({ version }) => version);
    expect(versions.length).toBeGreaterThan(1);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    const [first, ...rest] = waiting;
    if (!first) throw new Error('nothing waits');
    await outbox.markPublished({ of: 'dossier', event: first });
    await outbox.markPublished({ of: 'dossier', event: first });
    expect(await mine()).toEqual(rest);
    const none = { ...first, version: 99 };
    await expect(outbox.markPublished({ of: 'dossier', event: none })).rejects.toThrow();
    expect(await outbox.waiting(write.change.after.registeredAt, 1000)).toEqual([]);
  });
});

describeBothStores('the lists of records', (open) => {
  const all = async (
    read: (after?: string) => Promise<{ items: readonly string[]; next?: string }>,
  ) => {
    const pages: (readonly string[])[] = [];
    let after: string | undefined;
    do {
      const page = await read(after);
      pages.push(page.items);
      after = page.next;
    } while (after !== undefined && pages.length < 20);
    return pages;
  };

  it('are by time and then by id, and end with their last record', async () => {
    const { ledger, index } = open();
    const kind = kindOfThings();
    for (const [id, at] of [
      ['c', 5],
      ['B', 5],
      ['a', 5],
      ['z', 1],
      ['é', 5],
      ['10', 7],
      ['9', 7],
    ] as const)
      await ledger.commit({ records: [thingWrite(kind, id, { list: 'l', secondList: 's', at })] });
    const order = ['z', 'B', 'a', 'c', 'é', '10', '9'];
    for (const limit of [1, 3, 7, 8]) {
      const ask = (after?: string) => ({ limit, ...(after !== undefined && { after }) });
      const pages = await all((after) => index.listed(kind, 'l', ask(after)));
      expect(pages.flat()).toEqual(order);
      expect(pages).toHaveLength(Math.ceil(order.length / limit));
      const second = await all((after) => index.listedSecond(kind, 's', ask(after)));
      expect(second).toEqual(pages);
    }
    expect(await index.listed(kind, 'none', { limit: 5 })).toEqual({ items: [] });
  });

  it('lose a record that leaves, keep one that changes, and go on behind one that is gone', async () => {
    const { ledger, index } = open();
    const kind = kindOfThings();
    const writes = ['a', 'b', 'c'].map((id, at) => thingWrite(kind, id, { list: 'l', at }));
    for (const write of writes) await ledger.commit({ records: [write] });
    const first = await index.listed(kind, 'l', { limit: 2 });
    expect(first.items).toEqual(['a', 'b']);
    const [a, b] = writes as [(typeof writes)[number], (typeof writes)[number]];
    const left = thingWrite(kind, 'b', { list: 'other' }, b.after as Thing);
    const moved = thingWrite(kind, 'a', { list: 'l', at: 9 }, a.after as Thing);
    expect(await ledger.commit({ records: [left, moved] })).toEqual(done);
    const rest = await index.listed(kind, 'l', { limit: 2, after: first.next ?? '' });
    expect(rest).toEqual({ items: ['c', 'a'] });
  });
});

describeBothStores('the worklist of a span', (open) => {
  it('takes a cursor of anywhere', async () => {
    const { ledger, index } = open();
    const write = newDossier();
    await ledger.commit({ dossiers: [write] });
    const { office, status, registeredAt, id } = write.change.after;
    const span = { from: registeredAt, until: (registeredAt + 1) as typeof registeredAt };
    const found = async (after: number) => {
      const cursor = `${String(after).padStart(14, '0')}#${id}`;
      const page = await index.registered(office, status, span, { limit: 100, after: cursor });
      return page.items.some((line) => line.id === id);
    };
    expect(await index.registered(office, status, span, { limit: 100 })).toBeDefined();
    expect([await found(1), await found(registeredAt), await found(registeredAt + 9)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describeBothStores('the tries', (open) => {
  it('are counted one by one in their window, also at once', async () => {
    const { tries } = open();
    const name = fresh();
    const counts = await Promise.all(
      Array.from({ length: 5 }, () => tries.count(name, 1000 as never, 1500 as never)),
    );
    expect(counts.map(({ n }) => n).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(counts[0]?.endsAt).toBe(2000);
    expect(await tries.count(name, 1000 as never, 2000 as never)).toEqual({ n: 1, endsAt: 3000 });
  });
});
