import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  loadVisible,
  writeOf,
} from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Agency } from '#domain/catalogue/agency.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { dueDate, type ExplanationStep } from '#domain/deadline/due-date.ts';
import { transferBy } from '#domain/deadline/transfer.ts';
import type { Acceptance, Dossier } from '#domain/dossier/dossier.ts';
import { accept, acceptable } from '#domain/dossier/steps/accept.ts';
import { formatDossierCode } from '#domain/identifiers/dossier-code.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { manifestText } from '#domain/scan/manifest.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Seals } from '#ports/seals.ts';

export interface AcceptDossier {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
}

export interface Accepted {
  readonly dossierId: DossierId;
  readonly version: number;
  readonly code: string;
  readonly agency: string;
  readonly acceptedAt: Instant;
  readonly dueAt?: Instant;
  readonly transferBy: Instant;
  readonly manifestHash: string;
  readonly explanation: readonly ExplanationStep[];
}

interface Deps extends Deciding {
  readonly catalogue: Catalogue;
  readonly seals: Seals;
}

/**
 * Tiếp nhận hồ sơ at the counter: code, appointment, route and receipt become true in one
 * transaction. The code is the next of the agency's Vietnam day, without a gap.
 */
export const makeAcceptDossier = (deps: Deps) => (request: AcceptDossier) =>
  decideOnce<Accepted>(deps, request.idempotency, (now) => acceptance(deps, request, now));

const acceptance = async (
  deps: Deps,
  { actor, dossierId }: AcceptDossier,
  now: Instant,
): Promise<Outcome<Attempt<Accepted>>> => {
  const found = await loadVisible(deps.ledger, actor, dossierId);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const checked = acceptable(dossier);
  if (!checked.ok) return checked;
  const route = routeOf(deps.catalogue, dossier, now);
  if (!route.ok) return route;
  const terms = termsOf(deps, dossier, route.value.procedure, now);
  if (!terms.ok) return terms;

  const { agency } = route.value;
  const number = await nextNumber(deps, agency, now);
  const { explanation, ...rest } = terms.value;
  const facts = accept(dossier, agency.id, { code: number.code, ...rest });
  if (!facts.ok) return facts;
  const write = writeOf(found.value, facts.value, { actor, now });
  return done({
    result: {
      dossierId,
      version: write.change.after.version,
      code: number.code,
      agency: agency.id,
      ...rest,
      explanation,
    },
    commit: { dossiers: [write], sequences: [number.step] },
  });
};

const routeOf = (
  catalogue: Catalogue,
  dossier: Dossier,
  now: Instant,
): Outcome<{ readonly procedure: Procedure; readonly agency: Agency }> => {
  const { code, version } = dossier.procedure;
  const procedure = catalogue.procedureVersion(code, version);
  const office = catalogue.office(dossier.office);
  const agency = procedure && office && catalogue.ownerOf(procedure, dayOf(now), office);
  if (!agency) return refuse({ code: 'procedure-not-in-force', procedure: code });
  return done({ procedure, agency });
};

type Terms = Omit<Acceptance, 'code'> & { readonly explanation: readonly ExplanationStep[] };

const termsOf = (
  { catalogue, seals }: Deps,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): Outcome<Terms> => {
  const due = dueDate({
    startedAt: now,
    rule: procedure.timeRule,
    book: catalogue.calendar,
  });
  const transfer = transferBy(now, catalogue.calendar);
  if (!due.ok) return refuse({ code: 'calendar-missing', year: due.year });
  if (!transfer.ok) return refuse({ code: 'calendar-missing', year: transfer.year });
  const { dueAt, calendarVersions, explanation } = due.value;
  return done({
    acceptedAt: now,
    ...(dueAt !== undefined && { dueAt }),
    calendarVersions,
    transferBy: transfer.value,
    manifestHash: seals.sha256(manifestText(dossier.scans)),
    explanation,
  });
};

const nextNumber = async ({ ledger, catalogue }: Deps, agency: Agency, now: Instant) => {
  const day = dayOf(now);
  const name = `code#${agency.id}#${day}`;
  const from = await ledger.sequence(name);
  const template = catalogue.codeTemplate(agency, day);
  const code = formatDossierCode(template, { agencyCode: agency.code, day, sequence: from + 1 });
  return { code, step: { name, from } };
};
