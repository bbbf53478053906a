import { type Actor, isDepartment, isPost } from '#domain/actor/actor.ts';
import type { Dossier } from './dossier.ts';

/**
 * Who may see a dossier: the post office that took it in, and the department that it was routed to
 * once it lies there, in its inbox or on paper. Everybody else is told that it does not exist.
 */
export const maySee = (actor: Actor, dossier: Dossier): boolean => {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'staff') return false;
  if (isPost(actor) && actor.office === dossier.office) return true;
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
