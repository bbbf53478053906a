import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ShiftId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { type Outcome, refuse } from '#domain/refusal.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import { openShiftOf } from '#functions/money/application/drawer.ts';
import type { makeGiveBack } from '#functions/money/application/give-back.ts';
import type {
  makeHandInDoorMoney,
  makeListDoorMoney,
} from '#functions/money/application/hand-in-door-money.ts';
import type { makeListGiveBacks } from '#functions/money/application/list-give-backs.ts';
import type { makeReadLeftOpen } from '#functions/money/application/list-left-open.ts';
import type { makeReadCash } from '#functions/money/application/read-cash.ts';
import type { makeReadMoney } from '#functions/money/application/read-money.ts';
import type { makeRemit } from '#functions/money/application/remit.ts';
import type { makeTakeMoney } from '#functions/money/application/take-money.ts';
import type { makeWorkShift } from '#functions/money/application/work-shift.ts';
import type { ReceiptRecord, Remittance, ShiftRecord } from '#functions/money/domain/records.ts';
import type { NoteCount } from '#functions/money/domain/shift.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import type { contract } from './contract.ts';
import { type ElectronicUseCases, electronicHandlers } from './electronic-handler.ts';
import { giveBackHandlers } from './give-back-handler.ts';
import { doorMoneyPage } from './views/door-money.ts';
import { cashView, moneyView, receiptView, remittanceView, shiftView } from './views/money.ts';

interface UseCases extends ElectronicUseCases {
  readonly shifts: ReturnType<typeof makeWorkShift>;
  readonly leftOpen: ReturnType<typeof makeReadLeftOpen>;
  readonly take: ReturnType<typeof makeTakeMoney>;
  readonly giveBack: ReturnType<typeof makeGiveBack>;
  readonly giveBacks: ReturnType<typeof makeListGiveBacks>;
  readonly read: ReturnType<typeof makeReadMoney>;
  readonly handIn: ReturnType<typeof makeHandInDoorMoney>;
  readonly atDoors: ReturnType<typeof makeListDoorMoney>;
  readonly remit: ReturnType<typeof makeRemit>;
  readonly cash: ReturnType<typeof makeReadCash>;
  readonly ledger: UnitOfWork;
}

type On<Operation extends keyof typeof contract> = Pick<Handlers<typeof contract>, Operation>;

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  ...shiftHandlers(on),
  ...remittanceHandlers(on),
  ...giveBackHandlers(on),
  ...electronicHandlers(on),
  takePayment: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    const { paymentRequest, collectedFor, moreThanDue, ...purses } = body;
    const asked = { dossierId, purses, paymentRequest, collectedFor, moreThanDue };
    return receipt(await on.take({ actor, idempotency, ...asked }), 201);
  },
  listDoorMoney: async ({ actor, query: { office, limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const found = await on.atDoors(actor, office, page);
    return shown(found, doorMoneyPage, 200);
  },
  handInDoorMoney: async ({ actor, idempotency, params, body: purses }) => {
    const shipmentId = params.shipmentId as ShipmentId;
    return receipt(await on.handIn({ actor, idempotency, shipmentId, purses }), 201);
  },
  readMoney: async ({ actor, params }) => {
    const found = await on.read(actor, params.dossierId as DossierId);
    return shown(found, moneyView, 200);
  },
});

const shiftHandlers = ({
  shifts,
  leftOpen,
  ledger,
}: UseCases): On<
  | 'listLeftOpen'
  | 'openShift'
  | 'readShift'
  | 'closeShift'
  | 'confirmShift'
  | 'settleDifference'
  | 'dropCash'
> => ({
  openShift: async ({ actor, idempotency, body }) =>
    shift(await shifts.open({ actor, idempotency, ...body }), 201),
  readShift: async ({ actor }) => {
    const open = await openShiftOf(ledger, actor.id);
    return open ? { status: 200, body: shiftView(open) } : refuse({ code: 'shift-unknown' });
  },
  listLeftOpen: async ({ actor, query }) => {
    const found = await leftOpen(actor, query.office);
    return found.ok ? { status: 200, body: { items: found.value.map(shiftView) } } : found;
  },
  closeShift: async ({ actor, idempotency, params, body }) => {
    const id = params.shiftId as ShiftId;
    const { count, explanation } = body;
    return shift(
      await shifts.close({ actor, idempotency, id, count: count as NoteCount, explanation }),
    );
  },
  confirmShift: async ({ actor, idempotency, params, body }) =>
    shift(await shifts.confirm({ actor, idempotency, id: params.shiftId as ShiftId, ...body })),
  settleDifference: async ({ actor, idempotency, params }) =>
    shift(await shifts.settle({ actor, idempotency, id: params.shiftId as ShiftId })),
  dropCash: async ({ actor, idempotency, body }) =>
    shift(await shifts.drop({ actor, idempotency, ...body })),
});

const remittanceHandlers = ({
  remit,
  cash,
}: UseCases): On<
  'readCash' | 'sendRemittance' | 'listRemittances' | 'readRemittance' | 'countRemittance'
> => ({
  readCash: async ({ actor, query }) => {
    const found = await cash.office(actor, query.office);
    return shown(found, cashView, 200);
  },
  sendRemittance: async ({ actor, idempotency, body }) => {
    const pouchId = body.pouchId as PouchId | undefined;
    return remittance(await remit.send({ actor, idempotency, agency: body.agency, pouchId }), 201);
  },
  listRemittances: async ({ actor, query: { state, limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const { items, next } = await cash.remittances(actor, state, page);
    const found = items.map(remittanceView);
    return { status: 200, body: { items: found, ...(next !== undefined && { next }) } };
  },
  readRemittance: async ({ actor, params }) =>
    remittance(await cash.remittance(actor, params.remittanceNumber)),
  countRemittance: async ({ actor, idempotency, params, body }) => {
    const number = params.remittanceNumber;
    return remittance(await remit.count({ actor, idempotency, number, purses: body }));
  },
});

const shift = <const Status extends 200 | 201 = 200>(
  outcome: Outcome<ShiftRecord>,
  status = 200 as Status,
) => shown(outcome, shiftView, status);

const receipt = <const Status extends 200 | 201 = 200>(
  outcome: Outcome<ReceiptRecord>,
  status = 200 as Status,
) => shown(outcome, receiptView, status);

const remittance = <const Status extends 200 | 201 = 200>(
  outcome: Outcome<Remittance>,
  status = 200 as Status,
) => shown(outcome, remittanceView, status);
