import { heldBy, lacking } from '#domain/custody/holding.ts';
import { after, type Move, type Source } from '#domain/custody/move.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { FactOf } from './apply.ts';
import type { Dossier } from './dossier.ts';
import type { DossierFact, FactType } from './dossier-event.ts';
import { type MovingType, movesOf } from './paper-ways.ts';

declare const asked: unique symbol;

/** A fact by which papers change hands, of which the custody record was asked. Only `handing` makes one. */
type Handed = FactOf<MovingType> & { readonly [asked]: true };

/**
 * What a step may decide. A fact that moves papers is none until the custody record was asked whether whoever
 * gives them has them: without `handing` it does not compile.
 */
export type DecidedFact = FactOf<Exclude<FactType, MovingType>> | Handed;

const isUnheld = (
  custody: Dossier['custody'],
  outOf: readonly Source['kind'][],
  { from, papers }: Move,
): boolean =>
  !outOf.includes(from.kind) ||
  (from.kind !== 'new' && lacking(heldBy(custody, from), papers).length > 0);

/** Ai đang giữ: these facts, one after the other, or that somebody else has what they would move. */
export const handing = (
  dossier: Dossier,
  facts: readonly DossierFact[],
): Outcome<readonly DecidedFact[]> => {
  let { custody } = dossier;
  for (const fact of facts) {
    const { outOf, moves } = movesOf({ ...dossier, custody }, fact);
    for (const move of moves) {
      if (isUnheld(custody, outOf, move)) return refuse({ code: 'papers-elsewhere' });
      custody = after(custody, move);
    }
  }
  return done(facts as readonly DecidedFact[]);
};
