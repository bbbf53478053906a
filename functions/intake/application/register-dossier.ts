import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import { senderLinks } from '#application/sender-links.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { IntakeMode } from '#domain/catalogue/post-office.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type {
  Applicant,
  BackEntry,
  DeclaredComponent,
  FeesTaken,
} from '#domain/dossier/dossier.ts';
import { record } from '#domain/dossier/record.ts';
import { register } from '#domain/dossier/steps/register.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';
import type { Seals } from '#ports/seals.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

/** What is told at the counter, whenever it is entered. */
export interface HandedIn {
  readonly procedure: string;
  /** The office's usual way unless told. */
  readonly intakeMode?: IntakeMode | undefined;
  readonly applicant: Applicant;
  readonly components: readonly DeclaredComponent[];
  readonly fees: FeesTaken;
}

export interface RegisterDossier extends HandedIn {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
}

export interface Registered {
  readonly dossierId: DossierId;
  readonly version: number;
}

export interface Registering {
  readonly catalogue: Catalogue;
  readonly ids: Ids;
  readonly ledger: UnitOfWork;
  readonly seals: Seals;
}

/** The counter opens a dossier: papers counted, fees stated, nothing promised yet. */
export const makeRegisterDossier = (deps: Deciding & Registering) => (request: RegisterDossier) =>
  decideOnce<Registered>(deps, request.idempotency, (now) => registration(deps, request, { now }));

interface When {
  readonly now: Instant;
  /** Of a dossier that is entered later: its slip, and when the papers were taken. */
  readonly taken?: {
    readonly at: Instant;
    readonly slip: Pick<BackEntry, 'number' | 'wasComplete'>;
  };
}

/** A new dossier by the procedures, owners and ways of intake of the day on which it was taken. */
export const registration = async (
  deps: Registering,
  {
    actor,
    procedure: code,
    applicant,
    components,
    fees,
    ...ask
  }: Omit<RegisterDossier, 'idempotency'>,
  { now, taken }: When,
): Promise<Outcome<Attempt<Registered>>> => {
  const { catalogue, ids } = deps;
  const effectiveAt = taken?.at ?? now;
  const day = dayOf(effectiveAt);
  const office = actor.office ? catalogue.office(actor.office) : undefined;
  if (!office) return refuse({ code: 'office-unknown' });
  const procedure = catalogue.procedure(code, day);
  if (!procedure) return refuse({ code: 'procedure-unknown', procedure: code });
  if (!catalogue.ownerOf(procedure, day, office))
    return refuse({ code: 'procedure-not-in-force', procedure: code });
  const intakeMode = ask.intakeMode ?? office.intakeModes[0] ?? 'agent';
  if (!office.intakeModes.includes(intakeMode))
    return refuse({ code: 'intake-mode', mode: intakeMode });
  const id = ids.next(now) as DossierId;
  const asked = { id, office: office.id, intakeMode, components, fees };
  const backEntry = taken && { backEntry: taken.slip };
  const decision = register(procedure, { ...asked, ...backEntry });
  if (!decision.ok) return decision;
  const change = record(undefined, id, decision.value, { actor, now, effectiveAt });
  return done({
    result: { dossierId: id, version: change.after.version },
    commit: {
      dossiers: [{ change, chainHash: GENESIS, applicant }],
      records: await senderLinks(deps, { office: office.id, dossierId: id, applicant }),
    },
  });
};
