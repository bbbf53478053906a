import { describe, expect, it } from 'vitest';
import type { Staff } from '#domain/actor/actor.ts';
import type { Paper } from '#domain/custody/paper.ts';
import {
  type Count,
  type CountedLine,
  type Pouch,
  pouchLimit,
  pouchState,
} from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { Outcome } from '#domain/refusal.ts';
import { days, type Instant, minutes, plus } from '#domain/time/instant.ts';
import {
  count,
  enclose,
  openPouch,
  pack,
  seal,
  settle,
  sign,
  take,
  unpack,
} from '#functions/handover/domain/steps.ts';
import { dossierId, monday9, officer } from '#test/support/dossiers.ts';

const clerk: Staff = { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' };
const courier: Staff = { kind: 'staff', id: 'tuan', role: 'courier', office: 'bd-vi-thanh' };
const stranger: Staff = { kind: 'staff', id: 'thao', role: 'officer', agency: 'ct-tp' };
const by = (staff: Staff, now: Instant = monday9) => ({ staff, now });

const deed: Paper = { id: 'giay-chung-nhan', copyKind: 'original', count: 1 };
const form: Paper = { id: 'don-dang-ky', copyKind: 'original', count: 1 };
const other = '01KAPXJ5V0ZK9Q4T8N6W2C7D4F' as DossierId;
const line = { dossierId, number: 'RG100000003VN', papers: [deed, form] };

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const refusal = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.code);

const open = (): Pouch =>
  value(
    openPouch(
      '01KAPXJ5V0ZK9Q4T8N6W2C7D3K' as PouchId,
      { kind: 'office', id: 'bd-vi-thanh' },
      { kind: 'agency', id: 'ct-nnmt' },
      by(clerk),
    ),
  );
const packed = (): Pouch => value(pack(open(), line, by(clerk)));
const sealed = (): Pouch => value(seal(packed(), 'NP1', monday9, by(clerk)));
const underWay = (): Pouch => value(take(sealed(), 'NP1', by(courier)));
const complete: CountedLine = {
  dossierId,
  verdict: 'complete',
  isTaken: true,
  found: [deed, form],
  extra: [],
};
const all = (...lines: readonly CountedLine[]): Count => ({
  isSealIntact: true,
  lines,
  strays: [],
});
const counted = (): Pouch => value(count(underWay(), all(complete), by(officer)));
const noOf = (pouch: Pouch): number => pouch.count?.no ?? 0;
const givenBy = (pouch: Pouch): Pouch => value(sign(pouch, noOf(pouch), by(courier)));
const signed = (): Pouch => {
  const given = givenBy(counted());
  return value(sign(given, noOf(given), by(officer, plus(monday9, minutes(5)))));
};

describe('a pouch on its way', () => {
  it('goes from open to settled, with a name under every hand-over', () => {
    const states = [open(), sealed(), underWay(), counted(), signed()].map(pouchState);
    expect(states).toEqual(['open', 'sealed', 'under-way', 'counted', 'signed']);
    expect(pouchState(value(settle(signed(), monday9)))).toBe('settled');
    const { opened, sealed: seals, taken, giver, receiver } = signed();
    expect([opened, seals, taken, giver, receiver].map((each) => each?.staff)).toEqual([
      'lan',
      'lan',
      'tuan',
      'tuan',
      'hoa',
    ]);
  });

  it('goes between a post office and an agency, in either direction, and nowhere else', () => {
    const id = 'x' as PouchId;
    const agencies = [{ kind: 'agency', id: 'a' } as const, { kind: 'agency', id: 'b' } as const];
    const [a, b] = agencies;
    if (!a || !b) throw new Error('two agencies');
    expect(refusal(openPouch(id, a, b, by(officer)))).toBe('pouch-ends');
  });

  it.each([
    ['is closed to those at neither end', () => pack(open(), line, by(stranger)), 'pouch-unknown'],
    ['is packed by the sender only', () => pack(open(), line, by(officer)), 'pouch-unknown'],
    ['takes nothing once it is sealed', () => pack(sealed(), line, by(clerk)), 'pouch-state'],
    [
      'gives nothing out once it is sealed',
      () => unpack(sealed(), dossierId, by(clerk)),
      'pouch-state',
    ],
    ['gives out only what is in it', () => unpack(packed(), other, by(clerk)), 'dossier-unknown'],
    [
      'takes no money for another agency',
      () => enclose(packed(), { number: 'NT-1', agency: 'ct-tp' }, by(clerk)),
      'pouch-wrong-way',
    ],
    [
      'takes no money once it is sealed',
      () => enclose(sealed(), { number: 'NT-1', agency: 'ct-nnmt' }, by(clerk)),
      'pouch-state',
    ],
    [
      'takes no money from who receives it',
      () => enclose(packed(), { number: 'NT-1', agency: 'ct-nnmt' }, by(officer)),
      'pouch-unknown',
    ],
    ['is not sealed empty', () => seal(open(), 'NP1', monday9, by(clerk)), 'pouch-empty'],
    ['leaves with its own seal only', () => take(sealed(), 'NP2', by(courier)), 'seal-mismatch'],
    ['leaves with a courier only', () => take(sealed(), 'NP1', by(clerk)), 'pouch-unknown'],
    ['leaves once', () => take(underWay(), 'NP1', by(courier)), 'pouch-state'],
    [
      'is not counted by who sent it',
      () => count(underWay(), all(complete), by(clerk)),
      'pouch-unknown',
    ],
    [
      'is not counted before it is there',
      () => count(sealed(), all(complete), by(officer)),
      'pouch-state',
    ],
    ['is not signed before it is counted', () => sign(underWay(), 1, by(courier)), 'pouch-state'],
    ['is not signed under another count', () => sign(counted(), 99, by(courier)), 'count-changed'],
    [
      'is signed by the courier first',
      () => sign(counted(), noOf(counted()), by(officer)),
      'giver-unsigned',
    ],
    [
      'is not signed for by the sender',
      () => sign(counted(), noOf(counted()), by(clerk)),
      'same-signatory',
    ],
    [
      'is not signed by strangers',
      () => sign(counted(), noOf(counted()), by(stranger)),
      'pouch-unknown',
    ],
    ['is settled after the signatures', () => settle(counted(), monday9), 'pouch-state'],
  ])('%s', (_, act, code) => {
    expect(refusal(act())).toBe(code);
  });

  it('carries every remittance that was put in', () => {
    const first = enclose(packed(), { number: 'NT-1', agency: 'ct-nnmt' }, by(clerk));
    const both = enclose(value(first), { number: 'NT-2', agency: 'ct-nnmt' }, by(clerk));
    expect(value(both)).toMatchObject({ remittances: ['NT-1', 'NT-2'], version: 4 });
  });

  it('is sealed anew where the number was mistyped, until somebody has taken it', () => {
    const later = plus(monday9, days(3));
    const again = value(seal(sealed(), 'NP2', later, by(clerk)));
    expect(again).toMatchObject({ sealNumber: 'NP2', countBy: monday9, lines: packed().lines });
    expect(take(again, 'NP1', by(courier))).toMatchObject({ refusal: { code: 'seal-mismatch' } });
    expect(pouchState(value(take(again, 'NP2', by(courier))))).toBe('under-way');
    expect(seal(underWay(), 'NP2', later, by(clerk))).toMatchObject({
      refusal: { code: 'pouch-state' },
    });
  });

  it('cannot be sealed and carried by the same person', () => {
    const both: Staff = { ...courier, id: clerk.id };
    const mine = value(seal(packed(), 'NP1', monday9, by(clerk)));
    expect(refusal(take(mine, 'NP1', by(both)))).toBe('same-signatory');
  });

  it('loses the courier’s signature when it is counted again', () => {
    const given = givenBy(counted());
    const again = value(count(given, all(complete), by(officer)));
    expect(again.giver).toBeUndefined();
    expect(refusal(sign(again, noOf(given), by(courier)))).toBe('count-changed');
  });

  it('is signed by a colleague for a courier who is not there, with the reason, and by two persons', () => {
    const why = 'Anh Tuấn nằm viện';
    const colleague: Staff = { ...courier, id: 'nam' };
    const pouch = counted();
    expect(refusal(sign(pouch, noOf(pouch), by(colleague)))).toBe('same-signatory');
    expect(refusal(sign(pouch, noOf(pouch), by(officer), why))).toBe('same-signatory');
    const given = value(sign(pouch, noOf(pouch), by(colleague), why));
    expect(given).toMatchObject({ giver: { staff: 'nam' }, giverAbsence: why });
    expect(pouchState(value(sign(given, noOf(given), by(officer))))).toBe('signed');
    const home = { ...given, to: { kind: 'office', id: 'bd-vi-thanh' } } as const;
    expect(refusal(sign(home, noOf(home), by(colleague)))).toBe('same-signatory');
    const counter = {
      ...pouch,
      count: pouch.count && { ...pouch.count, by: { staff: 'nam', name: '' } },
    };
    expect(refusal(sign(counter as Pouch, noOf(pouch), by(colleague), why))).toBe('same-signatory');
    expect(value(count(given, all(complete), by(officer))).giverAbsence).toBeUndefined();
  });

  it('has a limit', () => {
    const full = { ...open(), lines: Array.from({ length: pouchLimit }, () => line) };
    expect(refusal(pack(full, line, by(clerk)))).toBe('pouch-full');
  });
});

describe('a count', () => {
  const remark = 'Ghi chú';
  it.each<[string, CountedLine, string]>([
    ['đủ: all found', complete, 'done'],
    ['đủ, though a paper is not there', { ...complete, found: [deed] }, 'count-incoherent'],
    ['thiếu: a paper is not there', { ...complete, verdict: 'missing', found: [deed] }, 'done'],
    ['thiếu, though all is there', { ...complete, verdict: 'missing' }, 'count-incoherent'],
    ['thừa: more than listed', { ...complete, extra: [deed] }, 'done'],
    [
      'more of a kind found than listed',
      { ...complete, found: [deed, deed, form] },
      'count-incoherent',
    ],
    ['hư hỏng, taken', { ...complete, verdict: 'damaged', remark }, 'done'],
    ['hư hỏng, sent back', { ...complete, verdict: 'damaged', isTaken: false, remark }, 'done'],
    [
      'sent back without a word',
      { ...complete, verdict: 'damaged', isTaken: false },
      'count-incoherent',
    ],
    [
      'sai cơ quan, sent back',
      { ...complete, verdict: 'wrong-department', isTaken: false, remark },
      'done',
    ],
    ['sai cơ quan, kept', { ...complete, verdict: 'wrong-department', remark }, 'count-incoherent'],
    ['niêm phong rách, taken', { ...complete, verdict: 'broken-seal', remark }, 'done'],
    ['đủ, yet sent back', { ...complete, isTaken: false, remark }, 'count-incoherent'],
  ])('%s: %j → %s', (_, counted, expected) => {
    expect(refusal(count(underWay(), all(counted), by(officer)))).toBe(expected);
  });

  it.each<[string, readonly CountedLine[]]>([
    ['leaves a line out', []],
    ['has a line twice', [complete, complete]],
    ['has a line of another pouch', [{ ...complete, dossierId: other }]],
  ])('that %s is refused', (_, lines) => {
    expect(refusal(count(underWay(), all(...lines), by(officer)))).toBe('count-incomplete');
  });
});
