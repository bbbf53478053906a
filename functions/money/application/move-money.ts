import { routeOf } from '#application/acceptance.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  loadVisible,
  writeOf,
} from '#application/deciding.ts';
import { termsOncePaid } from '#application/terms-once-paid.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { isOverForGood } from '#domain/dossier/ending.ts';
import { agencyOnPapers } from '#domain/dossier/paper-number.ts';
import { payableAtCounter, receivePayment } from '#domain/dossier/steps/payment.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ReceiptId } from '#domain/identifiers/record-ids.ts';
import { negated, type Purses } from '#domain/money/purses.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import {
  type Booked,
  type CashBook,
  type Receipt,
  refund,
  reverse,
  take,
} from '#functions/money/domain/cash-book.ts';
import { withHandIn } from '#functions/money/domain/door-money.ts';
import {
  bookOf,
  movementBetween,
  movementsInShift,
  type ReceiptRecord,
  type ShiftRecord,
} from '#functions/money/domain/records.ts';
import { doorMoneyKind, receiptKind, shiftKind } from '#functions/money/records.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { Commit, DossierWrite, StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';
import { nextNumber } from './next-number.ts';
import { openShiftOf } from './work-shift.ts';

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
}

interface Request {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
}

type Taking = Request & {
  readonly dossierId: DossierId;
  readonly purses: Purses;
  /** The department's request that is met with it. */
  readonly paymentRequest?: number | undefined;
  /** Thu hộ: the agency that it is collected for, where that is not the dossier's own. */
  readonly collectedFor?: string | undefined;
};

type OfReceipt = Request & { readonly number: string; readonly reason: string };

/** Money across the counter: receipt and drawer say the same, or neither does. */
export const makeMoveMoney = (deps: Deps) => ({
  take: (request: Taking) =>
    decideOnce<ReceiptRecord>(deps, request.idempotency, (now) => taking(deps, request, now)),
  refund: (request: OfReceipt & { readonly purses: Purses }) =>
    decideOnce<ReceiptRecord>(deps, request.idempotency, () =>
      giveBack(deps, request, (book) => refund(book, { ...request, receipt: request.number })),
    ),
  reverse: (request: OfReceipt) =>
    decideOnce<ReceiptRecord>(deps, request.idempotency, () =>
      giveBack(deps, request, (book) => reverse(book, request.number, request.reason)),
    ),
});

/** The clerk's open drawer, as long as it can hold one more movement. */
export const drawerFor = async (
  ledger: UnitOfWork,
  actor: Staff,
): Promise<Outcome<ShiftRecord>> => {
  const shift = await openShiftOf(ledger, actor);
  if (!shift) return refuse({ code: 'shift-unknown' });
  return shift.movements.length < movementsInShift ? done(shift) : refuse({ code: 'shift-full' });
};

const taking = async (
  deps: Deps,
  { actor, dossierId, purses, paymentRequest, collectedFor }: Taking,
  now: Instant,
): Promise<Outcome<Attempt<ReceiptRecord>>> => {
  const found = await loadVisible(deps.ledger, actor, dossierId);
  if (!found.ok) return found;
  const shift = await drawerFor(deps.ledger, actor);
  if (!shift.ok) return shift;
  const { number, step } = await nextNumber(deps.ledger, 'BL', shift.value.office, now);
  const before = bookOf({ shift: shift.value });
  const agency = beneficiary(deps, found.value.dossier, { purses, collectedFor }, now);
  if (!agency.ok) return agency;
  const booked = take(before, { number, dossierId, agency: agency.value, purses });
  if (!booked.ok) return booked;
  const after: ReceiptRecord = {
    ...receiptIn(booked.value, number),
    id: deps.ids.next(now) as ReceiptId,
    version: 1,
    office: shift.value.office,
    shift: shift.value.id,
    takenAt: now,
    ...(paymentRequest !== undefined && { paymentRequest }),
  };
  const met = await meeting(deps, { actor, purses, paymentRequest }, after, found.value, now);
  if (!met.ok) return met;
  const movement = { shift: shift.value, before, booked: booked.value };
  const more = { dossiers: met.value, sequences: [step] };
  return movementWritten(movement, { before: undefined, after }, more);
};

/** A receipt for what the department asked for sends the dossier on in the same write. */
const meeting = async (
  deps: Deps,
  { actor, purses, paymentRequest }: Pick<Taking, 'actor' | 'purses' | 'paymentRequest'>,
  receipt: ReceiptRecord,
  stored: StoredDossier,
  now: Instant,
): Promise<Outcome<readonly DossierWrite[]>> => {
  if (paymentRequest === undefined) return done([]);
  const payable = payableAtCounter(stored.dossier, paymentRequest, purses);
  if (!payable.ok) return payable;
  const terms = await termsOncePaid(deps, stored.dossier, now);
  if (!terms.ok) return terms;
  const paid = { number: paymentRequest, office: receipt.office, receipt: receipt.number };
  const facts = receivePayment(stored.dossier, paid, terms.value);
  return facts.ok ? done([writeOf(stored, facts.value, { actor, now })]) : facts;
};

export const receiptIn = ({ book }: Booked, number: string): Receipt => {
  const receipt = book.receipts.get(number);
  if (!receipt) throw new Error(`no receipt ${number}`);
  return receipt;
};

/**
 * One receipt is one agency's: what is collected for another than the dossier's has its own, without
 * State money of the dossier's agency on it.
 */
const beneficiary = (
  deps: Deps,
  dossier: Dossier,
  { purses, collectedFor }: Pick<Taking, 'purses' | 'collectedFor'>,
  now: Instant,
): Outcome<string> => {
  if (collectedFor === undefined) return agencyOf(deps, dossier, now);
  if (!deps.catalogue.agency(collectedFor)) return refuse({ code: 'agency-unknown' });
  return purses.charge + purses.fee === 0 ? done(collectedFor) : refuse({ code: 'cod-apart' });
};

/** Whose State money it is: the department's, or before there is one, whoever will settle it. */
const agencyOf = ({ catalogue }: Deps, dossier: Dossier, now: Instant): Outcome<string> => {
  const known = agencyOnPapers(dossier);
  if (known !== undefined) return done(known);
  const route = routeOf(catalogue, dossier, now);
  return route.ok ? done(route.value.agency.id) : route;
};

const giveBack = async (
  deps: Deps,
  { actor, number }: OfReceipt,
  move: (book: CashBook) => Outcome<Booked>,
): Promise<Outcome<Attempt<ReceiptRecord>>> => {
  const id = await deps.ledger.findRecord(receiptKind, number);
  const kept = id === undefined ? undefined : await deps.ledger.record(receiptKind, id);
  if (!kept || kept.office !== actor.office) return refuse({ code: 'receipt-unknown' });
  if (await isNeeded(deps, kept)) return refuse({ code: 'receipt-bound' });
  const shift = await drawerFor(deps.ledger, actor);
  if (!shift.ok) return shift;
  const before = bookOf({ shift: shift.value, receipts: [kept] });
  const booked = move(before);
  if (!booked.ok) return booked;
  const { refunded, isReversed } = receiptIn(booked.value, number);
  const after = { ...kept, version: kept.version + 1, refunded, isReversed };
  return movementWritten(
    { shift: shift.value, before, booked: booked.value },
    { before: kept, after },
    { records: isReversed ? await owedAgain(deps.ledger, kept) : [] },
  );
};

/** What the department asked for is given back only once nothing more comes of the dossier. */
const isNeeded = async ({ ledger }: Deps, { paymentRequest, dossierId }: ReceiptRecord) => {
  if (paymentRequest === undefined) return false;
  const stored = await ledger.load(dossierId as DossierId);
  return stored !== undefined && !isOverForGood(stored.dossier);
};

/** A handing in that never was: who collected at the door owes it as before. */
const owedAgain = async (
  ledger: UnitOfWork,
  { shipment, number, taken }: ReceiptRecord,
): Promise<readonly RecordWrite[]> => {
  const door = shipment && (await ledger.record(doorMoneyKind, shipment));
  if (!door) return [];
  return [recordWrite(doorMoneyKind, door, withHandIn(door, number, negated(taken)))];
};

/** Receipt and drawer, and what else the movement changes. */
export const movementWritten = (
  { shift, before, booked }: { shift: ShiftRecord; before: CashBook; booked: Booked },
  receipt: { readonly before: ReceiptRecord | undefined; readonly after: ReceiptRecord },
  more: Partial<Pick<Commit, 'dossiers' | 'sequences' | 'records'>>,
): Outcome<Attempt<ReceiptRecord>> => {
  const movement = movementBetween(before, booked.book, receipt.after.number);
  const movements = [...shift.movements, movement];
  return done({
    result: receipt.after,
    commit: {
      ...more,
      records: [
        recordWrite(receiptKind, receipt.before, receipt.after),
        recordWrite(shiftKind, shift, { ...shift, version: shift.version + 1, movements }),
        ...(more.records ?? []),
      ],
    },
  });
};
