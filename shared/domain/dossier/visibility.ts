import { type Actor, isDepartment } from '#domain/actor/actor.ts';
import { isOfCitizen, isShown, type Scan } from '#domain/scan/scan.ts';
import { type Assignment, findAssignment } from './assignments.ts';
import type { Dossier } from './dossier.ts';
import { type Relation, relationsOf, tasksOf } from './relation.ts';

const seeing: readonly Relation[] = [
  'home-office',
  'guest-office-for-papers',
  'guest-office-for-payment',
  'holding-office',
  'holding-agency',
  'owning-agency',
  'worker',
];

/**
 * Who may see a dossier: the post office that took it in, the department that it was routed to once it
 * lies there, and whoever has its papers or takes in what was asked for. Everybody else is told that it
 * does not exist. What somebody may do is another question: `mayAct`.
 */
export const maySee = (actor: Actor, dossier: Dossier): boolean =>
  relationsOf(actor, dossier).some((each) => seeing.includes(each));

/** An agency that is asked reads along, and does its own task; nothing else. */
export const mayRead = (actor: Actor, dossier: Dossier): boolean =>
  maySee(actor, dossier) || relationsOf(actor, dossier).includes('consulted-agency');

/** Of the files an asked agency reads the citizen's papers, its own, and what earlier legs answered. */
export const mayOpen = (actor: Actor, dossier: Dossier, scan: Scan): boolean => {
  // Under lock: a stranger's paper is nobody's to look at.
  if (!isShown(scan)) return false;
  if (maySee(actor, dossier)) return true;
  const own = askedOf(actor, dossier);
  if (own.length === 0) return false;
  if (isOfCitizen(scan)) return true;
  const of = findAssignment(dossier, scan.assignment ?? 0);
  return of !== undefined && own.some((task) => task.id === of.id || isEarlier(of, task));
};

/** What the actor's agency was asked, and still reads along for. */
export const askedOf = (actor: Actor, dossier: Dossier): readonly Assignment[] =>
  actor.kind === 'staff' && isDepartment(actor) && actor.agency !== undefined
    ? tasksOf(actor.agency, dossier)
    : [];

/** A later leg builds on what the earlier ones found. */
export const isEarlier = ({ turn: a }: Assignment, { turn: b }: Assignment): boolean =>
  a !== undefined && b !== undefined && a < b;
