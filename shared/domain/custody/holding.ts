import type { CopyKind, Paper } from './paper.ts';

/**
 * Who answers for a paper. `courier` names the post office whose courier it is, `carrier` the shipment,
 * `missing` the pouch in whose count it was not there.
 */
export type Holder =
  | { readonly kind: 'citizen' }
  | {
      readonly kind: 'office' | 'agency' | 'courier' | 'carrier' | 'missing';
      readonly id: string;
    };

/** Papers in one hand: every paper of a dossier is in exactly one holding. */
export interface Holding extends Paper {
  readonly holder: Holder;
}

export const isSame = (a: Holder, b: Holder): boolean =>
  a.kind === b.kind && ('id' in a ? a.id : '') === ('id' in b ? b.id : '');

const isOfKind = (a: Paper, b: { readonly id: string; readonly copyKind: CopyKind }): boolean =>
  a.id === b.id && a.copyKind === b.copyKind;

const countOf = (papers: readonly Paper[], of: Paper): number =>
  papers.filter((paper) => isOfKind(paper, of)).reduce((sum, { count }) => sum + count, 0);

/** One entry for each kind of paper, none with a count of zero. */
const summed = (papers: readonly Paper[]): readonly Paper[] => {
  const kinds = papers.filter((paper, n) => papers.findIndex((p) => isOfKind(p, paper)) === n);
  return kinds
    .map(({ id, copyKind, ...paper }) => ({
      id,
      copyKind,
      count: countOf(papers, { id, copyKind, ...paper }),
    }))
    .filter(({ count }) => count > 0);
};

/** What is asked for and not there. */
export const lacking = (have: readonly Paper[], want: readonly Paper[]): readonly Paper[] =>
  summed(want).flatMap((paper) => {
    const count = paper.count - countOf(have, paper);
    return count > 0 ? [{ ...paper, count }] : [];
  });

/** What both lists have. */
export const shared = (a: readonly Paper[], b: readonly Paper[]): readonly Paper[] =>
  lacking(lacking(b, a), a);

export const heldBy = (holdings: readonly Holding[], holder: Holder): readonly Paper[] =>
  summed(holdings.filter((holding) => isSame(holding.holder, holder)));

/** Papers that come in new: from the citizen, or found beyond what was listed. */
export const received = (
  holdings: readonly Holding[],
  papers: readonly Paper[],
  holder: Holder,
): readonly Holding[] => {
  const mine = summed([...heldBy(holdings, holder), ...papers]);
  return [
    ...holdings.filter((holding) => !isSame(holding.holder, holder)),
    ...mine.map((paper) => ({ ...paper, holder })),
  ];
};

/** Papers that go out of a hand and into none. Throws when the hand does not have them. */
export const withdrawn = (
  holdings: readonly Holding[],
  papers: readonly Paper[],
  holder: Holder,
): readonly Holding[] => {
  const short = lacking(heldBy(holdings, holder), papers);
  if (short.length > 0) throw new Error(`${holder.kind} does not hold ${short[0]?.id}`);
  const rest = lacking(papers, heldBy(holdings, holder));
  return received(
    holdings.filter((holding) => !isSame(holding.holder, holder)),
    rest,
    holder,
  );
};

/** From one hand into another. Throws when the giver does not have them: no paper appears from nowhere. */
export const moved = (
  holdings: readonly Holding[],
  papers: readonly Paper[],
  from: Holder,
  to: Holder,
): readonly Holding[] => received(withdrawn(holdings, papers, from), papers, to);
