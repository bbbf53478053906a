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
import type { Seals } from '#ports/seals.ts';
import type { SequenceStep, UnitOfWork } from '#ports/unit-of-work.ts';

export interface AcceptanceDeps {
  readonly ledger: UnitOfWork;
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
  readonly sequence: SequenceStep;
}

/**
 * Code, appointment and manifest of an acceptance at that moment. The code is the next of the
 * agency's Vietnam day, without a gap; the day is that of the acceptance, whenever it is written.
 */
export const acceptanceAt = async (
  { ledger, catalogue, seals, calendars }: AcceptanceDeps,
  dossier: Dossier,
  { procedure, agency }: Route,
  at: Instant,
): Promise<Outcome<Accepting>> => {
  const book = await calendars.current();
  const due = dueDate({ startedAt: at, rule: procedure.timeRule, book });
  const transfer = transferBy(at, book);
  if (!due.ok) return refuse({ code: 'calendar-missing', year: due.year });
  if (!transfer.ok) return refuse({ code: 'calendar-missing', year: transfer.year });
  const { code, sequence } = await nextCode({ ledger, catalogue }, agency, at);
  const { dueAt, calendarVersions, explanation } = due.value;
  return done({
    acceptance: {
      code,
      acceptedAt: at,
      ...(dueAt !== undefined && { dueAt }),
      calendarVersions,
      transferBy: transfer.value,
      manifestHash: seals.sha256(manifestText(dossier.scans)),
    },
    explanation: withEntry(dossier, explanation),
    sequence,
  });
};

/** The counter of an agency's day. Its codes are 1, 2, 3 … without a gap, so that it also lists them. */
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
  { ledger, catalogue }: Pick<AcceptanceDeps, 'ledger' | 'catalogue'>,
  agency: Agency,
  at: Instant,
) => {
  const day = dayOf(at);
  const name = codeCounter(agency.id, day);
  const from = await ledger.sequence(name);
  return { code: dossierCodeOf(catalogue, agency, day, from + 1), sequence: { name, from } };
};
