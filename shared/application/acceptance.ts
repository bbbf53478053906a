import { procedureOf } from '#application/procedure-of.ts';
import type { Agency } from '#domain/catalogue/agency.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { dueDate, type ExplanationStep } from '#domain/deadline/due-date.ts';
import { transferBy } from '#domain/deadline/transfer.ts';
import type { Acceptance, Dossier } from '#domain/dossier/dossier.ts';
import { formatDossierCode } from '#domain/identifiers/dossier-code.ts';
import { withEntry } from '#domain/offline/back-entry.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { manifestText } from '#domain/scan/manifest.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Numbers } from '#ports/numbers.ts';
import type { Seals } from '#ports/seals.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

export interface AcceptanceDeps {
  readonly ledger: UnitOfWork;
  readonly numbers: Numbers;
  readonly catalogue: Catalogue;
  readonly seals: Seals;
  readonly calendars: Calendars;
}

export interface Route {
  readonly procedure: Procedure;
  readonly agency: Agency;
}

/** The procedure's version of registration, and who settles it on that day. */
export const routeOf = (catalogue: Catalogue, dossier: Dossier, at: Instant): Outcome<Route> => {
  const procedure = procedureOf(catalogue, dossier);
  if (!procedure.ok) return procedure;
  const office = catalogue.office(dossier.office);
  const agency = office && catalogue.ownerOf(procedure.value, dayOf(at), office);
  return agency
    ? done({ procedure: procedure.value, agency })
    : refuse({ code: 'procedure-not-in-force', procedure: dossier.procedure.code });
};

export interface Accepting {
  readonly acceptance: Acceptance;
  readonly explanation: readonly ExplanationStep[];
}

/**
 * Code, appointment and manifest of an acceptance at that moment. The code is the next of the
 * agency's Vietnam day, or one that somebody took and never used, so that none is left out; the day
 * is that of the acceptance, whenever it is written.
 */
export const acceptanceAt = async (
  deps: AcceptanceDeps,
  dossier: Dossier,
  { procedure, agency }: Route,
  at: Instant,
): Promise<Outcome<Accepting>> => {
  const book = await deps.calendars.current();
  const due = dueDate({ startedAt: at, rule: procedure.timeRule, book });
  const transfer = transferBy(at, book);
  if (!due.ok) return refuse({ code: 'calendar-missing', year: due.year });
  if (!transfer.ok) return refuse({ code: 'calendar-missing', year: transfer.year });
  const code = await nextCode(deps, dossier, agency, at);
  const { dueAt, calendarVersions, explanation } = due.value;
  return done({
    acceptance: {
      code,
      acceptedAt: at,
      ...(dueAt !== undefined && { dueAt }),
      calendarVersions,
      transferBy: transfer.value,
      manifestHash: deps.seals.sha256(manifestText(dossier.scans)),
    },
    explanation: withEntry(dossier, explanation),
  });
};

/** The series of an agency's day: its codes are 1, 2, 3 … */
export const codeCounter = (agency: string, day: VietnamDay): string => `code#${agency}#${day}`;

export const dossierCodeOf = (
  catalogue: Pick<Catalogue, 'codeTemplate'>,
  agency: Agency,
  day: VietnamDay,
  sequence: number,
): string =>
  formatDossierCode(catalogue.codeTemplate(agency, day), {
    agencyCode: agency.code,
    day,
    sequence,
  });

const nextCode = async (
  { ledger, numbers, catalogue }: AcceptanceDeps,
  dossier: Dossier,
  agency: Agency,
  at: Instant,
): Promise<string> => {
  const day = dayOf(at);
  const codeOf = (sequence: number) => dossierCodeOf(catalogue, agency, day, sequence);
  const sequence = await numbers.take({
    series: codeCounter(agency.id, day),
    holder: dossier.id,
    bearerOf: (number) => ledger.findByCode(codeOf(number)),
  });
  return codeOf(sequence);
};
