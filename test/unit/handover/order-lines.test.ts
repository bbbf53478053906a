import { describe, expect, it } from 'vitest';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { addOrder, openPouch, removeOrder } from '#functions/handover/domain/steps.ts';
import { monday9, officer } from '#test/support/dossiers.ts';
import { refusal } from '#test/support/shipments.ts';

const hand = { staff: officer, now: monday9 };
const agency = { kind: 'agency', id: 'ct-nnmt' } as const;
const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const returnOrderId = '01KAPXJ5V0ZK9Q4T8N6W2C7D3Q' as ReturnOrderId;

describe('the list of orders of a pouch', () => {
  it('loses no order that it does not name', () => {
    const open = openPouch('01KAPXJ5V0ZK9Q4T8N6W2C7D3P' as PouchId, agency, office, hand);
    if (!open.ok) throw new Error(open.refusal.code);
    expect(removeOrder(open.value, returnOrderId, hand)).toEqual(refusal('return-order-unknown'));
    const packed = addOrder(open.value, { returnOrderId, number: 'H1', papers: [] }, hand);
    if (!packed.ok) throw new Error(packed.refusal.code);
    expect(removeOrder(packed.value, returnOrderId, hand)).toMatchObject({ value: { orders: [] } });
  });
});
