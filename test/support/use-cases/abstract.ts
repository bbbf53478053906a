import { stateOf } from '#domain/dossier/assignments.ts';
import { unanswered } from '#domain/dossier/correction.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { oldPapersOutstanding, oldPapersWithPost } from '#domain/dossier/old-papers.ts';
import { isLeasedAt } from '#domain/dossier/steps/lease.ts';
import type { LostResult } from '#domain/handover/lost-result.ts';
import { type Pouch, pouchState } from '#domain/handover/pouch.ts';
import { isNothing } from '#domain/money/purses.ts';
import { numbersIn } from '#domain/offline/temporary-block.ts';
import { untimelyOpen } from '#domain/offline/untimely.ts';
import { papersShown, type Scan } from '#domain/scan/scan.ts';
import { deliveryState } from '#domain/shipment/delivery.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { complaintKind } from '#functions/complaints/records.ts';
import { deviceKind } from '#functions/devices/records.ts';
import { temporaryBlockKind } from '#functions/intake/records.ts';
import { owedAtDoor } from '#functions/money/domain/door-money.ts';
import { giveBackState } from '#functions/money/domain/give-back.ts';
import { remittanceState, type ShiftRecord, shiftState } from '#functions/money/domain/records.ts';
import {
  doorMoneyKind,
  giveBackKind,
  receiptKind,
  remittanceKind,
  shiftKind,
} from '#functions/money/records.ts';
import { sendAt } from '#functions/notifications/domain/quiet-hours.ts';
import { nationalSyncKind } from '#functions/portal/records.ts';
import { officeQueueKind } from '#functions/queueing/records.ts';
import type { ReturnOrder } from '#functions/returns/domain/return-order.ts';
import { orderTakeBackKind, returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import { ratedMarkKind } from '#functions/satisfaction/records.ts';
import { amendmentKind, lostResultKind, pouchKind } from '#ports/kernel-records.ts';
import { type Place, placeOf } from './command.ts';
import type { Stand } from './stand.ts';

const isSet = (value: unknown): boolean => value !== undefined;

const isSome = (all: readonly unknown[]): boolean => all.length > 0;

const judgedOf = (scan: Scan | undefined): number | undefined =>
  scan?.state === 'quarantined' && scan.files ? (scan.judged ?? []).length : undefined;

/** Where the case stands and who has it, and beside that, apart from each other, what is open in it. */
const caseOf = (dossier: Dossier, { now }: Place) => {
  const { status, department, supplements, assignments, scans, payments } = dossier;
  const where = [status, department?.inbox];
  const asked = supplements.at(-1);
  const result = scans.findLast(({ purpose }) => purpose === 'result');
  const kind = [dossier.procedure.code, dossier.intakeMode];
  return {
    desk: [
      ...where,
      ...kind,
      dossier.acceptance ? 'accepted' : papersShown(scans).length > 0,
      result?.state,
      department?.agency,
      department?.lease && isLeasedAt(department, now),
      isSet(department?.acknowledgedAt),
    ],
    supplement: [
      ...where,
      asked && [isSet(asked.receivedAt), asked.answerBy < dayOf(now)],
      isSet(dossier.guestOffice),
    ],
    payment: [...where, payments?.at(-1)?.kind, payments?.at(-1)?.end?.how],
    task: [...where, assignments.slice(0, 1).map((each) => [stateOf(each), isSet(each.lease)])],
    end: [
      ...where,
      ...kind,
      dossier.ending?.why,
      isSet(dossier.proposal),
      isSet(dossier.extension),
      isSet(dossier.prolongations),
      dossier.decision?.outcome,
      department?.lease?.holder.startsWith('leader'),
    ],
    hold: [isSet(dossier.hold)],
    scan: [
      status,
      ...kind,
      scans.at(-1)?.purpose,
      scans.at(-1)?.state,
      scans.at(-1)?.component,
      judgedOf(scans.at(-1)),
    ],
  };
};

const handsOf = (dossier: Dossier | undefined, { newest }: Place) => {
  const pouch = newest(pouchKind);
  const isPacked = isSet(dossier?.pouch);
  return {
    custody: [
      dossier?.status,
      [...new Set(dossier?.custody.map(({ holder }) => holder.kind))].sort(),
      isSet(dossier?.slip),
      isPacked,
      dossier && [oldPapersOutstanding(dossier), oldPapersWithPost(dossier)].map(isSome),
    ],
    pouch: pouch && [
      dossier?.status,
      isSet(dossier?.slip),
      pouch.to.kind,
      pouchState(pouch),
      [pouch.lines, pouch.orders ?? []].map(isSome),
      isSet(pouch.giver),
      pouch.count?.lines[0]?.verdict ?? pouch.count?.orders?.[0]?.verdict,
      isPacked,
    ],
  };
};

const lossOf = (dossier: Dossier | undefined, lost: LostResult | undefined) =>
  lost && [dossier?.status, lost.about, isSet(lost.found), lost.ended?.how];

const orderHandsOf = (order: ReturnOrder | undefined, pouch: Pouch | undefined) =>
  order && [
    order.state,
    order.holder.kind,
    isSet(order.pouch),
    isSet(order.collectOnDelivery),
    pouch && [pouch.to.kind, pouchState(pouch), isSet(pouch.giver)],
    pouch?.count?.orders?.[0]?.verdict,
  ];

const wayBackOf = (dossier: Dossier | undefined, { newest }: Place) => {
  const [shipment, order] = [newest(shipmentKind), newest(returnOrderKind)];
  const { deliveredAt, returnedAt, heldAt } = dossier?.delivery ?? {};
  const way = shipment && [isSet(shipment.returnOrder), deliveryState(shipment.events).state];
  const label = [shipment?.announcement?.state, shipment?.ended?.how];
  return {
    delivery: [dossier?.status, [deliveredAt, returnedAt, heldAt].map(isSet), way],
    parcel: way && [way, label],
    pickUp: [dossier?.status, isSet(dossier?.authorisation), isSet(dossier?.pickUp)],
    order: [order?.state, order?.holder.kind, isSet(order?.collectOnDelivery), way],
    orderHands: orderHandsOf(order, newest(pouchKind)),
    loss: lossOf(dossier, newest(lostResultKind)),
    orderLabel: [order?.state, label],
    takeBack: [
      order?.state,
      newest(orderTakeBackKind)?.lines.map(({ outcome, received }) => [outcome, isSet(received)]),
    ],
  };
};

const moneyOf = ({ newest, dossier }: Place) => {
  const [shift, receipt, remittance] = [
    newest(shiftKind),
    newest(receiptKind),
    newest(remittanceKind),
  ];
  const giveBack = newest(giveBackKind);
  const { isReversed, refunded, remittance: sent } = receipt ?? {};
  const drawer = shift && shiftState(shift);
  return {
    shift: shift && [
      isSet(dossier),
      dossier?.status === 'payment-requested',
      drawer,
      shift.movements.length > 0,
      shift.droppedVnd > 0,
      shift.closing?.balance.differenceVnd === 0,
      isSet(shift.closing?.settledBy),
    ],
    receipt: receipt && [drawer, isReversed, refunded && refunded.fee > 0, isSet(sent)],
    giveBack: giveBack && [
      drawer,
      giveBack.kind,
      giveBackState(giveBack),
      isReversed,
      isSet(sent),
      shift && isSet(shift.closing?.correctedVnd),
    ],
    remittance: [
      drawer,
      isSet(dossier?.pouch),
      receipt && !isReversed && !sent,
      remittance && [remittanceState(remittance), isSet(remittance.pouch)],
    ],
  };
};

/** What stands beside the dossiers: slips for when the line is down, the queue, the national copy. */
const besideOf = (dossier: Dossier | undefined, { newest }: Place) => {
  const [block, queue, sync] = [
    newest(temporaryBlockKind),
    newest(officeQueueKind),
    newest(nationalSyncKind),
  ];
  const [door, device] = [newest(doorMoneyKind), newest(deviceKind)];
  const states = (['blank', 'used', 'void'] as const).map(
    (state) => block && numbersIn(block, state).length > 0,
  );
  return {
    block: block && [states, isSet(block.closing), untimelyOpen(block).length > 0],
    queue: queue && [
      isSet(dossier),
      queue.waiting.length > 0,
      Object.values(queue.serving).map(({ dossiers, calls }) => [dossiers.length > 0, calls]),
      queue.absent.length > 0,
      queue.served > 0,
    ],
    sync: sync && [dossier?.status, sync.state, isSet(sync.pushing), sync.tries > 0],
    door: door && [isNothing(owedAtDoor(door)), shiftOf(newest(shiftKind))],
    device: device && [isSet(device.credential), isSet(device.revocation)],
    rated: [isSet(newest(ratedMarkKind)), isSet(dossier?.acceptance)],
    corrections: dossier && [dossier.status, unanswered(dossier.corrections).at(-1)?.state],
    complaints: [isSet(newest(complaintKind)), isSet(newest(complaintKind)?.answer)],
  };
};

const shiftOf = (shift: ShiftRecord | undefined) => shift && shiftState(shift);

const messagesOf = ({ stand, now }: Place) => {
  const last = [...stand.sms.values()].at(-1);
  return [
    stand.unpublished.size > 0,
    sendAt(now) > now,
    last && [
      last.sms.state,
      last.expectedBy !== undefined && last.expectedBy <= now,
      last.sms.call && isSet(last.sms.call.settled),
    ],
  ];
};

const calendarOf = (dossier: Dossier | undefined, { newest }: Place) => {
  const amendment = newest(amendmentKind);
  return [dossier?.status, amendment && [isSet(amendment.confirmed), isSet(amendment.announcedAt)]];
};

/**
 * What tells two stands apart for the commands, machine by machine and not as their product: case and
 * scans, custody, delivery, money, messages, calendar (design §4). Texts, times and repetitions do not.
 */
export const abstractions = (stand: Stand): readonly string[] => {
  const place = placeOf(stand);
  const { dossier } = place;
  return Object.entries({
    ...(dossier && caseOf(dossier, place)),
    ...wayBackOf(dossier, place),
    ...handsOf(dossier, place),
    ...moneyOf(place),
    ...besideOf(dossier, place),
    messages: messagesOf(place),
    calendar: calendarOf(dossier, place),
  }).map(([machine, state]) => `${machine} ${JSON.stringify(state)}`);
};

/** A second dossier would be the first one's twin; a long chain of one thing leads nowhere new. */
export const isWorthFollowing = (stand: Stand): boolean =>
  stand.dossiers.size <= 1 && stand.records.size <= 24 && callsIn(stand) <= 4;

const callsIn = (stand: Stand): number => {
  const serving = placeOf(stand).newest(officeQueueKind)?.serving ?? {};
  return Math.max(0, ...Object.values(serving).map(({ calls }) => calls));
};
