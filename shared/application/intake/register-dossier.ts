import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { IntakeMode } from '#domain/catalogue/post-office.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { Applicant, DeclaredComponent, FeesTaken } from '#domain/dossier/dossier.ts';
import { record } from '#domain/dossier/record.ts';
import { register } from '#domain/dossier/steps/register.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';

export interface RegisterDossier {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly procedure: string;
  /** The office's usual way unless told. */
  readonly intakeMode?: IntakeMode | undefined;
  readonly applicant: Applicant;
  readonly components: readonly DeclaredComponent[];
  readonly fees: FeesTaken;
}

export interface Registered {
  readonly dossierId: DossierId;
  readonly version: number;
}

interface Deps extends Deciding {
  readonly catalogue: Catalogue;
  readonly ids: Ids;
}

/** The counter opens a dossier: papers counted, fees stated, nothing promised yet. */
export const makeRegisterDossier = (deps: Deps) => (request: RegisterDossier) =>
  decideOnce<Registered>(deps, request.idempotency, async (now) =>
    registration(deps, request, now),
  );

const registration = (
  { catalogue, ids }: Deps,
  { actor, procedure: code, applicant, components, fees, ...ask }: RegisterDossier,
  now: Instant,
): Outcome<Attempt<Registered>> => {
  const office = actor.office ? catalogue.office(actor.office) : undefined;
  if (!office) return refuse({ code: 'office-unknown' });
  const procedure = catalogue.procedure(code, dayOf(now));
  if (!procedure) return refuse({ code: 'procedure-unknown', procedure: code });
  if (!catalogue.ownerOf(procedure, dayOf(now), office))
    return refuse({ code: 'procedure-not-in-force', procedure: code });
  const intakeMode = ask.intakeMode ?? office.intakeModes[0] ?? 'agent';
  if (!office.intakeModes.includes(intakeMode))
    return refuse({ code: 'intake-mode', mode: intakeMode });
  const id = ids.next(now) as DossierId;
  const decision = register(procedure, { id, office: office.id, intakeMode, components, fees });
  if (!decision.ok) return decision;
  const change = record(undefined, id, decision.value, { actor, now });
  return done({
    result: { dossierId: id, version: change.after.version },
    commit: { dossiers: [{ change, chainHash: GENESIS, applicant }] },
  });
};
