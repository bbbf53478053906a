import { routeOf } from '#application/acceptance.ts';
import { type AuthorisedDossier, loadToAct } from '#application/authority.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { termsOncePaid } from '#application/terms-once-paid.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { agencyOnPapers } from '#domain/dossier/paper-number.ts';
import { payableAtCounter, receivePayment } from '#domain/dossier/steps/payment.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ReceiptId } from '#domain/identifiers/record-ids.ts';
import type { Purses } from '#domain/money/purses.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { take } from '#functions/money/domain/cash-book.ts';
import { moreThanDue } from '#functions/money/domain/dues.ts';
import { bookOf, type ReceiptRecord } from '#functions/money/domain/records.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';
import type { DossierIndex, DossierWrite } from '#ports/unit-of-work.ts';
import { accountOf, accountWrite, type KeptAccount } from './dossier-account.ts';
import { drawerFor, movementWritten, receiptIn } from './drawer.ts';
import { nextNumber } from './next-number.ts';
import { wantReceipts } from './want-receipts.ts';

interface Deps extends Deciding {
  readonly index: DossierIndex;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
}

interface Taking {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly purses: Purses;
  /** The department's request that is met with it. */
  readonly paymentRequest?: number | undefined;
  /** Thu hộ: the agency that it is collected for, where that is not the dossier's own. */
  readonly collectedFor?: string | undefined;
  /** Why more is taken than the dossier owes. */
  readonly moreThanDue?: string | undefined;
}

/** Thu tại quầy: receipt and drawer say the same, or neither does. */
export const makeTakeMoney = (deps: Deps) => (request: Taking) =>
  decideOnce<ReceiptRecord>(deps, request.idempotency, (now) => taking(deps, request, now));

const taking = async (
  deps: Deps,
  { actor, dossierId, purses, paymentRequest, collectedFor, moreThanDue: word }: Taking,
  now: Instant,
): Promise<Outcome<Attempt<ReceiptRecord>>> => {
  const act = paymentRequest === undefined ? 'take-money' : 'take-payment';
  const found = await loadToAct(deps.ledger, act, actor, dossierId);
  if (!found.ok) return found;
  const shift = await drawerFor(deps.ledger, actor.id);
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
    ...(word !== undefined && { moreThanDue: word }),
  };
  const account = await accountOf(deps, dossierId);
  const excess = undue(found.value.dossier, account, { purses, paymentRequest, moreThanDue: word });
  if (excess) return excess;
  const met = await meeting(deps, { actor, purses, paymentRequest }, after, found.value, now);
  if (!met.ok) return met;
  const movement = { shift: shift.value, before, booked: booked.value };
  const wanted = await wantReceipts(deps.ledger, [after], now);
  const more = {
    dossiers: met.value,
    sequences: [step],
    records: [accountWrite(account, purses), ...wanted],
  };
  return movementWritten(movement, { before: undefined, after }, more);
};

/** More than is owed, without a word for it. What the department asked for is held against its request. */
const undue = (
  dossier: Dossier,
  { account }: KeptAccount,
  asked: Pick<Taking, 'purses' | 'paymentRequest' | 'moreThanDue'>,
): Refused | undefined =>
  asked.paymentRequest === undefined && asked.moreThanDue === undefined
    ? moreThanDue(dossier, account, asked.purses)
    : undefined;

/** A receipt for what the department asked for sends the dossier on in the same write. */
const meeting = async (
  deps: Deps,
  { actor, purses, paymentRequest }: Pick<Taking, 'actor' | 'purses' | 'paymentRequest'>,
  receipt: ReceiptRecord,
  stored: AuthorisedDossier,
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
