import { type Actor, isPost } from '#domain/actor/actor.ts';
import { type Assignment, findAssignment } from '#domain/dossier/assignments.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { type Relation, relationsOf } from '#domain/dossier/relation.ts';
import { askedOf, isEarlier } from '#domain/dossier/visibility.ts';

/**
 * Everybody to whom some text of a dossier is shown:
 *
 * - `home-clerk`, `guest-for-papers`, `guest-for-payment`: clerks, as their post office stands to it.
 * - `holding-office`, `holding-agency`, `addressed-agency`, `owning-agency`: as in {@link Relation}.
 * - `asked-agency`: of this very task; `later-leg`: of a task that builds on it (liên thông).
 * - `citizen`: with a session of this dossier, by receipt and phone.
 * - `portal`: Cổng Dịch vụ công quốc gia.
 *
 * Couriers, carriers, supervisors, whoever has the receipt alone, and the public are nobody here.
 */
export type Reader =
  | 'home-clerk'
  | 'guest-for-papers'
  | 'guest-for-payment'
  | 'holding-office'
  | 'holding-agency'
  | 'addressed-agency'
  | 'owning-agency'
  | 'asked-agency'
  | 'later-leg'
  | 'citizen'
  | 'portal';

/** Whether one of these readers is who looks. `task`: the assignment that the text is about. */
export type Sight = (readers: readonly Reader[], task?: number) => boolean;

const ofClerk: { readonly [R in Relation]?: Reader } = {
  'home-office': 'home-clerk',
  'guest-office-for-papers': 'guest-for-papers',
  'guest-office-for-payment': 'guest-for-payment',
  'holding-office': 'holding-office',
};

const ofDepartment: { readonly [R in Relation]?: Reader } = {
  'holding-agency': 'holding-agency',
  'addressed-agency': 'addressed-agency',
  'owning-agency': 'owning-agency',
};

const tableOf = (actor: Actor): { readonly [R in Relation]?: Reader } => {
  if (actor.kind !== 'staff') return {};
  if (!isPost(actor)) return ofDepartment;
  return actor.role === 'clerk' ? ofClerk : {};
};

/** What this actor sees of the dossier as it stands. A worker of ours sees what it works on. */
export const sightOf = (actor: Actor, dossier: Dossier): Sight => {
  if (actor.kind === 'system') return () => true;
  const as = tableOf(actor);
  const is = new Set(relationsOf(actor, dossier).map((relation) => as[relation]));
  const own = askedOf(actor, dossier);
  return (readers, task) =>
    readers.some((reader) => is.has(reader)) ||
    (task !== undefined && readsTask(readers, own, findAssignment(dossier, task)));
};

const readsTask = (
  readers: readonly Reader[],
  own: readonly Assignment[],
  task: Assignment | undefined,
): boolean => {
  if (!task) return false;
  if (readers.includes('asked-agency') && own.some(({ id }) => id === task.id)) return true;
  return readers.includes('later-leg') && own.some((each) => isEarlier(task, each));
};

/** Whoever is nobody's staff and is one reader alone. */
export const sightAs =
  (who: 'citizen' | 'portal'): Sight =>
  (readers) =>
    readers.includes(who);
