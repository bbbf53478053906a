import { loadVisible } from '#application/authority.ts';
import { makeReadDossier } from '#application/read-dossier.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { type Assignment, findAssignment } from '#domain/dossier/assignments.ts';
import { type ControlRow, controlRows } from '#domain/dossier/control-sheet.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { isEarlier, mayOpen, mayRead, maySee } from '#domain/dossier/visibility.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Scan } from '#domain/scan/scan.ts';
import { judgements } from '#domain/sight/fields.ts';
import { sightOf } from '#domain/sight/reader.ts';
import type { Clock } from '#ports/clock.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface Reading {
  readonly ledger: UnitOfWork;
  readonly clock: Clock;
}

export interface AllAssignments {
  readonly dossierId: DossierId;
  readonly assignments: readonly Assignment[];
  readonly control: readonly ControlRow[];
}

/**
 * The control sheet, and for the lead every task with its answer. The counter prints the sheet; what
 * agencies think of the case is not its business.
 */
export const makeListAssignments =
  ({ ledger, clock }: Reading) =>
  async (request: {
    readonly actor: Staff;
    readonly dossierId: DossierId;
  }): Promise<Outcome<AllAssignments>> => {
    const found = await loadVisible(ledger, request.actor, request.dossierId);
    if (!found.ok) return found;
    const { dossier } = found.value;
    return done({
      dossierId: dossier.id,
      assignments: leads(request.actor, dossier) ? dossier.assignments : [],
      control: controlRows(dossier, clock.now()),
    });
  };

const leads = (actor: Staff, dossier: Dossier): boolean =>
  sightOf(actor, dossier)(judgements['assignment-answered'].outcome.readers);

/** What an asked agency needs of the case, and no more: no phone, no personal number. */
export interface AssignedCase {
  readonly dossier: Dossier;
  readonly assignment: Assignment;
  readonly applicant: { readonly name: string; readonly address: string };
  readonly scans: readonly Scan[];
  /** What the legs before it found. */
  readonly earlier: readonly Assignment[];
}

/** One task with its case. */
export const makeReadAssignment = (deps: Reading) => {
  const read = makeReadDossier(deps, mayRead);
  return async (request: {
    readonly actor: Staff;
    readonly dossierId: DossierId;
    readonly assignment: number;
  }): Promise<Outcome<AssignedCase>> => {
    const { actor } = request;
    const found = await read(request);
    if (!found.ok) return found;
    const { dossier, applicant } = found.value;
    const assignment = findAssignment(dossier, request.assignment);
    if (!assignment || !isShown(actor, dossier, assignment))
      return refuse({ code: 'assignment-unknown' });
    return done({
      dossier,
      assignment,
      applicant: { name: applicant.name, address: applicant.address },
      scans: dossier.scans.filter((scan) => mayOpen(actor, dossier, scan)),
      earlier: dossier.assignments.filter((each) => isEarlier(each, assignment) && each.answer),
    });
  };
};

/** An agency sees its own task; the lead and the counter see all. */
const isShown = (actor: Staff, dossier: Dossier, assignment: Assignment): boolean =>
  maySee(actor, dossier) || assignment.agency === actor.agency;
