import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { officeAsked } from '#domain/actor/office-asked.ts';
import { addWorkingDays, type CalendarBook } from '#domain/deadline/working-calendar.ts';
import { endOfWork } from '#domain/deadline/working-time.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { ReceiptId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { Purses } from '#domain/money/purses.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { handIn } from '#functions/money/domain/cash-book.ts';
import { type DoorMoney, withHandIn } from '#functions/money/domain/door-money.ts';
import { bookOf, type ReceiptRecord } from '#functions/money/domain/records.ts';
import { doorMoneyKind } from '#functions/money/records.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ids } from '#ports/ids.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, Page, PageAsk, UnitOfWork } from '#ports/unit-of-work.ts';
import { accountOf, accountWrite } from './dossier-account.ts';
import { drawerFor, movementWritten, receiptIn } from './drawer.ts';
import { nextNumber } from './next-number.ts';
import { wantReceipts } from './want-receipts.ts';

export interface HandIn {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly shipmentId: ShipmentId;
  readonly purses: Purses;
}

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly index: DossierIndex;
}

/**
 * Nộp tiền thu khi phát: what was paid at the door lies in the clerk's drawer from now on, with a biên lai
 * for the agency whose money it is. A part is taken too; the rest is still owed.
 */
export const makeHandInDoorMoney = (deps: Deps) => (request: HandIn) =>
  decideOnce<ReceiptRecord>(deps, request.idempotency, (now) => handingIn(deps, request, now));

const handingIn = async (
  { ledger, ids, index }: Deps,
  { actor, shipmentId, purses }: HandIn,
  now: Instant,
): Promise<Outcome<Attempt<ReceiptRecord>>> => {
  const door = await ledger.record(doorMoneyKind, shipmentId);
  if (!door || door.office !== actor.office) return refuse({ code: 'door-money-unknown' });
  const shift = await drawerFor(ledger, actor.id);
  if (!shift.ok) return shift;
  const { number, step } = await nextNumber(ledger, 'BL', door.office, now);
  const before = bookOf({ shift: shift.value, door });
  const { agency, dossierId, debtor } = door;
  const booked = handIn(before, { number, dossierId, agency, debtor, purses });
  if (!booked.ok) return booked;
  const account = await accountOf({ ledger, index }, dossierId);
  const receipt: ReceiptRecord = {
    ...receiptIn(booked.value, number),
    id: ids.next(now) as ReceiptId,
    version: 1,
    office: door.office,
    shift: shift.value.id,
    takenAt: now,
    shipment: shipmentId,
  };
  return movementWritten(
    { shift: shift.value, before, booked: booked.value },
    { before: undefined, after: receipt },
    {
      sequences: [step],
      records: [
        recordWrite(doorMoneyKind, door, withHandIn(door, number, purses)),
        accountWrite(account, purses),
        ...(await wantReceipts(ledger, [receipt], now)),
      ],
    },
  );
};

export interface OwedMoney extends DoorMoney {
  /** The end of the next working day after the delivery; absent where its year has no calendar yet. */
  readonly handInBy?: Instant;
  readonly isLate: boolean;
}

interface Reading {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
  readonly clock: Clock;
  readonly calendars: Calendars;
}

/**
 * Money of delivered parcels that lies in no drawer, the oldest first: of the clerk's office, what a courier
 * has in the own pocket, or with a supervisor of any office. One working day is our own rule: no law names
 * a time, and a drawer is closed each day.
 */
export const makeListDoorMoney =
  ({ ledger, index, clock, calendars }: Reading) =>
  async (
    actor: Staff,
    office: string | undefined,
    page: PageAsk,
  ): Promise<Outcome<Page<OwedMoney>>> => {
    const whose = officeAsked(actor, office);
    if (!whose.ok) return whose;
    const { items, next } =
      whose.value === undefined
        ? await index.listedSecond(doorMoneyKind, 'all', page)
        : await index.listed(doorMoneyKind, whose.value, page);
    const [book, ...found] = await Promise.all([
      calendars.current(),
      ...items.map((id) => ledger.record(doorMoneyKind, id)),
    ]);
    return done({
      items: found
        .filter((money) => money !== undefined)
        .filter(({ debtor }) => seesAll(actor) || debtor === actorName(actor))
        .map((money) => ({ ...money, ...limitOf(money, book, clock.now()) })),
      ...(next !== undefined && { next }),
    });
  };

const seesAll = (actor: Staff): boolean => actor.role === 'supervisor' || actor.role === 'clerk';

const limitOf = ({ collectedAt }: DoorMoney, book: CalendarBook, now: Instant) => {
  const day = addWorkingDays(book, dayOf(collectedAt), 1);
  if (!day.ok) return { isLate: false };
  const handInBy = endOfWork(book, day.value);
  return { handInBy, isLate: now > handInBy };
};
