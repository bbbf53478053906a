import type { Actor, Staff } from '#domain/actor/actor.ts';
import { type Act, mayAct } from '#domain/dossier/acts.ts';
import { maySee } from '#domain/dossier/visibility.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { sightOf } from '#domain/sight/reader.ts';
import { dossierSeenBy } from '#domain/sight/seen.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';

declare const authorised: unique symbol;

/**
 * A dossier in the hands of somebody who may do one act to it. Only this module makes one and only
 * one of these can be written: reading gives a `StoredDossier`, which `writeOf` does not take.
 */
export type AuthorisedDossier = StoredDossier & { readonly [authorised]: Act | 'shown-receipt' };

const authorise = (stored: StoredDossier): AuthorisedDossier => stored as AuthorisedDossier;

/** The dossier as this actor is to read it: what the table of fields does not name for them is withheld. */
export const shownTo = <S extends StoredDossier>(actor: Actor, stored: S): S => {
  const { dossier } = stored;
  return { ...stored, dossier: dossierSeenBy(sightOf(actor, dossier), dossier) };
};

/**
 * Loads a dossier that this actor may see, with the texts that are for them; what it may not see does
 * not exist. To see is not to act.
 */
export const loadVisible = async (
  ledger: UnitOfWork,
  actor: Actor,
  id: DossierId,
  may: typeof maySee = maySee,
): Promise<Outcome<StoredDossier>> => {
  const stored = await ledger.load(id);
  if (!stored || !may(actor, stored.dossier)) return refuse({ code: 'dossier-unknown' });
  return done(shownTo(actor, stored));
};

/**
 * Loads a dossier for one act. Whoever sees it and may not is told so (`act-not-permitted`); to whom
 * it is no business at all it does not exist.
 */
export const loadToAct = async (
  ledger: UnitOfWork,
  act: Act,
  actor: Actor,
  id: DossierId,
): Promise<Outcome<AuthorisedDossier>> => {
  const stored = await ledger.load(id);
  if (!stored) return refuse({ code: 'dossier-unknown' });
  if (mayAct(act, actor, stored.dossier)) return stillKept(act, stored);
  return maySee(actor, stored.dossier)
    ? refuse({ code: 'act-not-permitted', act })
    : refuse({ code: 'dossier-unknown' });
};

const ofRetention: readonly Act[] = ['end-retention', 'erase-texts'];

/** What was erased stays as it ended: late news and old papers find nobody whom they could be about. */
const stillKept = (act: Act, stored: StoredDossier): Outcome<AuthorisedDossier> =>
  stored.dossier.retention && !ofRetention.includes(act)
    ? refuse({ code: 'retention-ended' })
    : done(authorise(stored));

/** Whoever holds out the receipt, code and secret, lets the counter before them in (domain §10.5). */
export const shownReceipt = (actor: Staff, stored: StoredDossier): AuthorisedDossier | undefined =>
  actor.role === 'clerk' && actor.office !== undefined ? authorise(stored) : undefined;
