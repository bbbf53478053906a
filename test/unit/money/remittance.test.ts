import { describe, expect, it } from 'vitest';
import type { ReceiptId, RemittanceId, ShiftId } from '#domain/identifiers/record-ids.ts';
import { nothing } from '#domain/money/purses.ts';
import {
  emptySafe,
  type ReceiptRecord,
  receiptsInRemittance,
} from '#functions/money/domain/records.ts';
import { countRemittance, sendRemittance } from '#functions/money/domain/remittance.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { refusal } from '#test/support/shipments.ts';

const taken = { ...nothing, fee: 1_000 };
const receipts = (count: number): readonly ReceiptRecord[] =>
  Array.from({ length: count }, (_, n) => ({
    number: `BL-${n}`,
    dossierId: 'd',
    agency: 'ct-nnmt',
    taken,
    refunded: nothing,
    isReversed: false,
    id: `r${n}` as ReceiptId,
    version: 1,
    office: 'bd-vi-thanh',
    shift: 's' as ShiftId,
    takenAt: monday9,
  }));

const send = (count: number) =>
  sendRemittance(
    { ...emptySafe('bd-vi-thanh'), purses: { ...nothing, fee: 1_000_000 } },
    receipts(count),
    {
      id: '01KAPXJ5V0ZK9Q4T8N6W2C7D6B' as RemittanceId,
      number: 'NT-1',
      agency: 'ct-nnmt',
      sent: { at: monday9, by: 'lan' },
    },
  );

describe('a remittance', () => {
  it('is not counted to less than nothing', () => {
    const sent = send(1);
    if (!sent.ok) throw new Error(sent.refusal.code);
    const counted = countRemittance(
      sent.value.remittance,
      { ...nothing, fee: -1 },
      { by: 'hoa', now: monday9 },
    );
    expect(counted).toEqual(refusal('amount-invalid'));
  });

  it('has as many receipts as one write can mark, and not one more', () => {
    expect(send(receiptsInRemittance)).toMatchObject({ ok: true });
    expect(send(receiptsInRemittance + 1)).toMatchObject({
      refusal: { code: 'remittance-too-long' },
    });
    expect(send(0)).toMatchObject({ refusal: { code: 'nothing-to-remit' } });
  });
});
