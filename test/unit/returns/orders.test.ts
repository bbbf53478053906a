import { describe, expect, it } from 'vitest';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { days, plus } from '#domain/time/instant.ts';
import { loseShipment } from '#functions/returns/domain/end-parcel.ts';
import { type OrderTakeBack, orderHandedOver } from '#functions/returns/domain/order-take-back.ts';
import {
  concludeOrder,
  correctOrder,
  orderParcelEnded,
  type ReturnOrder,
} from '#functions/returns/domain/return-order.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import {
  isToBeLookedAt,
  isWaitedFor,
  type WaybillCase,
  waybillCaseAfter,
  waybillState,
} from '#functions/returns/domain/waybill-case.ts';
import { dossierId, monday9, shipmentId } from '#test/support/dossiers.ts';

const orderId = '01KAPXJ5V0ZK9Q4T8N6W2C7D3Q' as ReturnOrderId;
const recipient = { name: 'Nguyễn Thị Ánh', phone: '+84912345678', address: 'Ấp 3' };

const order: ReturnOrder = {
  id: orderId,
  version: 2,
  agency: 'ct-nnmt',
  externalCode: 'H13.01-261123-0001',
  office: 'bd-vi-thanh',
  recipient,
  papers: [],
  takeBack: [],
  orderedAt: monday9,
  orderedBy: 'hoa',
  state: 'dispatched',
  holder: { kind: 'carrier', id: shipmentId },
  shipments: [shipmentId],
};

describe('an order whose parcel is on its way', () => {
  it('stays as it is', () => {
    const after = concludeOrder(order, shipmentId, { outcome: 'under-way' });
    expect(after.ok && after.value).toBe(order);
  });
});

describe('an order whose parcel ended by our word', () => {
  const other = '01KAPXJ5V0ZK9Q4T8N6W2C7D3Z' as typeof shipmentId;
  it.each<[string, ReturnOrder, typeof shipmentId, string]>([
    ['its last one', order, shipmentId, 'waiting'],
    ['one before', order, other, 'step-not-allowed'],
    ['after it was settled', { ...order, state: 'delivered' }, shipmentId, 'step-not-allowed'],
  ])('%s', (_, before, ended, expected) => {
    const outcome = orderParcelEnded(before, ended, 'voided', monday9);
    expect(outcome.ok ? outcome.value.state : outcome.refusal.code).toBe(expected);
  });
});

describe('an order that was mistyped', () => {
  const said = { at: monday9, by: 'hoa', reason: 'Nhầm người được ủy quyền' };
  const authorised = { name: 'Trần Văn Phúc', reference: 'UQ-12/2026' };
  const atAgency = { kind: 'agency', id: order.agency } as const;
  const waiting: ReturnOrder = {
    ...order,
    state: 'waiting',
    holder: atAgency,
    shipments: [],
    authorised,
  };
  const { office, papers, takeBack } = waiting;
  const terms = { office, recipient, papers, takeBack };

  it('is put right as a whole: whom it names no more is authorised no more', () => {
    const outcome = correctOrder(waiting, terms, said);
    expect(outcome).toMatchObject({ ok: true, value: { state: 'waiting', recipient } });
    expect(outcome.ok && outcome.value).not.toHaveProperty('authorised');
  });

  it('is not put right by what it says already', () => {
    expect(correctOrder(waiting, { ...terms, authorised }, said)).toMatchObject({
      refusal: { code: 'correction-empty' },
    });
  });
});

describe('a waybill', () => {
  const book = makeCalendarBook([{ year: 2026, version: '1', holidays: {}, makeUpDays: {} }]);
  const parcel: Shipment = {
    id: shipmentId,
    version: 1,
    dossierId,
    dossierCode: 'H13.01-261123-0001',
    office: 'bd-vi-thanh',
    carrier: 'vnpost',
    waybill: 'EE473124829VN',
    recipient,
    createdAt: monday9,
    events: [],
  };
  const pending = {
    ...parcel,
    announcement: { state: 'pending', tries: 0 },
  } as unknown as Shipment;

  it.each([
    ['from before carriers were told', parcel, 3, 'resolved'],
    ['made today and not told of yet', pending, 0, 'waiting'],
    ['made yesterday and not told of', pending, 1, 'not-announced'],
  ] as const)('%s is %s', (_, shipment, later, state) =>
    expect(waybillState(shipment, book, plus(monday9, days(later)))).toBe(state),
  );

  it('of which nothing is heard is lost on the carrier’s word alone, where no calendar counts the days', () => {
    const lose = (more: { readonly reference?: string }) =>
      loseShipment(
        parcel,
        { at: plus(monday9, days(90)), by: 'minh', reason: 'Không có tin', ...more },
        { book: makeCalendarBook([]), workingDays: 10 },
      );
    expect(lose({})).toMatchObject({ refusal: { code: 'loss-unconfirmed' } });
    expect(lose({ reference: 'BC-01' })).toMatchObject({ ok: true });
  });
});

describe('a case about a waybill', () => {
  const known = { id: 'EE473124829VN', carrier: 'vnpost' } as const;
  const refused: WaybillCase = {
    ...known,
    version: 1,
    state: 'news-refused',
    since: monday9,
    refused: { news: [], count: 3 },
  };

  it('with refused news is looked at for thirty days, whatever else it is not at all', () => {
    const looked = (state: WaybillCase['state'], later: number) =>
      isToBeLookedAt({ ...refused, state }, plus(monday9, days(later)));
    expect([looked('news-refused', 29), looked('news-refused', 30), looked('waiting', 0)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each<readonly [state: WaybillCase['state'], isWaited: boolean]>([
    ['waiting', true],
    ['not-taken-in', true],
    ['news-disputed', false],
    ['resolved', false],
  ])('that is %s ends with the parcel in hand: %s', (state, isWaited) =>
    expect(isWaitedFor({ ...refused, state })).toBe(isWaited),
  );

  it('keeps what was refused when it comes to something else', () => {
    const after = waybillCaseAfter(refused, { ...known, state: 'waiting' }, undefined, monday9);
    expect(after).toMatchObject({ version: 2, state: 'waiting', refused: refused.refused });
  });
});

describe('old papers of an order', () => {
  it('of which a carrier names more than there are, are counted as they are', () => {
    const before: OrderTakeBack = {
      id: orderId,
      version: 1,
      agency: order.agency,
      office: order.office,
      externalCode: order.externalCode,
      since: monday9,
      lines: [{ paper: 'Giấy cũ', count: 1, outcome: 'not-stated' }],
    };
    const line = { paper: 'Giấy cũ', outcome: 'taken', count: 1 } as const;
    const wantsBack = { ...order, takeBack: ['Giấy cũ'] };
    const told = orderHandedOver(before, wantsBack, [line, line], {
      at: monday9,
      shipment: shipmentId,
    });
    expect(told?.lines).toEqual([line]);
  });
});
