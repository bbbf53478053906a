import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { relationsOf } from '#domain/dossier/relation.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';

/**
 * Whose access log (nhật ký truy cập) somebody reads. A supervisor: everybody's. A leader (lãnh đạo): of the
 * dossiers that lie at their agency, whoever read them, and of a person what was read in the name of their agency
 * alone. To everybody else there is no log.
 */
export const mayReadAccessOf = (actor: Staff, dossier: Dossier | undefined): boolean => {
  if (actor.role === 'supervisor') return true;
  if (actor.role !== 'leader' || !dossier) return false;
  return relationsOf(actor, dossier).includes('owning-agency');
};

/** The one place whose readings this actor sees of a person; `undefined`: of every place. */
export const placeRead = ({ role, agency }: Staff): Outcome<string | undefined> => {
  if (role === 'supervisor') return done(undefined);
  return role === 'leader' && agency !== undefined
    ? done(agency)
    : refuse({ code: 'staff-unknown' });
};
