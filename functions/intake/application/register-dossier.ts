import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import { personLinks } from '#application/person-links.ts';
import { phoneLink } from '#application/phone-link.ts';
import { senderLinks } from '#application/sender-links.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Channel } from '#domain/catalogue/channel.ts';
import type { IntakeMode, PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { type CircumstancesTold, circumstancesOf } from '#domain/dossier/circumstances-told.ts';
import type { Applicant, BackEntry, DeclaredComponent } from '#domain/dossier/dossier.ts';
import { filingTaken } from '#domain/dossier/filing.ts';
import { record } from '#domain/dossier/record.ts';
import { type Registration, register } from '#domain/dossier/steps/register.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { communeTold, homeOf } from '#functions/intake/application/commune-told.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';
import type { Seals } from '#ports/seals.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { type EarlierFiling, earlierFiling } from './earlier-filing.ts';

/** What is told at the counter, whenever it is entered. */
export interface HandedIn extends CircumstancesTold {
  readonly procedure: string;
  /** The office's usual way unless told. */
  readonly intakeMode?: IntakeMode | undefined;
  /** As `filingTaken` has it unless told. */
  readonly channel?: Channel | undefined;
  readonly applicant: Applicant;
  readonly components: readonly DeclaredComponent[];
  /** The agency of the commune of residence, of the event or of the land; absent: as the address says. */
  readonly commune?: string | undefined;
}

export interface RegisterDossier extends HandedIn {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
}

export interface Registered {
  readonly dossierId: DossierId;
  readonly version: number;
  /** The last one of the same person in the same procedure at this office. */
  readonly earlier?: EarlierFiling;
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

/** Only a clerk opens a dossier, at their own post office. */
const counterOf = (catalogue: Catalogue, { role, office }: Staff): PostOffice | undefined =>
  role === 'clerk' && office !== undefined ? catalogue.office(office) : undefined;

/** A new dossier by the procedures, owners and ways of intake of the day on which it was taken. */
export const registration = async (
  deps: Registering,
  request: Omit<RegisterDossier, 'idempotency'>,
  { now, taken }: When,
): Promise<Outcome<Attempt<Registered>>> => {
  const { actor, applicant, procedure: code } = request;
  const effectiveAt = taken?.at ?? now;
  const told = toldOf(deps.catalogue, request, { day: dayOf(effectiveAt), at: effectiveAt, taken });
  if (!told.ok) return told;
  const { procedure, ...filed } = told.value;
  const id = deps.ids.next(now) as DossierId;
  const backEntry = taken && { backEntry: taken.slip };
  const earlier = await earlierFiling(deps, { office: filed.office, applicant, procedure: code });
  const decision = register(procedure, { id, ...filed, ...backEntry });
  if (!decision.ok) return decision;
  const change = record(undefined, id, decision.value, { actor, now, effectiveAt });
  return done({
    result: { dossierId: id, version: change.after.version, ...(earlier && { earlier }) },
    commit: {
      dossiers: [{ change, chainHash: GENESIS, applicant }],
      records: [
        ...(await senderLinks(deps, { office: filed.office, dossierId: id, applicant })),
        ...(await personLinks(deps, {
          office: filed.office,
          dossierId: id,
          applicant,
          procedure: code,
          at: now,
        })),
        ...(await phoneLink(deps, { dossierId: id, applicant, at: now })),
      ],
    },
  });
};

type Told = Omit<Registration, 'id' | 'backEntry'> & { readonly procedure: Procedure };

interface Day {
  readonly taken: When['taken'] | undefined;
  readonly day: VietnamDay;
  readonly at: Instant;
}

/** What was told, as the law of that day has it. */
const toldOf = (
  catalogue: Catalogue,
  { actor, procedure: code, applicant, components, ...ask }: Omit<RegisterDossier, 'idempotency'>,
  { day, at, taken }: Day,
): Outcome<Told> => {
  const office = counterOf(catalogue, actor);
  if (!office) return refuse({ code: 'office-unknown' });
  const procedure = catalogue.procedure(code, day);
  if (!procedure) return refuse({ code: 'procedure-unknown', procedure: code });
  const home = homeOf(applicant);
  const commune = communeTold(catalogue, { procedure, home, day, told: ask.commune });
  if (!commune.ok) return commune;
  if (!catalogue.ownerOf(procedure, day, commune.value ?? office.commune))
    return refuse({ code: 'procedure-not-in-force', procedure: code });
  const intakeMode = intakeModeOf(office, ask.intakeMode);
  if (!intakeMode.ok) return intakeMode;
  const way = { intakeMode: intakeMode.value, clerk: actor.id };
  const filing = filingTaken(procedure, { ...ask, ...way, isBackEntry: taken !== undefined });
  if (!filing.ok) return filing;
  const filed = { ...way, ...filing.value, commune: commune.value, at };
  const known = circumstancesOf(procedure, ask, filed);
  if (!known.ok) return known;
  const { clerk: _, ...how } = way;
  return done({
    procedure,
    office: office.id,
    ...how,
    ...filing.value,
    components,
    ...known.value,
  });
};

/** The office's usual way unless told. */
export const intakeModeOf = (
  { intakeModes }: PostOffice,
  told: IntakeMode | undefined,
): Outcome<IntakeMode> => {
  const mode = told ?? intakeModes[0] ?? 'agent';
  return intakeModes.includes(mode) ? done(mode) : refuse({ code: 'intake-mode', mode });
};
