import { type Actor, isDepartment, isPost } from '#domain/actor/actor.ts';
import { isOfCitizen, type Scan } from '#domain/scan/scan.ts';
import { type Assignment, type AssignmentState, findAssignment, stateOf } from './assignments.ts';
import type { Dossier } from './dossier.ts';
import { hasEnded } from './evolve-assignments.ts';

/**
 * Who may see a dossier: the post office that took it in, and the department that it was routed to
 * once it lies there, in its inbox or on paper. Everybody else is told that it does not exist.
 */
export const maySee = (actor: Actor, dossier: Dossier): boolean => {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'staff') return false;
  const { office, guestOffice } = dossier;
  if (isPost(actor) && (actor.office === office || actor.office === guestOffice))
    return actor.office !== undefined;
  if (!isDepartment(actor)) return false;
  const { department, custody } = dossier;
  if (custody.some(({ holder }) => holder.kind === 'agency' && holder.id === actor.agency))
    return true;
  return (
    department !== undefined &&
    department.inbox !== 'on-its-way' &&
    department.agency === actor.agency
  );
};

/**
 * An agency that is asked reads along: while its task is open, and after its answer until the dossier
 * ends. It does nothing else with the dossier, so only reading asks here.
 */
export const mayRead = (actor: Actor, dossier: Dossier): boolean =>
  maySee(actor, dossier) || tasksOf(actor, dossier).length > 0;

/** Of the files an asked agency reads the citizen's papers, its own, and what earlier legs answered. */
export const mayOpen = (actor: Actor, dossier: Dossier, scan: Scan): boolean => {
  if (maySee(actor, dossier) || isOfCitizen(scan)) return true;
  const own = tasksOf(actor, dossier);
  const of = findAssignment(dossier, scan.assignment ?? 0);
  return of !== undefined && own.some((task) => task.id === of.id || isEarlier(of, task));
};

/** A later leg builds on what the earlier ones found. */
export const isEarlier = ({ turn: a }: Assignment, { turn: b }: Assignment): boolean =>
  a !== undefined && b !== undefined && a < b;

const tasksOf = (actor: Actor, dossier: Dossier): readonly Assignment[] =>
  actor.kind === 'staff' && isDepartment(actor)
    ? dossier.assignments.filter(
        (each) => each.agency === actor.agency && isReadable(dossier, stateOf(each)),
      )
    : [];

const isReadable = (dossier: Dossier, state: AssignmentState): boolean =>
  state === 'open' || (state === 'answered' && !hasEnded(dossier));
