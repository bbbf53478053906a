import type { Staff } from '#domain/actor/actor.ts';
import { lastDayFrom } from '#domain/deadline/last-day.ts';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { uncountable } from '#domain/money/cash.ts';
import { nothing, type Purses, parseDong, purseNames } from '#domain/money/purses.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { TermsOn } from '../appointment.ts';
import type { Dossier } from '../dossier.ts';
import { openPayment, type PaymentAsked, type PaymentRequest } from '../payment.ts';
import { departmentOf } from '../required.ts';
import { type LeaseClaim, unfit } from './lease.ts';
import { type Decision, forbidden } from './step.ts';
import { answerDay } from './supplement.ts';

/**
 * Yêu cầu thực hiện nghĩa vụ tài chính (status 6). The lease ends, the clock stops, and nothing is decided
 * before it is paid or the department cancels it.
 */
export const requestPayment = (
  dossier: Dossier,
  claim: LeaseClaim,
  asked: PaymentAsked,
  book: CalendarBook,
): Decision => {
  const refused =
    forbidden('request-payment', dossier.status) ?? unfit(dossier, claim) ?? unpayable(asked);
  if (refused) return refused;
  const payBy = answerDay(book, asked.payBy, dayOf(claim.now));
  if (!payBy.ok) return payBy;
  return done([
    {
      type: 'payment-requested',
      number: (dossier.payments ?? []).length + 1,
      leaseNo: claim.leaseNo,
      agency: departmentOf(dossier).agency,
      ...asked,
      payBy: payBy.value,
      requestedBy: claim.holder,
    },
  ]);
};

const unpayable = (asked: PaymentAsked): Refused | undefined => {
  const amount = parseDong(asked.amountVnd);
  if (!amount.ok) return amount;
  if (amount.value === 0) return refuse({ code: 'amount-invalid' });
  const odd = asked.ways.includes('counter') ? uncountable(amount.value) : undefined;
  if (odd) return odd;
  const { kind, ways, instructions } = asked;
  const isTaxAtCounter = kind === 'tax' && ways.includes('counter');
  const isUntold = ways.includes('treasury') && instructions === undefined;
  return ways.length === 0 || isTaxAtCounter || isUntold
    ? refuse({ code: 'payment-way-invalid' })
    : undefined;
};

const open = (
  dossier: Dossier,
  step: 'settle-payment' | 'expire-payment',
  number?: number,
): Outcome<PaymentRequest> => {
  const refused = forbidden(step, dossier.status);
  if (refused) return refused;
  const request = openPayment(dossier);
  return request && (number === undefined || number === request.number)
    ? done(request)
    : refuse({ code: 'payment-unknown' });
};

/** What the counter must take for the open request: that and nothing else, in its own purse. */
export const payableAtCounter = (
  dossier: Dossier,
  number: number,
  purses: Purses,
): Outcome<PaymentRequest> => {
  const found = open(dossier, 'settle-payment', number);
  if (!found.ok) return found;
  const { kind, amountVnd, ways } = found.value;
  if (kind === 'tax' || !ways.includes('counter')) return refuse({ code: 'payment-way-invalid' });
  const wanted = { ...nothing, [kind]: amountVnd };
  return purseNames.every((name) => purses[name] === wanted[name])
    ? found
    : refuse({ code: 'payment-differs', kind, amountVnd });
};

/** Đã nộp tại bưu cục: receipt and request are met in one write. */
export const receivePayment = (
  dossier: Dossier,
  paid: { readonly number: number; readonly office: string; readonly receipt: string },
  terms: TermsOn,
): Decision => {
  const found = open(dossier, 'settle-payment', paid.number);
  return found.ok ? done([{ type: 'payment-received', ...paid, ...terms }]) : found;
};

/** Đã nộp vào kho bạc: the department that asked has seen the money arrive. */
export const confirmPayment = (
  dossier: Dossier,
  staff: Staff,
  { number, reference }: { readonly number: number; readonly reference: string },
  terms: TermsOn,
): Decision => {
  const found = ownRequest(dossier, staff, number);
  if (!found.ok) return found;
  const { agency, id } = found.value;
  return done([
    { type: 'payment-confirmed', number, agency, reference, confirmedBy: id, ...terms },
  ]);
};

/** Hủy yêu cầu: asked in error, or remitted by law; with its reason. */
export const cancelPayment = (
  dossier: Dossier,
  staff: Staff,
  { number, reason }: { readonly number: number; readonly reason: string },
  terms: TermsOn,
): Decision => {
  const found = ownRequest(dossier, staff, number);
  if (!found.ok) return found;
  const { agency, id } = found.value;
  return done([{ type: 'payment-cancelled', number, agency, reason, cancelledBy: id, ...terms }]);
};

/** Only who works on the dossier says that it is paid; who holds some of its papers does not. */
const ownRequest = (
  dossier: Dossier,
  { agency, id }: Staff,
  number: number,
): Outcome<{ readonly agency: string; readonly id: string }> => {
  if (agency === undefined || dossier.department?.agency !== agency)
    return refuse({ code: 'dossier-unknown' });
  const found = open(dossier, 'settle-payment', number);
  return found.ok ? done({ agency, id }) : found;
};

/** Hết hạn nộp: nobody paid in time (status 8). */
export const expirePayment = (dossier: Dossier, now: Instant, book: CalendarBook): Decision => {
  const found = open(dossier, 'expire-payment');
  if (!found.ok) return found;
  const { payBy, reason } = found.value;
  const last = lastDayFrom(book, payBy);
  if (!last.ok) return last;
  if (dayOf(now) <= last.value) return refuse({ code: 'supplement-runs' });
  return done([
    {
      type: 'dossier-stopped',
      agency: departmentOf(dossier).agency,
      why: 'payment-expired',
      reason,
      stoppedBy: 'system',
    },
  ]);
};
