import type { makeMoveMoney } from '#application/money/move-money.ts';
import type { makeReadMoney } from '#application/money/read-money.ts';
import { type makeWorkShift, openShiftOf } from '#application/money/work-shift.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ShiftId } from '#domain/identifiers/record-ids.ts';
import type { ReceiptRecord, ShiftRecord } from '#domain/money/records.ts';
import type { NoteCount } from '#domain/money/shift.ts';
import { type Outcome, refuse } from '#domain/refusal.ts';
import type { Handlers, Reply } from '#edge/call.ts';
import { moneyView, receiptView, shiftView } from '#edge/views/money.ts';
import type { DossierIndex, DossierLedger } from '#ports/dossier-ledger.ts';
import type { contract } from './contract.ts';

interface UseCases {
  readonly shifts: ReturnType<typeof makeWorkShift>;
  readonly money: ReturnType<typeof makeMoveMoney>;
  readonly read: ReturnType<typeof makeReadMoney>;
  readonly ledger: DossierLedger;
  readonly index: DossierIndex;
}

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  ...shiftHandlers(on),
  takePayment: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    return receipt(await on.money.take({ actor, idempotency, dossierId, purses: body }), 201);
  },
  readMoney: async ({ actor, params }) => {
    const found = await on.read(actor, params.dossierId as DossierId);
    return found.ok ? { status: 200, body: moneyView(found.value) } : found;
  },
  refundReceipt: async ({ actor, idempotency, params, body }) => {
    const number = params.receiptNumber;
    return receipt(await on.money.refund({ actor, idempotency, number, ...body }));
  },
  reverseReceipt: async ({ actor, idempotency, params, body }) => {
    const number = params.receiptNumber;
    return receipt(await on.money.reverse({ actor, idempotency, number, ...body }));
  },
});

type ShiftOperation = 'openShift' | 'readShift' | 'closeShift' | 'confirmShift';

const shiftHandlers = ({
  shifts,
  ...stores
}: UseCases): Pick<Handlers<typeof contract>, ShiftOperation> => ({
  openShift: async ({ actor, idempotency, body }) =>
    shift(await shifts.open({ actor, idempotency, ...body }), 201),
  readShift: async ({ actor }) => {
    const open = await openShiftOf(stores, actor);
    return open ? { status: 200, body: shiftView(open) } : refuse({ code: 'shift-unknown' });
  },
  closeShift: async ({ actor, idempotency, params, body }) => {
    const id = params.shiftId as ShiftId;
    const { count, explanation } = body;
    return shift(
      await shifts.close({ actor, idempotency, id, count: count as NoteCount, explanation }),
    );
  },
  confirmShift: async ({ actor, idempotency, params }) =>
    shift(await shifts.confirm({ actor, idempotency, id: params.shiftId as ShiftId })),
});

const shift = (outcome: Outcome<ShiftRecord>, status = 200): Reply =>
  outcome.ok ? { status, body: shiftView(outcome.value) } : outcome;

const receipt = (outcome: Outcome<ReceiptRecord>, status = 200): Reply =>
  outcome.ok ? { status, body: receiptView(outcome.value) } : outcome;
