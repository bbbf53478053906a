import { type TermsOn, termsAfterWait } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { openPayment } from '#domain/dossier/payment.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { procedureOf } from './procedure-of.ts';

/** The date that holds once nobody is waited for; the step itself says whether anybody was. */
export const termsOncePaid = async (
  { catalogue, calendars }: { readonly catalogue: Catalogue; readonly calendars: Calendars },
  dossier: Dossier,
  now: Instant,
): Promise<Outcome<TermsOn>> => {
  const asked = openPayment(dossier);
  if (!asked) return done({ calendarVersions: [] });
  const procedure = procedureOf(catalogue, dossier);
  if (!procedure.ok) return procedure;
  const wait = { from: asked.requestedAt, to: now };
  return termsAfterWait(dossier, procedure.value, await calendars.current(), wait);
};
