import { type Deciding, decideOn } from '#application/deciding.ts';
import { termsOncePaid } from '#application/terms-once-paid.ts';
import type { Act } from '#domain/dossier/acts.ts';
import type { TermsOn } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { PaymentAsked } from '#domain/dossier/payment.ts';
import { cancelPayment, confirmPayment, requestPayment } from '#domain/dossier/steps/payment.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { DeskAct } from './desk-acts.ts';
import { type LeasedWork, worked } from './work-dossier.ts';

interface Deps extends Deciding {
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
}

type Settled = DeskAct & { readonly number: number };

/**
 * What the department does about money: it asks, and says that the treasury has it or that nothing is to
 * be paid after all. What is paid at a counter is the counter's to say.
 */
export const makeWorkPayment = (deps: Deps) => {
  const work = (
    act: Act,
    request: DeskAct,
    step: (dossier: Dossier, now: Instant) => Decision | Promise<Decision>,
  ) =>
    decideOn(
      deps,
      act,
      request,
      ({ dossier }, now) => step(dossier, now),
      ({ change }) => worked(change.after),
    );
  const settle = (request: Settled, step: (dossier: Dossier, terms: TermsOn) => Decision) =>
    work('settle-payment', request, async (dossier, now) => {
      const terms = await termsOncePaid(deps, dossier, now);
      return terms.ok ? step(dossier, terms.value) : terms;
    });
  return {
    request: (request: LeasedWork & { readonly asked: PaymentAsked }) =>
      work('request-payment', request, async (dossier, now) => {
        const claim = { leaseNo: request.leaseNo, holder: request.actor.id, now };
        return requestPayment(dossier, claim, request.asked, await deps.calendars.current());
      }),
    confirm: (request: Settled & { readonly reference: string }) =>
      settle(request, (dossier, terms) => confirmPayment(dossier, request.actor, request, terms)),
    cancel: (request: Settled & { readonly reason: string }) =>
      settle(request, (dossier, terms) => cancelPayment(dossier, request.actor, request, terms)),
  };
};
