import { procedureOf } from '#application/procedure-of.ts';
import type { Agency } from '#domain/catalogue/agency.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { type DueDate, dueDate, type ExplanationStep } from '#domain/deadline/due-date.ts';
import type { TimeRule } from '#domain/deadline/time-rule.ts';
import { transferBy } from '#domain/deadline/transfer.ts';
import { startOf, withReceipt } from '#domain/dossier/appointment.ts';
import { ruleOfCase } from '#domain/dossier/circumstances-told.ts';
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
  const agency = catalogue.ownerOf(procedure.value, dayOf(at), communeOf(catalogue, dossier));
  return agency
    ? done({ procedure: procedure.value, agency })
    : refuse({ code: 'procedure-not-in-force', procedure: dossier.procedure.code });
};

/** Whose one-stop is meant by `commune`: the one that was told, or that of the post office. */
export const communeOf = (
  catalogue: Pick<Catalogue, 'office'>,
  { circumstances, office }: Pick<Dossier, 'circumstances' | 'office'>,
): string | undefined => circumstances.commune ?? catalogue.office(office)?.commune;

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
  startsOn: Acceptance['startsOn'] = 'counter',
): Promise<Outcome<Accepting>> => {
  const start = { acceptedAt: at, startsOn };
  const rule = ruleOfCase(procedure, dossier.circumstances.case);
  const terms = await termsAt(deps.calendars, rule, start);
  if (!terms.ok) return terms;
  const code = await nextCode(deps, dossier, agency, at);
  const { dueAt, calendarVersions, transferBy: handedOverBy, explanation } = terms.value;
  return done({
    acceptance: {
      code,
      ...start,
      ...(dueAt !== undefined && { dueAt }),
      calendarVersions,
      catalogueVersion: deps.catalogue.version,
      transferBy: handedOverBy,
      manifestHash: deps.seals.sha256(manifestText(dossier.scans)),
    },
    explanation: withEntry(dossier, withReceipt(start, explanation)),
  });
};

export interface Terms extends DueDate {
  /** By when the papers are handed over to the agency. */
  readonly transferBy: Instant;
}

/** The date that a rule gives to what is taken in at that moment, and by when the papers are handed over. */
export const termsAt = async (
  calendars: Calendars,
  rule: TimeRule,
  start: Pick<Acceptance, 'acceptedAt' | 'startsOn'>,
): Promise<Outcome<Terms>> => {
  const book = await calendars.current();
  const transfer = transferBy(start.acceptedAt, book);
  if (!transfer.ok) return refuse({ code: 'calendar-missing', year: transfer.year });
  const startedAt = startOf({ ...start, transferBy: transfer.value });
  const due = dueDate({ startedAt, rule, book });
  if (!due.ok) return refuse({ code: 'calendar-missing', year: due.year });
  return done({ ...due.value, transferBy: transfer.value });
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
