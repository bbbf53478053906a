import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecord } from '#adapters/stored/record.ts';
import type { Pouch } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { countOrder, packOrder, unpackOrder } from '#functions/returns/domain/order-pouch.ts';
import {
  concludeOrder,
  orderParcelEnded,
  type ReturnOrder,
  reissueOrder,
} from '#functions/returns/domain/return-order.ts';
import { returnOrderKind } from '#functions/returns/records.ts';
import { monday9, shipmentId } from '#test/support/dossiers.ts';
import { startOrder } from '#test/support/order-walk.ts';
import { refusal } from '#test/support/shipments.ts';

const samples: Readonly<Record<string, { readonly shipments: readonly string[] }>> = JSON.parse(
  readFileSync(
    new URL('../../fixtures/stored/records/return-order/v1.json', import.meta.url),
    'utf8',
  ),
);
const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const agency = { kind: 'agency', id: 'ct-nnmt' } as const;
const parcel = (kind: string) => ({ kind, id: expect.stringMatching(/^[0-9A-Z]{26}$/) });

describe('an order that was written before anybody signed for its result', () => {
  it.each([
    ['waiting', agency],
    // Its label was made at the office, which has it.
    ['voided', office],
    ['dispatched', parcel('carrier')],
    ['delivered', { kind: 'citizen' }],
    ['returned-to-agency', office],
    ['lost', parcel('missing')],
    ['reissued', agency],
    ['withdrawn', agency],
  ])('is read as it was meant: %s', (name, holder) => {
    const stored = samples[name];
    expect(readRecord(returnOrderKind, undefined, stored)).toEqual({ ...stored, holder });
  });

  it('that was only corrected since its label was voided still lies at the office', () => {
    const stored = { ...samples['voided'], corrections: [{ how: 'corrected' }] };
    expect(readRecord(returnOrderKind, 1, stored)).toMatchObject({ holder: office });
  });
});

describe('a record of hands that fits no state', () => {
  const { order } = startOrder();
  const odd = (change: Partial<ReturnOrder>): ReturnOrder => ({ ...order, ...change });

  it('moves nothing', () => {
    const sent = odd({ state: 'dispatched', shipments: [shipmentId] });
    for (const how of ['voided', 'lost'] as const)
      expect(orderParcelEnded(sent, shipmentId, how, monday9)).toEqual(refusal('papers-elsewhere'));
    const said = { at: monday9, by: 'hoa', reason: 'x' };
    expect(reissueOrder(odd({ state: 'lost' }), said)).toEqual(refusal('papers-elsewhere'));
    const pouch = { id: 'P' as PouchId, from: office, to: agency } as Pouch;
    const counted = { returnOrderId: order.id, verdict: 'complete', isTaken: true } as const;
    expect(countOrder(odd({ pouch: pouch.id }), pouch, counted, monday9)).toEqual(
      refusal('papers-elsewhere'),
    );
  });
});

describe('news of an order’s parcel', () => {
  const [first, last] = ['A', 'B'] as unknown as readonly [ShipmentId, ShipmentId];
  const sent: ReturnOrder = {
    ...startOrder().order,
    state: 'dispatched',
    holder: { kind: 'carrier', id: last },
    shipments: [first, last],
  };

  it('of the one before says nothing, and is no dispute', () => {
    const news = { outcome: 'delivered', at: monday9 } as const;
    expect(concludeOrder(sent, first, news)).toEqual({ ok: true, value: sent });
  });

  it('that it came back, told again of what was withdrawn since, is no dispute', () => {
    const withdrawn: ReturnOrder = { ...sent, state: 'withdrawn', holder: office };
    const news = { outcome: 'returned-to-agency', at: monday9 } as const;
    expect(concludeOrder(withdrawn, last, news)).toEqual({ ok: true, value: withdrawn });
  });
});

describe('an order goes into a pouch', () => {
  it('and out of that one, and of no other', () => {
    const packed = { ...startOrder().order, pouch: 'P' as PouchId };
    expect(unpackOrder(packed, 'Q' as PouchId)).toEqual(refusal('return-order-unknown'));
    expect(unpackOrder(packed, 'P' as PouchId)).toMatchObject({ ok: true });
  });

  const { order } = startOrder();
  const other = (kind: 'office' | 'agency') => ({ kind, id: 'elsewhere' });

  it.each([
    ['agency', agency, other('office'), 'pouch-wrong-way'],
    ['another agency', other('agency'), office, 'return-order-unknown'],
    ['office', office, other('agency'), 'pouch-wrong-way'],
    ['another office', other('office'), agency, 'return-order-unknown'],
  ] as const)(
    'of its %s only between its own agency and its own post office',
    (_, from, to, code) => {
      const pouch = { id: 'P' as PouchId, from, to } as Pouch;
      expect(packOrder(order, pouch)).toEqual(refusal(code));
    },
  );
});
