import { createHmac } from 'node:crypto';
import { keyUnderMaster } from '#adapters/node/seals.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { nothing } from '#domain/money/purses.ts';
import type { CourierEvent, CourierEventKind } from '#domain/shipment/courier-event.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { doorMoneyKind } from '#functions/money/records.ts';
import { orderTakeBackKind, returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import {
  type By,
  type Command,
  type Commands,
  counter,
  never,
  type Place,
  printing,
  reading,
  type Scene,
  supervision,
  work,
} from '../command.ts';
import { clerk, officerOf, strangeClerk, strangeOfficer } from '../staff.ts';
import { sessionOf } from './halls.ts';
import { oldPaper } from './handover.ts';

const recipient = {
  name: 'Nguyễn Thị Ánh',
  phone: '+84912345678',
  address: 'Ấp 3, phường Vị Thanh',
};
const proof = { receiverName: recipient.name, identityChecked: true } as const;
const son = { name: 'Lê Văn Út', personalNumber: '093090001234', reference: 'GUQ 12/2026' };

const order = {
  externalCode: 'H13.09-261101-0007',
  recipient,
  office: 'bd-vi-thanh',
  papers: [{ name: 'Giấy phép', copyKind: 'original', count: 1 }],
  takeBack: [],
} as const;
const aDoor = {
  kind: 'address',
  commune: 'ct-x-vi-thuy',
  address: 'Số 12, ấp 5',
} as const;
const collectOnDelivery = { stateFeesVnd: 30_000, codVnd: 0 };

const pickingUp =
  (receiverName: string) =>
  ({ on, at }: Scene, by: By) =>
    on.makePickUpOrder({
      ...by,
      returnOrderId: at.idOf(returnOrderKind),
      receiver: 'self',
      proof: { ...proof, receiverName },
    });

const news = (
  { now, stand }: Place,
  kind: CourierEventKind,
  change: Partial<CourierEvent> = {},
): Omit<CourierEvent, 'recordedAt'> => ({
  id: `${kind}-${now}-${stand.answers.size}`,
  kind,
  occurredAt: now,
  rawCode: kind,
  ...change,
});

const carrier = { kind: 'carrier', id: 'vnpost' } as const;

const heardOf = (kind: CourierEventKind, change: Partial<CourierEvent> = {}): Command =>
  work(({ on, at }) =>
    on.makeRecordCourierEvent({
      actor: carrier,
      shipmentId: at.idOf(shipmentKind),
      event: news(at, kind, change),
    }),
  );

const reported = (kind: CourierEventKind, change: Partial<CourierEvent> = {}): Command =>
  counter(({ on, at }, by) =>
    on.makeRecordCourierEvent({
      ...by,
      shipmentId: at.idOf(shipmentKind),
      event: news(at, kind, change),
    }),
  );

const webhook = (isTrue: boolean): Command =>
  work(({ on, at }) => {
    const timestamp = String(Math.floor(at.now / 1_000));
    const mac = createHmac('sha256', keyUnderMaster('m'.repeat(64), 'carrier-vnpost'))
      .update(`${timestamp}.{}`)
      .digest('hex');
    return on.makeTakeCourierWebhook({
      carrier: 'vnpost',
      timestamp,
      signature: `v1=${isTrue ? mac : '0'.repeat(64)}`,
      rawBody: '{}',
      waybill: at.newest(shipmentKind)?.waybill ?? 'EE000000001VN',
      event: news(at, 'out-for-delivery'),
    });
  });

const picking =
  (what: object) =>
  ({ on, at }: Scene, by: By) =>
    on.makePickUpResult({ ...by, dossierId: at.dossierId, receiver: 'self', proof, ...what });

const announcing = (says: 'accepted' | 'refused' | 'unknown'): Command =>
  work(({ on, at, world }) => {
    world.tells({ carrier: says });
    return on.makeAnnounceShipment(at.idOf(shipmentKind));
  });

/** The way of the result back, of dossiers and of orders from elsewhere. */
export const returnCommands: Commands = {
  makeCreateShipment: counter(({ on, at }, by) =>
    on.makeCreateShipment({ ...by, dossierId: at.dossierId, carrier: 'vnpost' }),
  ),
  'makeCreateShipment: by an unknown carrier': never(
    counter(({ on, at }, by) =>
      on.makeCreateShipment({ ...by, dossierId: at.dossierId, carrier: 'bo-cau' }),
    ),
  ),
  'makeChooseDelivery.choose: another door': counter(({ on, at }, by) =>
    on.makeChooseDelivery.choose({ ...by, dossierId: at.dossierId, asked: { to: aDoor } }),
  ),
  'makeChooseDelivery.choose: outside': never(
    counter(({ on, at }, by) =>
      on.makeChooseDelivery.choose({
        ...by,
        dossierId: at.dossierId,
        asked: { to: { ...aDoor, commune: 'hcm-p-sai-gon' } },
      }),
    ),
  ),
  'makeChooseDelivery.chooseMine: a day': work(async ({ on, at, world }) =>
    on.makeChooseDelivery.chooseMine({
      token: await sessionOf(world.deps.seals, at),
      idempotency: undefined,
      asked: { wish: { day: dayOf(at.now), part: 'morning' } },
    }),
  ),
  'makeChooseDelivery.chooseMine: without a session': never(
    work(({ on }) =>
      on.makeChooseDelivery.chooseMine({
        token: 'forged',
        idempotency: undefined,
        asked: { to: aDoor },
      }),
    ),
  ),
  'makeChooseDelivery.ways': reading(
    counter(({ on, at }, { actor }) => on.makeChooseDelivery.ways(actor, at.dossierId)),
  ),
  'makeChooseDelivery.waysOfMine': reading(
    work(async ({ on, at, world }) =>
      on.makeChooseDelivery.waysOfMine(await sessionOf(world.deps.seals, at)),
    ),
  ),
  makeAuthoriseRecipient: counter(({ on, at }, by) =>
    on.makeAuthoriseRecipient({ ...by, dossierId: at.dossierId, person: son }),
  ),
  'makePickUpResult: the applicant': counter(picking({})),
  'makePickUpResult: whom the applicant sends': counter(
    picking({
      receiver: 'authorised',
      reference: son.reference,
      proof: { ...proof, receiverName: son.name },
    }),
  ),
  'makePickUpResult: with an old paper': counter(
    picking({ takeBack: [oldPaper('taken'), oldPaper('not-at-hand')] }),
  ),
  'makePickUpResult: somebody': never(
    counter(picking({ proof: { ...proof, receiverName: 'Trần Văn Khác' } })),
  ),
  makeOrderReturn: {
    who: () => officerOf(),
    run: ({ on }, by) => on.makeOrderReturn({ ...by, ...order }),
  },
  'makeOrderReturn: with money to collect and a paper to take back': {
    who: () => officerOf(),
    run: ({ on }, by) =>
      on.makeOrderReturn({
        ...by,
        ...order,
        externalCode: 'H13.09-261101-0008',
        collectOnDelivery,
        takeBack: ['Giấy cũ'],
      }),
  },
  makeOrderMany: {
    who: () => officerOf(),
    isMany: true,
    run: ({ on }, by) => on.makeOrderMany({ ...by, orders: [order] }),
  },
  'makePickUpOrder: the recipient': counter(pickingUp(recipient.name)),
  'makeWorkOrderPapers.take': counter(({ on, at }, by) =>
    on.makeWorkOrderPapers.take({
      ...by,
      returnOrderId: at.idOf(orderTakeBackKind),
      takeBack: [oldPaper('taken', 'Giấy cũ')],
    }),
  ),
  'makeWorkOrderPapers.receive': {
    who: () => officerOf(),
    stranger: strangeOfficer,
    run: ({ on, at }, by) =>
      on.makeWorkOrderPapers.receive({
        ...by,
        returnOrderId: at.idOf(orderTakeBackKind),
        papers: ['Giấy cũ'],
      }),
  },
  makeListOrderPapers: reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeListOrderPapers(actor, { limit: 10 }),
  }),
  makeReconcileWaybills: work(({ on }) => on.makeReconcileWaybills()),
  makeListWaybillCases: reading(supervision(({ on }) => on.makeListWaybillCases({ limit: 10 }))),
  makeListFlaggedDeliveries: reading(
    supervision(({ on }) => on.makeListFlaggedDeliveries('flagged', { limit: 10 })),
  ),
  makeReviewDelivery: supervision(({ on, at }, by) =>
    on.makeReviewDelivery({
      ...by,
      shipmentId: at.idOf(shipmentKind),
      finding: 'Đã gọi, người nhận là con của chủ hồ sơ',
    }),
  ),
  'makeRecordCourierEvent: the carrier delivers to a neighbour': heardOf('delivered', {
    proof: { ...proof, receiverName: 'Trần Văn Khác' },
  }),
  'makeRecordCourierEvent: our courier delivers to a neighbour': never(
    reported('delivered', { proof: { ...proof, receiverName: 'Trần Văn Khác' } }),
  ),
  'makePickUpOrder: somebody': never(counter(pickingUp('Trần Văn Khác'))),
  makeTellOrders: work(({ on }) => on.makeTellOrders()),
  makeTellNumbers: work(({ on }) => on.makeTellNumbers()),
  makeNoteCarrier: work(({ on, world }) => {
    world.tells({ isConfigured: false });
    return on.makeNoteCarrier();
  }),
  makeReadCarriers: reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeReadCarriers(actor),
  }),
  makeHandInDoorMoney: counter(({ on, at }, by) =>
    on.makeHandInDoorMoney({
      ...by,
      shipmentId: at.idOf(doorMoneyKind) as ShipmentId,
      purses: { ...nothing, fee: 10_000 },
    }),
  ),
  makeListDoorMoney: reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeListDoorMoney(actor, undefined, { limit: 10 }),
  }),
  makeShipReturnOrder: counter(({ on, at }, by) =>
    on.makeShipReturnOrder({
      ...by,
      returnOrderId: at.idOf(returnOrderKind),
      carrier: 'vnpost',
    }),
  ),
  'makeRecordCourierEvent: posted': heardOf('posted'),
  'makeRecordCourierEvent: a closed door': heardOf('attempt-failed'),
  'makeRecordCourierEvent: held': heardOf('held'),
  'makeRecordCourierEvent: delivered': heardOf('delivered', { proof }),
  'makeRecordCourierEvent: returned': heardOf('returned-to-sender'),
  'makeRecordCourierEvent: lost': heardOf('lost'),
  'makeRecordCourierEvent: by another carrier': never(
    work(({ on, at }) =>
      on.makeRecordCourierEvent({
        actor: { kind: 'carrier', id: 'bo-cau' },
        shipmentId: at.idOf(shipmentKind),
        event: news(at, 'delivered', { proof }),
      }),
    ),
  ),
  'makeRecordCourierEvent: our courier delivers': reported('delivered', { proof }),
  'makeRecordCourierEvent: our courier takes an old paper': reported('delivered', {
    proof,
    takeBack: [oldPaper('taken'), oldPaper('not-at-hand')],
  }),
  'makeRecordCourierEvent: our courier proves nothing': reported('delivered'),
  'makeRecordCourierEvent: our courier turns back': reported('returned-to-sender'),
  makeTakeInParcel: counter(({ on, at }, by) =>
    on.makeTakeInParcel({ ...by, shipmentId: at.idOf(shipmentKind) }),
  ),
  'makeTakeCourierWebhook: signed': webhook(true),
  'makeTakeCourierWebhook: forged': never(webhook(false)),
  makePollCarrier: work(({ on, at, world }) => {
    const waybill = at.newest(shipmentKind)?.waybill ?? 'EE000000001VN';
    world.tells({ news: [{ waybill, event: news(at, 'arrived') }] });
    return on.makePollCarrier();
  }),
  'makeAnnounceShipment: taken': announcing('accepted'),
  'makeAnnounceShipment: refused': announcing('refused'),
  'makeAnnounceShipment: no answer': announcing('unknown'),
  makeSweepAnnouncements: work(({ on }) => on.makeSweepAnnouncements()),
  makeReadShipment: reading(
    counter(({ on, at }, { actor }) => on.makeReadShipment(actor, at.idOf(shipmentKind))),
  ),
  makePrintParcelLabel: printing(
    counter(({ on, at }, { actor }) =>
      on.makePrintParcelLabel({ actor, print: 'bản-in-1', shipmentId: at.idOf(shipmentKind) }),
    ),
  ),
  makePrintLabel: printing(
    counter(({ on, at }, { actor }) =>
      on.makePrintLabel({ actor, print: 'bản-in-1', dossierId: at.dossierId }),
    ),
  ),
  makeReadReturnOrder: reading({
    who: () => clerk,
    stranger: strangeClerk,
    run: ({ on, at }, { actor }) => on.makeReadReturnOrder(actor, at.idOf(returnOrderKind)),
  }),
  makeFindReturnOrder: reading({
    who: () => clerk,
    stranger: strangeClerk,
    run: ({ on, at }, { actor }) =>
      on.makeFindReturnOrder(actor, at.newest(returnOrderKind)?.externalCode ?? 'G09.20-1'),
  }),
  makeListReturnOrders: reading({
    who: () => clerk,
    run: ({ on }, { actor }) => on.makeListReturnOrders(actor, 'waiting', { limit: 10 }),
  }),
};
