import { termsAt } from '#application/acceptance.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Agency } from '#domain/catalogue/agency.ts';
import { type IntakeMode, isBoundaryFree, type PostOffice } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { ExplanationStep } from '#domain/deadline/due-date.ts';
import { isProvisionalEdition } from '#domain/deadline/provisional-year.ts';
import { fromReceipt, withReceipt } from '#domain/dossier/appointment.ts';
import { ruleOfCase, unknownCase } from '#domain/dossier/circumstances-told.ts';
import type { Acceptance } from '#domain/dossier/dossier.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import { communeTold } from './commune-told.ts';
import { intakeModeOf } from './register-dossier.ts';

interface Deps {
  readonly catalogue: Catalogue;
  readonly calendars: Calendars;
  readonly clock: Clock;
}

export interface ForeseeAppointment {
  readonly actor: Staff;
  readonly procedure: string;
  readonly case?: string | undefined;
  readonly intakeMode?: IntakeMode | undefined;
  readonly commune?: string | undefined;
  /** Where the owner lives. */
  readonly address?: string | undefined;
}

/** What would be promised. */
export interface Foreseen {
  readonly agency: Agency;
  readonly intakeMode: IntakeMode;
  readonly startsOn: Acceptance['startsOn'];
  readonly dueAt?: Instant;
  readonly transferBy: Instant;
  readonly isProvisional: boolean;
  readonly explanation: readonly ExplanationStep[];
}

/**
 * Hẹn trả dự kiến: what acceptance would say now. What the post carries is accepted by the agency, so that
 * its term begins there (QĐ 45/2016/QĐ-TTg art. 7).
 */
export const makeForeseeAppointment =
  (deps: Deps) =>
  async (asked: ForeseeAppointment): Promise<Outcome<Foreseen>> => {
    const now = deps.clock.now();
    const meant = meantBy(deps.catalogue, asked, dayOf(now));
    if (!meant.ok) return meant;
    const { procedure, office, agency, intakeMode } = meant.value;
    const isElsewhere = intakeMode === 'agent' || isBoundaryFree(office, agency);
    const start = { acceptedAt: now, startsOn: isElsewhere ? 'receipt' : 'counter' } as const;
    const terms = await termsAt(deps.calendars, ruleOfCase(procedure, asked.case), start);
    if (!terms.ok) return terms;
    const { dueAt, calendarVersions, transferBy, explanation } = terms.value;
    return done({
      agency,
      intakeMode,
      startsOn: start.startsOn,
      ...(dueAt !== undefined && { dueAt }),
      transferBy,
      isProvisional: calendarVersions.some(isProvisionalEdition),
      explanation:
        intakeMode === 'agent' ? fromReceipt(explanation) : withReceipt(start, explanation),
    });
  };

interface Meant {
  readonly procedure: Procedure;
  readonly office: PostOffice;
  readonly agency: Agency;
  readonly intakeMode: IntakeMode;
}

const meantBy = (
  catalogue: Catalogue,
  { actor, procedure: code, address = '', ...told }: ForeseeAppointment,
  day: VietnamDay,
): Outcome<Meant> => {
  const office = catalogue.office(actor.office ?? '');
  if (!office) return refuse({ code: 'office-unknown' });
  const procedure = catalogue.procedure(code, day);
  if (!procedure) return refuse({ code: 'procedure-unknown', procedure: code });
  const noCase = unknownCase(procedure, told.case);
  if (noCase) return noCase;
  const commune = communeTold(catalogue, { procedure, home: address, day, told: told.commune });
  if (!commune.ok) return commune;
  const agency = catalogue.ownerOf(procedure, day, commune.value ?? office.commune);
  if (!agency) return refuse({ code: 'procedure-not-in-force', procedure: code });
  const mode = intakeModeOf(office, told.intakeMode);
  return mode.ok ? done({ procedure, office, agency, intakeMode: mode.value }) : mode;
};
