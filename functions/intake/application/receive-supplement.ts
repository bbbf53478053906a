import { type Deciding, decideOn, type Idempotency } from '#application/deciding.ts';
import { procedureOf } from '#application/procedure-of.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { appointmentOf } from '#domain/dossier/appointment.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import {
  type NewTerms,
  receiveSupplement,
  suppliedFully,
} from '#domain/dossier/steps/supplement.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { manifestText } from '#domain/scan/manifest.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Seals } from '#ports/seals.ts';

export interface ReceiveSupplement {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
}

export interface SupplementReceived {
  readonly dossierId: DossierId;
  readonly version: number;
  readonly manifestHash: string;
  readonly dueAt?: Instant;
}

interface Deps extends Deciding {
  readonly catalogue: Catalogue;
  readonly seals: Seals;
  readonly calendars: Calendars;
}

/**
 * The citizen has brought what was asked for: the dossier goes back to the department with a term
 * counted anew from today (NĐ 61/2018 art. 19(4), since replaced by NĐ 118/2025).
 */
export const makeReceiveSupplement = (deps: Deps) => (request: ReceiveSupplement) =>
  decideOn(
    deps,
    'receive-supplement',
    request,
    async ({ dossier }, now) => {
      const office = request.actor.office ?? dossier.office;
      const asked = suppliedFully(dossier, now);
      if (!asked.ok) return asked;
      const terms = await newTerms(deps, dossier, now);
      return terms.ok ? receiveSupplement(dossier, { ...terms.value, office }, now) : terms;
    },
    ({ change: { after } }): SupplementReceived => ({
      dossierId: after.id,
      version: after.version,
      manifestHash: after.acceptance?.manifestHash ?? '',
      ...(after.acceptance?.dueAt !== undefined && { dueAt: after.acceptance.dueAt }),
    }),
  );

const newTerms = async (
  { catalogue, seals, calendars }: Deps,
  dossier: Dossier,
  now: Instant,
): Promise<Outcome<Omit<NewTerms, 'office'>>> => {
  const manifestHash = seals.sha256(manifestText(dossier.scans));
  const procedure = procedureOf(catalogue, dossier);
  if (!procedure.ok) return procedure;
  const due = appointmentOf(dossier, procedure.value, await calendars.current(), now);
  if (!due.ok) return due;
  const { dueAt, calendarVersions } = due.value;
  return done({ manifestHash, calendarVersions, ...(dueAt !== undefined && { dueAt }) });
};
