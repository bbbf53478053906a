import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everyFactType, readEvent } from '#adapters/stored/event.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent, DossierFact, FactType } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { fullListAfter, type ListInDossier, roomOf } from '#domain/dossier/room.ts';
import { factVersion } from '#domain/history/fact-versions.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { instant } from '#domain/time/instant.ts';
import { fullRecordAfter, unlistedKind } from '#ports/records.ts';
import { aDossier, dossierId, monday9 } from '#test/support/dossiers.ts';

const lists = Object.keys(roomOf) as readonly ListInDossier[];
const openersOf = (list: ListInDossier): readonly FactType[] => roomOf[list].openedBy;
const opened = lists.flatMap((list) => openersOf(list).map((type) => ({ list, type })));
const by = { actor: { kind: 'system', id: 'test' }, now: monday9 } as const;

const folder = new URL('../../../fixtures/stored/facts/', import.meta.url);
/** An event of each kind, as the frozen samples have it. */
const eventOf = (type: FactType): DossierEvent => {
  const sample = new URL(`${type}/v${factVersion(type)}.json`, folder);
  return readEvent({
    dossierId,
    version: 1,
    recordedAt: monday9,
    effectiveAt: monday9,
    actor: 'system:test',
    fact: JSON.parse(readFileSync(sample, 'utf8')),
    prevHash: GENESIS,
    hash: 'a'.repeat(64),
  });
};

const filled = (dossier: Dossier, list: ListInDossier, bytes: number): Dossier =>
  Object.assign({}, dossier, { [list]: [{ end: '', answer: 'ế'.repeat(Math.floor(bytes / 3)) }] });

const judged = (type: FactType, list: ListInDossier, bytes: number) => {
  const after = filled(aDossier('decided'), list, bytes);
  return fullListAfter({ before: undefined, events: [eventOf(type)], after });
};

describe('every list of a dossier', () => {
  it('has room in one item together with all the others, and with every way to end', () => {
    const all = lists.reduce((sum, list) => sum + roomOf[list].bytes, 0);
    expect(all).toBeLessThanOrEqual(340_000);
  });

  it.each(opened)('$list: $type adds to it up to its room, and not beyond', ({ list, type }) => {
    const { bytes } = roomOf[list];
    expect(judged(type, list, bytes - 2_000)).toBeUndefined();
    expect(judged(type, list, bytes)).toEqual({ list, bytes });
  });

  it.each(lists)('%s takes everything else where it is full', (list) => {
    const others = everyFactType.filter((type) => !openersOf(list).includes(type));
    expect(others.length).toBeGreaterThan(50);
    expect(others.filter((type) => judged(type, list, roomOf[list].bytes * 2))).toEqual([]);
  });

  it.each([
    'dossier-decided',
    'result-delivered',
    'result-picked-up',
    'withdrawal-requested',
    'dossier-stopped',
  ] as const)('%s ends the case, however full they all are', (type) => {
    const full = lists.reduce(
      (dossier, list) => filled(dossier, list, roomOf[list].bytes * 2),
      aDossier('decided'),
    );
    const change = { before: full, events: [eventOf(type)], after: full };
    expect(fullListAfter(change)).toBeUndefined();
  });
});

describe('a list that has open entries', () => {
  it('keeps room for each of them to be closed', () => {
    const task = { id: 1, purpose: 'consultation', agency: 'ct-tp', task: 'Ý kiến' };
    const judge = (count: number, entry: object = task) =>
      fullListAfter({
        before: undefined,
        events: [eventOf('assignment-opened')],
        after: Object.assign({}, aDossier('decided'), { assignments: Array(count).fill(entry) }),
      });
    expect(judge(20)).toBeUndefined();
    expect(judge(22)).toMatchObject({ list: 'assignments' });
    expect(judge(22, { ...task, answer: {} })).toBeUndefined();
  });
});

describe('what nobody may be refused', () => {
  it('of the warnings about limits the last are kept', () => {
    let dossier = aDossier('accepted');
    for (let n = 0; n < 100; n++) {
      const fact: DossierFact = {
        type: 'limit-flagged',
        warning: 'overdue',
        at: instant(monday9 + n),
        office: dossier.office,
      };
      dossier = record(dossier, dossierId, [fact], by).after;
    }
    expect(dossier.flags).toHaveLength(60);
    expect(dossier.flags?.at(-1)?.at).toBe(monday9 + 99);
    expect(Buffer.byteLength(JSON.stringify(dossier.flags))).toBeLessThan(roomOf.flags.bytes);
  });

  it('papers that nobody listed are counted, and told apart up to a number', () => {
    let dossier = aDossier('accepted');
    for (let n = 0; n < 20; n++) {
      const extra = Array.from({ length: 60 }, (_, m) => ({
        id: `giay-${n}-${m}`,
        copyKind: 'photocopy' as const,
        count: 1,
      }));
      const fact: DossierFact = {
        type: 'papers-counted',
        pouch: '01KAPXJ5V0ZK9Q4T8N6W2C7D9P' as PouchId,
        from: { kind: 'office', id: dossier.office },
        to: { kind: 'agency', id: 'ct-nnmt' },
        verdict: 'complete',
        found: [],
        extra,
        giver: 'tuan',
        receiver: 'hoa',
      };
      dossier = record(dossier, dossierId, [fact], by).after;
    }
    const extras = dossier.custody.filter(({ copyKind }) => copyKind === 'photocopy');
    expect(extras.reduce((sum, { count }) => sum + count, 0)).toBe(1_200);
    expect(Buffer.byteLength(JSON.stringify(dossier.custody))).toBeLessThan(roomOf.custody.bytes);
  });
});

describe('a record', () => {
  const kind = unlistedKind<{ id: string; version: number; lines: readonly string[] }>('book');
  const holding = (lines: readonly string[], version = 1) => ({ id: 'a', version, lines });
  const line = 'x'.repeat(10_000);

  it('takes no longer list where it has no room, and says which', () => {
    const before = holding(Array(35).fill(line));
    const after = holding(Array(36).fill(line), 2);
    expect(fullRecordAfter({ kind, before, after })).toEqual({
      list: 'book.lines',
      bytes: 350_000,
    });
    expect(fullRecordAfter({ kind, before: undefined, after })).toMatchObject({
      list: 'book.lines',
    });
  });

  it.each([
    ['a member', (lines: readonly string[]) => ({ part: { lines } }), 'book.part.lines'],
    [
      'an entry of a list',
      (lines: readonly string[]) => ({ lines: [{ inner: lines }] }),
      'book.lines.inner',
    ],
  ] as const)('takes no longer list inside %s where it has no room', (_, inside, list) => {
    const deep = unlistedKind<{ id: string; version: number }>('book');
    const of = (lines: number, more: object = {}) => ({
      ...{ id: 'a', version: 1 },
      ...inside(Array(lines).fill(line)),
      ...more,
    });
    expect(fullRecordAfter({ kind: deep, before: of(35), after: of(36) })).toEqual({
      list,
      bytes: 350_000,
    });
    expect(fullRecordAfter({ kind: deep, before: of(36), after: of(36) })).toBeUndefined();
    expect(fullRecordAfter({ kind: deep, before: of(37), after: of(36) })).toBeUndefined();
    // What ends it may bring a list of its own.
    const end = { ended: { why: ['lost'] } };
    expect(fullRecordAfter({ kind: deep, before: of(36), after: of(36, end) })).toBeUndefined();
  });

  it('takes what ends it', () => {
    const before = holding(Array(36).fill(line));
    expect(fullRecordAfter({ kind, before, after: { ...before, version: 2 } })).toBeUndefined();
    expect(fullRecordAfter({ kind, before: undefined, after: holding([line]) })).toBeUndefined();
  });
});
