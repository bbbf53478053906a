import { describe, expect, it } from 'vitest';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { CourierEvent } from '#domain/shipment/courier-event.ts';
import { flagsOf } from '#functions/returns/domain/flags.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { dossierId, monday9, shipmentId } from '#test/support/dossiers.ts';

const book = makeCalendarBook([{ year: 2026, version: '1', holidays: {}, makeUpDays: {} }]);

const delivered = (change: Partial<CourierEvent> = {}): CourierEvent => ({
  id: 'd',
  kind: 'delivered',
  occurredAt: monday9,
  recordedAt: monday9,
  rawCode: 'EMI',
  proof: { receiverName: 'Nguyễn Thị Ánh', identityChecked: true },
  ...change,
});
const posted = delivered({ id: 'p', kind: 'posted' });

const flags = (change: Partial<Shipment>, event = delivered()) =>
  flagsOf(
    {
      id: shipmentId,
      version: 1,
      dossierId,
      dossierCode: 'H13.01-261123-0001',
      office: 'bd-vi-thanh',
      carrier: 'vnpost',
      waybill: 'EE473124829VN',
      recipient: { name: 'Nguyễn Thị Ánh', phone: '+84912345678', address: 'Ấp 3' },
      createdAt: monday9,
      events: [posted, event],
      ...change,
    },
    book,
  );

describe('what a person should look at', () => {
  it('is nothing where the recipient took it, whatever capitals the carrier writes', () => {
    expect(flags({})).toEqual([]);
    const loud = delivered({ proof: { receiverName: 'NGUYỄN THỊ ÁNH', identityChecked: true } });
    expect(flags({}, loud)).toEqual([]);
  });

  it('is a name that fits only without its marks, and one with other marks is somebody else', () => {
    const named = (receiverName: string) =>
      flags({}, delivered({ proof: { receiverName, identityChecked: true } }));
    expect(named('NGUYEN THI ANH')).toEqual(['receiver-name-inexact']);
    expect(named('Nguyễn Thị Anh')).toEqual(['receiver-not-authorised']);
  });

  it('is not the owner, whose matter it is, where somebody else applied', () => {
    const entitled = [
      { as: 'applicant', name: 'Trần Văn Ba' },
      { as: 'owner', name: 'Nguyễn Thị Ánh' },
    ] as const;
    expect(flags({ entitled })).toEqual([]);
  });

  it('is nothing where our own people found who it was', () => {
    const proof = { receiverName: 'NGUYEN THI ANH', identityChecked: true } as const;
    expect(flags({}, delivered({ proof: { ...proof, receivedAs: 'applicant' } }))).toEqual([]);
  });

  it('is a receiver who is neither the recipient nor authorised (QĐ 45/2016 art. 10)', () => {
    const son = delivered({ proof: { receiverName: 'Lê Văn Út', identityChecked: true } });
    const authorised = { name: 'Lê Văn Út', reference: 'GUQ 12/2026' };
    expect(flags({}, son)).toEqual(['receiver-not-authorised']);
    const showing = (reference: string) =>
      delivered({ proof: { receiverName: 'Lê Văn Út', identityChecked: true, reference } });
    expect(flags({ authorised }, showing('GUQ 12/2026'))).toEqual([]);
    expect(flags({ authorised }, son)).toEqual(['authorisation-not-shown']);
    expect(flags({ authorised }, showing('GUQ 99'))).toEqual(['authorisation-not-shown']);
  });

  it('is whom the applicant authorised no more: a later paper replaces the one before', () => {
    const authorised = { name: 'Lê Văn Út', reference: 'GUQ 12/2026' };
    const ownerName = 'Trần Văn Ba';
    expect(flags({ authorised, ownerName })).toEqual(['receiver-not-authorised']);
  });

  it('is, of a parcel addressed to whom the owner authorised, anybody but these two', () => {
    const authorised = { name: 'Lê Văn Út', reference: 'GUQ 12/2026' };
    const recipient = { name: 'Lê Văn Út', phone: '+84912345678', address: 'Ấp 4' };
    const parcel = { recipient, authorised, ownerName: 'Nguyễn Thị Ánh' };
    const taken = (receiverName: string, reference?: string) =>
      flags(
        parcel,
        delivered({
          proof: { receiverName, identityChecked: true, ...(reference && { reference }) },
        }),
      );
    expect(taken('Nguyễn Thị Ánh')).toEqual([]);
    expect(taken('Lê Văn Út', 'GUQ 12/2026')).toEqual([]);
    expect(taken('Lê Văn Út')).toEqual(['authorisation-not-shown']);
    expect(taken('Trần Văn Bảy')).toEqual(['receiver-not-authorised']);
  });

  const due = { collectOnDelivery: { stateFeesVnd: 50_000, codVnd: 28_000 } };
  it.each([
    ['as due', { stateFeesVnd: 50_000, codVnd: 28_000 }, []],
    // The same sum, from the wrong pocket: the State's money and the post's are never one amount.
    ['in the wrong pockets', { stateFeesVnd: 28_000, codVnd: 50_000 }, ['collection-differs']],
    ['short', { stateFeesVnd: 50_000, codVnd: 0 }, ['collection-differs']],
  ])('money collected %s', (_, collected, expected) => {
    expect(flags(due, delivered({ collected }))).toEqual(expected);
  });

  it('is money that was due and of which nothing was said, or that was not due at all', () => {
    expect(flags(due)).toEqual(['collection-not-stated']);
    const collected = { stateFeesVnd: 0, codVnd: 5_000 };
    expect(flags({}, delivered({ collected }))).toEqual(['collection-differs']);
  });

  it('is a delivery after the result was handed over at the counter', () => {
    expect(flags({ pickedUp: shipmentId as never })).toEqual(['event-after-pick-up']);
  });

  it('is an order that the carrier refused', () => {
    const announcement = { state: 'refused', at: monday9, why: 'vnpost-99' } as const;
    expect(flags({ announcement })).toEqual(['carrier-refused-order']);
  });
});
