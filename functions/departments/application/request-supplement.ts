import { type Deciding, decideOn } from '#application/deciding.ts';
import { procedureOf } from '#application/procedure-of.ts';
import {
  answerDayOfLaw,
  requestSupplement,
  type SupplementAsked,
} from '#domain/dossier/steps/supplement.ts';
import { refuse } from '#domain/refusal.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { type LeasedWork, worked } from './work-dossier.ts';

interface Deps extends Deciding {
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
}

/** The officer asks the citizen for papers; the lease ends and the clock stops. */
export const makeRequestSupplement =
  (deps: Deps) => (request: LeasedWork & { readonly asked: SupplementAsked }) =>
    decideOn(
      deps,
      'request-supplement',
      request,
      async ({ dossier }, now) => {
        const procedure = procedureOf(deps.catalogue, dossier);
        if (!procedure.ok) return procedure;
        const book = await deps.calendars.current();
        const lawful = answerDayOfLaw(procedure.value, book, now);
        if (!lawful.ok) return refuse({ code: 'calendar-missing', year: lawful.year });
        if (lawful.value && request.asked.answerBy !== lawful.value.answerBy)
          return refuse({ code: 'answer-day-of-law', ...lawful.value });
        const claim = { leaseNo: request.leaseNo, holder: request.actor.id, now };
        return requestSupplement(dossier, procedure.value, claim, request.asked, book);
      },
      ({ change }) => worked(change.after),
    );
