import {
  type Holder,
  type Holding,
  heldBy,
  lacking,
  moved,
  received,
  shared,
} from '#domain/custody/holding.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import type { Applications, FactOf } from './apply.ts';
import type { Delivery, Dossier } from './dossier.ts';

const unpacked = (dossier: Dossier): Dossier => {
  const { pouch: _, ...rest } = dossier;
  return rest;
};

/** Found papers change hands; what was found beyond the list is new in the world. */
const counted = (dossier: Dossier, fact: FactOf<'papers-counted'>): Dossier => ({
  ...unpacked(dossier),
  custody: received(moved(dossier.custody, fact.found, fact.from, fact.to), fact.extra, fact.to),
});

const recovered = (dossier: Dossier, { papers, at }: FactOf<'papers-recovered'>): Dossier => {
  const lost = dossier.custody.filter(({ holder }) => holder.kind === 'missing');
  let left = papers;
  let custody: readonly Holding[] = dossier.custody;
  for (const { holder } of lost) {
    const here = shared(heldBy(custody, holder), left);
    custody = moved(custody, here, holder, at);
    left = lacking(here, left);
  }
  return { ...dossier, custody };
};

/** Who has a parcel's papers, as far as the news tells. */
const holderOf = ({ department }: Dossier, parcel: Delivery): Holder => {
  if (parcel.deliveredAt !== undefined) return { kind: 'citizen' };
  if (parcel.returnedAt !== undefined && department)
    return { kind: 'agency', id: department.agency };
  return { kind: 'carrier', id: parcel.shipment };
};

/**
 * What the parcel carries is where the news says. Later news may correct the earlier: then only what
 * still lies where it was thought to be moves.
 */
export const parcelMoved = (dossier: Dossier, parcel: Delivery): Dossier['custody'] => {
  const { custody, delivery } = dossier;
  if (!delivery) return custody;
  const from = holderOf(dossier, delivery);
  const to = holderOf(dossier, parcel);
  return moved(custody, shared(heldBy(custody, from), delivery.papers ?? []), from, to);
};

/** The result, and what lay in its parcel, out of every hand into the citizen's. */
export const handedOver = (dossier: Dossier): Dossier['custody'] => {
  const { office, department, delivery } = dossier;
  const holders: readonly Holder[] = [
    { kind: 'office', id: office },
    ...(department ? [{ kind: 'agency', id: department.agency } as const] : []),
    ...(delivery ? [{ kind: 'carrier', id: delivery.shipment } as const] : []),
  ];
  const wanted = [resultPaper, ...(delivery?.papers ?? [])];
  return holders.reduce<Dossier['custody']>((held, holder) => {
    const left = lacking(heldBy(held, { kind: 'citizen' }), wanted);
    return moved(held, shared(heldBy(held, holder), left), holder, { kind: 'citizen' });
  }, dossier.custody);
};

export const dispatched = (
  custody: Dossier['custody'],
  { shipment, papers = [] }: FactOf<'result-dispatched'>,
): Dossier['custody'] =>
  papers.reduce<Dossier['custody']>(
    (held, { from, papers: some }) => moved(held, some, from, { kind: 'carrier', id: shipment }),
    custody,
  );

/** Facts of the custody machine: none of them touches the case. */
export const custodyApplications: Applications<
  | 'papers-packed'
  | 'papers-unpacked'
  | 'papers-counted'
  | 'papers-missed'
  | 'papers-recovered'
  | 'papers-taken-back'
  | 'papers-given-back'
> = {
  'papers-packed': (dossier, { pouch }) => ({ ...dossier, pouch }),
  'papers-unpacked': unpacked,
  'papers-counted': counted,
  'papers-missed': (dossier, { pouch, from, papers }) => ({
    ...dossier,
    custody: moved(dossier.custody, papers, from, { kind: 'missing', id: pouch }),
  }),
  'papers-recovered': recovered,
  'papers-taken-back': (dossier, { papers, office }) => ({
    ...dossier,
    custody: moved(
      dossier.custody,
      papers,
      { kind: 'courier', id: office },
      { kind: 'office', id: office },
    ),
  }),
  'papers-given-back': (dossier, { papers, office }) => ({
    ...dossier,
    custody: moved(dossier.custody, papers, { kind: 'office', id: office }, { kind: 'citizen' }),
  }),
};
