import { describe, expect, it } from 'vitest';
import type { Pouch } from '../../../web/api/packing.ts';
import {
  type CountDraft,
  countOf,
  type LineCount,
  leftIn,
  nothingCounted,
  paperKey,
} from '../../../web/pouches/count-draft.ts';
import { differs, groupOf, inOrder, meantIn } from '../../../web/pouches/groups.ts';

const form = { id: 'don', copyKind: 'original', count: 1, name: 'Đơn' } as const;
const copies = { id: 'ban-sao', copyKind: 'photocopy', count: 2, name: 'Bản sao' } as const;
const dossierId = '01KAPXJ5V0ZK9Q4T8N6W2C7001';
const returnOrderId = '01KAPXJ5V0ZK9Q4T8N6W2C7002';

const aPouch = (change: Partial<Pouch> = {}): Pouch => ({
  pouchId: '01KAPXJ5V0ZK9Q4T8N6W2C7000',
  version: 3,
  state: 'under-way',
  from: { kind: 'office', id: 'bd-vi-thanh', name: 'Vị Thanh' },
  to: { kind: 'agency', id: 'ct-nnmt', name: 'Sở' },
  sealNumber: 'NP-1',
  lines: [{ dossierId, number: 'H13.01-261126-0001', papers: [form, copies] }],
  orders: [{ returnOrderId, number: 'G22-1', papers: [] }],
  remittances: [],
  strays: [],
  signatures: { opened: { staff: 'lan', name: 'Lan', at: '2026-11-30T08:00:00+07:00' } },
  ...change,
});

const whole: LineCount = { verdict: 'complete' };
const draft = (dossier: LineCount, order: LineCount = whole): CountDraft => ({
  isSealIntact: true,
  lines: { [dossierId]: dossier, [returnOrderId]: order },
  strays: [],
});
const listed = ({ name: _, ...paper }: typeof form | typeof copies) => paper;

describe('a count', () => {
  it('is none until the seal was looked at and each line has its verdict', () => {
    const pouch = aPouch();
    expect(countOf(nothingCounted, pouch)).toBeUndefined();
    expect(leftIn(nothingCounted, pouch)).toEqual({ uncounted: 2, wordless: 0 });
    const { isSealIntact: _, ...unlooked } = draft(whole);
    expect(countOf(unlooked, pouch)).toBeUndefined();
    expect(countOf({ ...draft(whole), lines: { [dossierId]: whole } }, pouch)).toBeUndefined();
  });

  it('that is complete says so of everything listed', () => {
    expect(countOf(draft(whole), aPouch())).toEqual({
      isSealIntact: true,
      lines: [
        {
          dossierId,
          verdict: 'complete',
          isTaken: true,
          found: [listed(form), listed(copies)],
          extra: [],
        },
      ],
      orders: [{ returnOrderId, verdict: 'complete', isTaken: true }],
      strays: [],
    });
  });

  it('of fewer copies is missing, whatever was chosen, and names what was there', () => {
    const short = { ...whole, copies: { [paperKey(copies)]: '1' }, remark: ' một bản ' };
    expect(countOf(draft(short), aPouch())?.lines).toEqual([
      {
        dossierId,
        verdict: 'missing',
        isTaken: true,
        found: [listed(form), { ...listed(copies), count: 1 }],
        extra: [],
        remark: 'một bản',
      },
    ]);
  });

  it('of more copies takes them in beside the list', () => {
    const more = { ...whole, copies: { [paperKey(form)]: '3' } };
    expect(leftIn(draft(more), aPouch()).wordless).toBe(1);
    expect(countOf(draft({ ...more, remark: 'thừa' }), aPouch())?.lines).toMatchObject([
      {
        verdict: 'complete',
        found: [listed(form), listed(copies)],
        extra: [{ id: 'don', count: 2 }],
      },
    ]);
  });

  it('that calls a dossier missing is not over until it is said what of it', () => {
    const missing: LineCount = { verdict: 'missing', remark: 'thiếu' };
    expect(leftIn(draft(missing), aPouch())).toEqual({ uncounted: 1, wordless: 0 });
    expect(leftIn(draft(whole, missing), aPouch())).toEqual({ uncounted: 0, wordless: 0 });
  });

  it.each([
    ['damaged', true, false],
    ['broken-seal', true, false],
    ['damaged', false, true],
    ['wrong-department', false, false],
    ['missing', true, true],
    ['complete', true, true],
  ] as const)('of %s papers (left: %s) takes them in: %s', (verdict, isLeft, isTaken) => {
    const line = { verdict, isLeft, remark: 'lời' };
    expect(countOf(draft(whole, line), aPouch())?.orders).toMatchObject([{ verdict, isTaken }]);
  });
});

describe('pouches as a place sees them', () => {
  const counted = { verdict: 'complete', isTaken: true };
  it.each([
    ['open', 'packing', 'packing'],
    ['sealed', 'sealed', 'coming'],
    ['under-way', 'sent', 'arrived'],
    ['counted', 'counted', 'counted'],
    ['signed', undefined, undefined],
  ])('%s: at its sender %s, at its receiver %s', (state, sender, receiver) => {
    expect(groupOf(aPouch({ state }), 'bd-vi-thanh')).toBe(sender);
    expect(groupOf(aPouch({ state }), 'ct-nnmt')).toBe(receiver);
  });

  it.each([
    ['a seal that was broken', { isSealIntact: false }],
    ['something that is not on the list', { strays: ['thẻ'] }],
    [
      'an order that is damaged',
      {
        orders: [
          { returnOrderId, number: 'G', papers: [], counted: { ...counted, verdict: 'damaged' } },
        ],
      },
    ],
    [
      'a dossier with a paper too many',
      {
        lines: [
          {
            dossierId,
            number: 'H',
            papers: [form],
            counted: { ...counted, found: [form], extra: [listed(form)] },
          },
        ],
      },
    ],
  ])('differ by %s', (_, change) => {
    expect(differs(aPouch({ isSealIntact: true }))).toBe(false);
    expect(differs(aPouch(change))).toBe(true);
    expect(groupOf(aPouch({ ...change, state: 'counted' }), 'ct-nnmt')).toBe('differing');
  });

  it('are found by their seal in any letters or by their own number, and stand by age', () => {
    const old = aPouch();
    const young = aPouch({
      pouchId: '01KAPXJ5V0ZK9Q4T8N6W2C7009',
      sealNumber: 'NP-2',
      signatures: { opened: { staff: 'lan', name: 'Lan', at: '2026-11-30T09:00:00+07:00' } },
    });
    expect(meantIn([old, young], ' np-2 ')).toBe(young);
    expect(meantIn([old, young], old.pouchId)).toBe(old);
    expect(meantIn([old, young], 'NP-3')).toBeUndefined();
    expect(inOrder([young, old])).toEqual([old, young]);
  });
});
