import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  loadVisible,
} from '#application/deciding.ts';
import { routeOf } from '#application/intake/acceptance.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { agencyOnPapers } from '#domain/dossier/paper-number.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ReceiptId } from '#domain/identifiers/record-ids.ts';
import { type Booked, type CashBook, refund, reverse, take } from '#domain/money/cash-book.ts';
import type { Purses } from '#domain/money/purses.ts';
import {
  bookOf,
  movementBetween,
  movementsInShift,
  type ReceiptRecord,
  type ShiftRecord,
} from '#domain/money/records.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { SequenceStep } from '#ports/dossier-ledger.ts';
import type { Ids } from '#ports/ids.ts';
import { nextNumber } from './next-number.ts';
import { openShiftOf } from './work-shift.ts';

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly catalogue: Catalogue;
}

interface Request {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
}

type OfReceipt = Request & { readonly number: string; readonly reason: string };

/** Money across the counter: receipt and drawer say the same, or neither does. */
export const makeMoveMoney = (deps: Deps) => ({
  take: (request: Request & { readonly dossierId: DossierId; readonly purses: Purses }) =>
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

const drawer = async (deps: Deps, actor: Staff): Promise<Outcome<ShiftRecord>> => {
  const shift = await openShiftOf(deps.ledger, actor);
  if (!shift) return refuse({ code: 'shift-unknown' });
  return shift.movements.length < movementsInShift ? done(shift) : refuse({ code: 'shift-full' });
};

const taking = async (
  deps: Deps,
  { actor, dossierId, purses }: Request & { dossierId: DossierId; purses: Purses },
  now: Instant,
): Promise<Outcome<Attempt<ReceiptRecord>>> => {
  const found = await loadVisible(deps.ledger, actor, dossierId);
  if (!found.ok) return found;
  const shift = await drawer(deps, actor);
  if (!shift.ok) return shift;
  const { number, step } = await nextNumber(deps.ledger, 'BL', shift.value.office, now);
  const before = bookOf({ shift: shift.value });
  const agency = agencyOf(deps, found.value.dossier, now);
  if (!agency.ok) return agency;
  const booked = take(before, { number, dossierId, agency: agency.value, purses });
  if (!booked.ok) return booked;
  const receipt = booked.value.book.receipts.get(number);
  if (!receipt) throw new Error(`no receipt ${number}`);
  const after: ReceiptRecord = {
    ...receipt,
    id: deps.ids.next(now) as ReceiptId,
    version: 1,
    office: shift.value.office,
    shift: shift.value.id,
    takenAt: now,
  };
  return both({ shift: shift.value, before, booked: booked.value }, undefined, after, [step]);
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
  const id = await deps.ledger.findRecord('receipt', number);
  const kept = id === undefined ? undefined : await deps.ledger.record('receipt', id);
  if (!kept || kept.office !== actor.office) return refuse({ code: 'receipt-unknown' });
  const shift = await drawer(deps, actor);
  if (!shift.ok) return shift;
  const before = bookOf({ shift: shift.value, receipts: [kept] });
  const booked = move(before);
  if (!booked.ok) return booked;
  const { refunded, isReversed } = booked.value.book.receipts.get(number) ?? kept;
  const after = { ...kept, version: kept.version + 1, refunded, isReversed };
  return both({ shift: shift.value, before, booked: booked.value }, kept, after, []);
};

const both = (
  { shift, before, booked }: { shift: ShiftRecord; before: CashBook; booked: Booked },
  kept: ReceiptRecord | undefined,
  receipt: ReceiptRecord,
  sequences: readonly SequenceStep[],
): Outcome<Attempt<ReceiptRecord>> => {
  const movement = movementBetween(before, booked.book, receipt.number);
  const movements = [...shift.movements, movement];
  return done({
    result: receipt,
    commit: {
      dossiers: [],
      sequences,
      records: [
        { kind: 'receipt', before: kept, after: receipt },
        {
          kind: 'shift',
          before: shift,
          after: { ...shift, version: shift.version + 1, movements },
        },
      ],
    },
  });
};
