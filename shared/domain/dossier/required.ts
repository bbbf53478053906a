import type { Instant } from '#domain/time/instant.ts';
import type { Acceptance, Delivery, DepartmentSide, Dossier, Ending, Lease } from './dossier.ts';

/** Throws where a step was let through that the dossier cannot take: no `decide` leads there. */
const required = <T>(part: T | undefined, { id }: Dossier, lacking: string): T => {
  if (part === undefined) throw new Error(`${id} ${lacking}`);
  return part;
};

export const departmentOf = (dossier: Dossier): DepartmentSide =>
  required(dossier.department, dossier, 'is at no department');

export const leaseOf = (dossier: Dossier): Lease =>
  required(dossier.department?.lease, dossier, 'is leased to nobody');

export const acceptanceOf = (dossier: Dossier): Acceptance =>
  required(dossier.acceptance, dossier, 'is not accepted');

/** Of a case that somebody works on: nothing is waited for, so its term has an end. */
export const countedDueOf = (dossier: Dossier, due: { readonly dueAt?: Instant }): Instant =>
  required(due.dueAt, dossier, 'stands still');

export const lastSupplementOf = (dossier: Dossier): Dossier['supplements'][number] =>
  required(dossier.supplements.at(-1), dossier, 'is asked for nothing');

export const paymentsOf = (dossier: Dossier): NonNullable<Dossier['payments']> =>
  required(dossier.payments, dossier, 'is asked to pay nothing');

export const lastPaymentOf = (dossier: Dossier): NonNullable<Dossier['payments']>[number] =>
  required(dossier.payments?.at(-1), dossier, 'is asked to pay nothing');

export const deliveryOf = (dossier: Dossier): Delivery =>
  required(dossier.delivery, dossier, 'has no parcel');

export const endingOf = (dossier: Dossier): Ending =>
  required(dossier.ending, dossier, 'has not ended');

export const retentionOf = (dossier: Dossier): NonNullable<Dossier['retention']> =>
  required(dossier.retention, dossier, 'is still kept');

export const stopsOf = (dossier: Dossier): NonNullable<Dossier['stops']> =>
  required(dossier.stops, dossier, 'was never stopped');
