import { type AcceptanceDeps, acceptanceAt, routeOf } from '#application/acceptance.ts';
import { loadToAct } from '#application/authority.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { isBoundaryFree } from '#domain/catalogue/post-office.ts';
import type { ExplanationStep } from '#domain/deadline/due-date.ts';
import type { Acceptance } from '#domain/dossier/dossier.ts';
import { accept, acceptableAtCounter } from '#domain/dossier/steps/accept.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { acceptedWhen } from '#domain/offline/back-entry.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';

export interface AcceptDossier {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
}

export interface Accepted extends Acceptance {
  readonly dossierId: DossierId;
  readonly version: number;
  readonly agency: string;
  readonly explanation: readonly ExplanationStep[];
}

type Deps = Deciding & AcceptanceDeps;

/**
 * Tiếp nhận hồ sơ at the counter: code, appointment, route and receipt become true in one
 * transaction.
 */
export const makeAcceptDossier = (deps: Deps) => (request: AcceptDossier) =>
  decideOnce<Accepted>(deps, request.idempotency, (now) => accepting(deps, request, now));

const accepting = async (
  deps: Deps,
  { actor, dossierId }: AcceptDossier,
  now: Instant,
): Promise<Outcome<Attempt<Accepted>>> => {
  const found = await loadToAct(deps.ledger, 'accept-dossier', actor, dossierId);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const checked = acceptableAtCounter(dossier, now);
  if (!checked.ok) return checked;
  const effectiveAt = acceptedWhen(dossier, now);
  const route = routeOf(deps.catalogue, dossier, effectiveAt);
  if (!route.ok) return route;
  const office = deps.catalogue.office(dossier.office);
  const startsOn = office && isBoundaryFree(office, route.value.agency) ? 'receipt' : 'counter';
  const terms = await acceptanceAt(deps, dossier, route.value, effectiveAt, startsOn);
  if (!terms.ok) return terms;
  const { acceptance, explanation } = terms.value;
  const agency = route.value.agency.id;
  const facts = accept(dossier, agency, acceptance, now);
  if (!facts.ok) return facts;
  const write = writeOf(found.value, facts.value, { actor, now, effectiveAt });
  const { version } = write.change.after;
  return done({
    result: { dossierId, version, agency, ...acceptance, explanation },
    commit: { dossiers: [write] },
  });
};
