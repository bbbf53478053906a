import { heldBy } from '#domain/custody/holding.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Applications } from './apply.ts';
import type { Dossier } from './dossier.ts';
import { atDepartment, withoutLease } from './evolve-desk.ts';
import type { PaymentEnd } from './payment.ts';
import { acceptanceOf, lastPaymentOf } from './required.ts';

/** A post office that came in for the payment alone holds no papers and sees the dossier no more. */
const withoutGuest = (dossier: Dossier): Dossier => {
  const { guestOffice = '', ...rest } = dossier;
  const hasPapers = heldBy(dossier.custody, { kind: 'office', id: guestOffice }).length > 0;
  return hasPapers ? dossier : rest;
};

/** The case goes on where it stood: in the inbox, for any officer to take up. */
const goesOn = (dossier: Dossier, end: PaymentEnd, terms: { readonly dueAt?: Instant } & Terms) => {
  const { payments = [] } = dossier;
  const asked = lastPaymentOf(dossier);
  const { dueAt: _, ...rest } = acceptanceOf(dossier);
  const { dueAt, calendarVersions } = terms;
  return {
    ...withoutGuest(atDepartment(dossier, { inbox: 'waiting' })),
    status: asked.askedIn,
    payments: [...payments.slice(0, -1), { ...asked, end }],
    acceptance: { ...rest, calendarVersions, ...(dueAt !== undefined && { dueAt }) },
  };
};

interface Terms {
  readonly calendarVersions: readonly string[];
}

/** Facts of a request for payment (status 6). */
export const paymentApplications: Applications<
  'payment-requested' | 'payment-received' | 'payment-confirmed' | 'payment-cancelled'
> = {
  'payment-requested': (dossier, fact, { recordedAt }) => {
    const { type: _, leaseNo: __, agency: ___, ...asked } = fact;
    const request = { ...asked, requestedAt: recordedAt, askedIn: dossier.status };
    return {
      ...withoutLease(atDepartment(dossier, { inbox: 'with-citizen' })),
      status: 'payment-requested',
      payments: [...(dossier.payments ?? []), request],
    };
  },
  'payment-received': (dossier, { receipt, office, ...terms }, { recordedAt: at }) =>
    goesOn(dossier, { how: 'received', receipt, office, at }, terms),
  'payment-confirmed': (dossier, { reference, ...terms }, { recordedAt: at }) =>
    goesOn(dossier, { how: 'confirmed', reference, at }, terms),
  'payment-cancelled': (dossier, { reason, ...terms }, { recordedAt: at }) =>
    goesOn(dossier, { how: 'cancelled', reason, at }, terms),
};
