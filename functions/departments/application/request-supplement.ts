import { type Deciding, decideOn } from '#application/deciding.ts';
import { procedureOf } from '#application/procedure-of.ts';
import { requestSupplement, type SupplementAsked } from '#domain/dossier/steps/supplement.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { type LeasedWork, worked } from './work-dossier.ts';

interface Deps extends Deciding {
  readonly catalogue: Catalogue;
}

/** The officer asks the citizen for papers; the lease ends and the clock stops. */
export const makeRequestSupplement =
  (deps: Deps) => (request: LeasedWork & { readonly asked: SupplementAsked }) =>
    decideOn(
      deps,
      request,
      ({ dossier }, now) => {
        const procedure = procedureOf(deps.catalogue, dossier);
        if (!procedure.ok) return procedure;
        const claim = { leaseNo: request.leaseNo, holder: request.actor.id, now };
        return requestSupplement(dossier, procedure.value, claim, request.asked);
      },
      ({ change }) => worked(change.after),
    );
