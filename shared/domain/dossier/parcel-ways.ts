import { type Holder, heldBy, isSame, lacking, shared } from '#domain/custody/holding.ts';
import type { Move } from '#domain/custody/move.ts';
import { type Paper, resultPaper } from '#domain/custody/paper.ts';
import type { FactOf } from './apply.ts';
import type { Delivery, Dossier } from './dossier.ts';
import type { DossierFact } from './dossier-event.ts';
import { deliveryOf, departmentOf } from './required.ts';

/** How a parcel ended. */
export type ParcelEnding = Pick<Delivery, 'deliveredAt'> | Pick<Delivery, 'returnedAt' | 'awaited'>;

/** The parcel with this end; later news may replace one end by the other. */
export const withEnd = (parcel: Delivery, end: ParcelEnding): Delivery => {
  const { deliveredAt: _, returnedAt: __, awaited: ___, ...rest } = parcel;
  return { ...rest, ...end };
};

/** Who has a parcel's papers, as far as the news tells and somebody has taken it in. */
export const holderOf = ({ department, office }: Dossier, parcel: Delivery): Holder => {
  if (parcel.deliveredAt !== undefined) return { kind: 'citizen' };
  if (parcel.awaited) return { kind: 'carrier', id: parcel.shipment };
  if (parcel.takenInAt !== undefined) return { kind: 'office', id: office };
  // Written when the carrier's word alone booked it back.
  if (parcel.returnedAt !== undefined && parcel.backTo) return parcel.backTo;
  if (parcel.returnedAt !== undefined && department)
    return { kind: 'agency', id: department.agency };
  return { kind: 'carrier', id: parcel.shipment };
};

/**
 * What the parcel carries is where the news says. Later news may correct the earlier: then only what
 * still lies where it was thought to be moves.
 */
export const newsMoves = (dossier: Dossier, end: ParcelEnding): readonly Move[] => {
  const parcel = deliveryOf(dossier);
  const from = holderOf(dossier, parcel);
  const to = holderOf(dossier, withEnd(parcel, end));
  // That it is on its way back changes nobody's hands.
  if (isSame(from, to)) return [];
  return [{ papers: shared(heldBy(dossier.custody, from), parcel.papers ?? []), from, to }];
};

const news: readonly DossierFact['type'][] = [
  'result-delivered',
  'result-returned-to-agency',
  'papers-delivered',
  'papers-came-back',
];

/** The dossier, where its parcel had ended and others hand on now what lay in it: that is kept with the parcel. */
export const markHandedOn = (
  dossier: Dossier,
  { type }: Pick<DossierFact, 'type'>,
  moves: readonly Move[],
): Dossier => {
  const { delivery } = dossier;
  if (!delivery || news.includes(type)) return dossier;
  const holder = holderOf(dossier, delivery);
  const isHandedOn = ({ from, papers }: Move): boolean =>
    from.kind !== 'new' && isSame(from, holder) && shared(papers, delivery.papers ?? []).length > 0;
  return holder.kind !== 'carrier' && moves.some(isHandedOn)
    ? { ...dossier, delivery: { ...delivery, handedOn: true } }
    : dossier;
};

const allocated = (
  { custody }: Dossier,
  hands: readonly Holder[],
  wanted: readonly Paper[],
): readonly Move[] => {
  let left = wanted;
  return hands.map((from) => {
    const papers = shared(heldBy(custody, from), left);
    left = lacking(papers, left);
    return { papers, from, to: { kind: 'citizen' } };
  });
};

/** The result, and what lay in its parcel; by the fact's own list, and in old ones out of every hand. */
export const pickedUp = (
  dossier: Dossier,
  { papers }: FactOf<'result-picked-up'>,
): readonly Move[] => {
  if (papers)
    return papers.map(({ from, papers: some }) => ({
      papers: some,
      from,
      to: { kind: 'citizen' },
    }));
  const { office, delivery, custody } = dossier;
  const hands: readonly Holder[] = [
    { kind: 'office', id: office },
    { kind: 'agency', id: departmentOf(dossier).agency },
    ...(delivery ? [{ kind: 'carrier', id: delivery.shipment } as const] : []),
  ];
  const wanted = [resultPaper, ...(delivery?.papers ?? [])];
  return allocated(dossier, hands, lacking(heldBy(custody, { kind: 'citizen' }), wanted));
};
