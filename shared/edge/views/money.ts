import * as z from 'zod';
import type { DossierMoney } from '#application/money/read-money.ts';
import { drawerOf, type ReceiptRecord, type ShiftRecord } from '#domain/money/records.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';

/** Four kinds of money, never one amount; whole đồng. */
export const PursesShape = z.strictObject({
  charge: shape.dongs.default(0),
  fee: shape.dongs.default(0),
  postage: shape.dongs.default(0),
  cod: shape.dongs.default(0),
});

const Sums = z.object({ charge: z.int(), fee: z.int(), postage: z.int(), cod: z.int() });

export const ReceiptView = z.object({
  number: z.string(),
  dossierId: shape.ulid,
  agency: z.string(),
  taken: Sums,
  refunded: Sums,
  isReversed: z.boolean(),
  takenAt: shape.isoTime,
});

export const ShiftView = z.object({
  shiftId: shape.ulid,
  version: z.int(),
  office: z.string(),
  openedAt: shape.isoTime,
  floatVnd: z.int(),
  drawer: Sums,
  movements: z.int(),
  closing: z
    .object({
      expectedVnd: z.int(),
      countedVnd: z.int(),
      differenceVnd: z.int(),
      hints: z.array(z.record(z.string(), z.union([z.string(), z.int()]))),
      explanation: z.string().optional(),
      isConfirmed: z.boolean(),
    })
    .optional(),
});

export const MoneyView = z.object({
  due: z.object({ stateFeesVnd: z.int(), postageVnd: z.int() }),
  paid: Sums,
  refunded: Sums,
  receipts: z.array(ReceiptView),
});

export const receiptView = (receipt: ReceiptRecord): z.output<typeof ReceiptView> => {
  const { number, dossierId, agency, taken, refunded, isReversed, takenAt } = receipt;
  const at = isoVietnam(takenAt);
  return { number, dossierId, agency, taken, refunded, isReversed, takenAt: at };
};

export const shiftView = (shift: ShiftRecord): z.output<typeof ShiftView> => {
  const { id, version, office, openedAt, floatVnd, movements, closing } = shift;
  return {
    shiftId: id,
    version,
    office,
    openedAt: isoVietnam(openedAt),
    floatVnd,
    drawer: drawerOf(shift),
    movements: movements.length,
    ...(closing && { closing: closingView(closing) }),
  };
};

const closingView = ({
  balance,
  explanation,
  confirmedBy,
}: NonNullable<ShiftRecord['closing']>) => ({
  expectedVnd: balance.expectedVnd,
  countedVnd: balance.countedVnd,
  differenceVnd: balance.differenceVnd,
  hints: balance.hints.map((hint) => ({ ...hint })),
  ...(explanation !== undefined && { explanation }),
  isConfirmed: confirmedBy !== undefined,
});

export const moneyView = ({ due, paid, refunded, receipts }: DossierMoney) => ({
  due,
  paid,
  refunded,
  receipts: receipts.map(receiptView),
});
