import { type Holder, type Holding, moved, received, withdrawn } from './holding.ts';
import type { Paper } from './paper.ts';

/**
 * Out of whose hand a paper comes. `new`: it was in no hand that we know of, because a citizen hands it in, an
 * agency makes it, or a count finds what no list has.
 */
export type Source = Holder | { readonly kind: 'new' };

/** Papers that change hands. `uncounted`: they were written down by mistake and are in no hand. */
export type Move = { readonly papers: readonly Paper[] } & (
  | { readonly from: Source; readonly to: Holder }
  | { readonly from: Holder; readonly to: { readonly kind: 'uncounted' } }
);

/** Throws when a giver does not have them: no paper appears from nowhere. */
export const after = (custody: readonly Holding[], move: Move): readonly Holding[] => {
  const { papers, from } = move;
  if (isUncounted(move)) return withdrawn(custody, papers, move.from);
  return from.kind === 'new'
    ? received(custody, papers, move.to)
    : moved(custody, papers, from, move.to);
};

const isUncounted = (move: Move): move is Extract<Move, { to: { kind: 'uncounted' } }> =>
  move.to.kind === 'uncounted';
