import * as z from 'zod';
import { nothing, plus } from '#domain/money/purses.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { OfficeCash } from '#functions/money/application/read-cash.ts';
import type { DossierMoney } from '#functions/money/application/read-money.ts';
import { owedAtDoor } from '#functions/money/domain/door-money.ts';
import {
  type ReceiptRecord,
  type Remittance,
  remittanceState,
  remittanceStates,
  type ShiftRecord,
  shiftState,
  shiftStates,
  unsettledOf,
} from '#functions/money/domain/records.ts';
import { cashExpected, drawerOf } from '#functions/money/domain/shift.ts';
import { ElectronicView, electronicView } from './electronic.ts';

/** Four kinds of money, never one amount; whole đồng. */
export const PursesShape = z.strictObject({
  charge: shape.dongs.default(0),
  fee: shape.dongs.default(0),
  postage: shape.dongs.default(0),
  cod: shape.dongs.default(0),
});

export const Sums = z.object({ charge: z.int(), fee: z.int(), postage: z.int(), cod: z.int() });

export const ReceiptView = z.object({
  number: z.string(),
  dossierId: shape.ulid,
  agency: z.string(),
  taken: Sums,
  refunded: Sums,
  isReversed: z.boolean(),
  takenAt: shape.isoTime,
  /** The department's request that it met. */
  paymentRequest: z.int().optional(),
  /** Why more was taken than the dossier owed. */
  moreThanDue: z.string().optional(),
  /** The mistyped receipt that it stands for. */
  replaces: z.string().optional(),
  /** The remittance that took it to the agency. */
  remittance: z.string().optional(),
  /** Collected at the delivery of this parcel, and handed in by whom. */
  shipmentId: shape.ulid.optional(),
  debtor: z.string().optional(),
});

/** With its biên lai điện tử, where phí or lệ phí were taken. */
const SeenReceipt = ReceiptView.extend({ electronic: ElectronicView.optional() });

export const ShiftView = z.object({
  shiftId: shape.ulid,
  version: z.int(),
  office: z.string(),
  clerk: z.string(),
  clerkName: z.string().optional(),
  state: z.enum(shiftStates),
  openedAt: shape.isoTime,
  floatVnd: z.int(),
  /** Each purse as taken and given back; one may be below nothing, where the float paid for it. */
  drawer: Sums,
  droppedVnd: z.int(),
  /** The notes that should lie in the drawer. */
  cashVnd: z.int(),
  movements: z.int(),
  closing: z
    .object({
      expectedVnd: z.int(),
      countedVnd: z.int(),
      differenceVnd: z.int(),
      hints: z.array(z.record(z.string(), z.union([z.string(), z.int()]))),
      explanation: z.string().optional(),
      /** Who counted: the clerk, or another where the clerk was not there. */
      countedBy: z.string(),
      confirmedBy: z.string().optional(),
      isConfirmed: z.boolean(),
      isSettled: z.boolean(),
      /** What is still to be paid in (below nothing) or booked, corrections counted. */
      unsettledVnd: z.int(),
    })
    .optional(),
});

export const CashView = z.object({
  office: z.string(),
  /** Of confirmed shifts, not yet remitted. */
  safe: Sums,
  /** Missing (below nothing) or too much in closed drawers, not settled yet. */
  differenceVnd: z.int(),
  /** Collected at doors by couriers and not handed in yet. */
  atDoors: Sums,
  /** From drawers that are open. */
  droppedVnd: z.int(),
  open: z.array(ShiftView),
  unconfirmed: z.array(ShiftView),
});

export const RemittanceView = z.object({
  number: z.string(),
  version: z.int(),
  state: z.enum(remittanceStates),
  office: z.string(),
  agency: z.string(),
  pouchId: shape.ulid.optional(),
  sentAt: shape.isoTime,
  purses: Sums,
  /** The post's own, which stays with it. */
  postageVnd: z.int(),
  lines: z.array(z.object({ receipt: z.string(), dossierId: shape.ulid, purses: Sums })),
  counts: z.array(z.object({ at: shape.isoTime, by: z.string(), purses: Sums })),
});

export const MoneyView = z.object({
  due: z.object({ stateFeesVnd: z.int(), postageVnd: z.int() }),
  outstanding: z.object({ stateFeesVnd: z.int(), postageVnd: z.int() }),
  paid: Sums,
  refunded: Sums,
  /** The papers came late: so much postage is still to be given back (NĐ 47/2011 art. 25(2)). */
  lateRefund: z.object({ since: shape.isoTime, postageVnd: z.int() }).optional(),
  receipts: z.array(SeenReceipt),
});

export const receiptView = (receipt: ReceiptRecord): z.output<typeof ReceiptView> => {
  const { number, dossierId, agency, taken, refunded, isReversed, takenAt } = receipt;
  const { paymentRequest, remittance } = receipt;
  return {
    number,
    dossierId,
    agency,
    taken,
    refunded,
    isReversed,
    takenAt: isoVietnam(takenAt),
    ...(paymentRequest !== undefined && { paymentRequest }),
    ...(remittance !== undefined && { remittance }),
    ...(receipt.moreThanDue !== undefined && { moreThanDue: receipt.moreThanDue }),
    ...(receipt.replaces !== undefined && { replaces: receipt.replaces }),
    ...(receipt.shipment && { shipmentId: receipt.shipment }),
    ...(receipt.debtor !== undefined && { debtor: receipt.debtor }),
  };
};

export const shiftView = (shift: ShiftRecord): z.output<typeof ShiftView> => {
  const { id, version, office, clerk, openedAt, floatVnd, droppedVnd, movements, closing } = shift;
  return {
    shiftId: id,
    version,
    office,
    clerk,
    ...(shift.clerkName !== undefined && { clerkName: shift.clerkName }),
    state: shiftState(shift),
    openedAt: isoVietnam(openedAt),
    floatVnd,
    drawer: drawerOf(shift),
    droppedVnd,
    cashVnd: cashExpected(shift),
    movements: movements.length,
    ...(closing && { closing: closingView(closing) }),
  };
};

const closingView = ({
  balance,
  explanation,
  confirmedBy,
  ...closing
}: NonNullable<ShiftRecord['closing']>) => ({
  expectedVnd: balance.expectedVnd,
  countedVnd: balance.countedVnd,
  differenceVnd: balance.differenceVnd,
  hints: balance.hints.map((hint) => ({ ...hint })),
  ...(explanation !== undefined && { explanation }),
  countedBy: closing.by,
  ...(confirmedBy !== undefined && { confirmedBy }),
  isConfirmed: confirmedBy !== undefined,
  isSettled: unsettledOf({ balance, ...closing }) === 0,
  unsettledVnd: unsettledOf({ balance, ...closing }),
});

export const cashView = ({ safe, atDoors, shifts }: OfficeCash): z.output<typeof CashView> => ({
  office: safe.id,
  safe: safe.purses,
  differenceVnd: safe.differenceVnd,
  droppedVnd: safe.droppedVnd,
  atDoors: atDoors.map(owedAtDoor).reduce(plus, nothing),
  open: shifts.open.map(shiftView),
  unconfirmed: shifts.unconfirmed.map(shiftView),
});

export const remittanceView = (remittance: Remittance): z.output<typeof RemittanceView> => {
  const { number, version, office, agency, pouch, sent, purses, postageVnd, lines, counts } =
    remittance;
  return {
    number,
    version,
    state: remittanceState(remittance),
    office,
    agency,
    ...(pouch && { pouchId: pouch }),
    sentAt: isoVietnam(sent.at),
    purses,
    postageVnd,
    lines: lines.map((line) => ({ ...line })),
    counts: counts.map(({ at, by, purses: counted }) => ({
      at: isoVietnam(at),
      by,
      purses: counted,
    })),
  };
};

export const moneyView = ({
  due,
  outstanding,
  paid,
  refunded,
  receipts,
  electronic,
  lateRefund,
}: DossierMoney) => ({
  due,
  outstanding,
  paid,
  refunded,
  ...(lateRefund && {
    lateRefund: { ...lateRefund, since: isoVietnam(lateRefund.since) },
  }),
  receipts: receipts.map((receipt) => {
    const known = electronic.get(receipt.id);
    return { ...receiptView(receipt), ...(known && { electronic: electronicView(known) }) };
  }),
});
