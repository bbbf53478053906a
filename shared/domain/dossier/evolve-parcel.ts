import { type Holder, heldBy, lacking, moved, shared } from '#domain/custody/holding.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import type { Applications, FactOf } from './apply.ts';
import type { Delivery, Dossier } from './dossier.ts';

/** Who has a parcel's papers, as far as the news tells. */
const holderOf = ({ department }: Dossier, parcel: Delivery): Holder => {
  if (parcel.deliveredAt !== undefined) return { kind: 'citizen' };
  if (parcel.returnedAt !== undefined && parcel.backTo) return parcel.backTo;
  if (parcel.returnedAt !== undefined && department)
    return { kind: 'agency', id: department.agency };
  return { kind: 'carrier', id: parcel.shipment };
};

/**
 * What the parcel carries is where the news says. Later news may correct the earlier: then only what
 * still lies where it was thought to be moves.
 */
const parcelMoved = (dossier: Dossier, parcel: Delivery): Dossier['custody'] => {
  const { custody, delivery } = dossier;
  if (!delivery) return custody;
  const from = holderOf(dossier, delivery);
  const to = holderOf(dossier, parcel);
  return moved(custody, shared(heldBy(custody, from), delivery.papers ?? []), from, to);
};

/** The result, and what lay in its parcel, out of every hand into the citizen's. */
const handedOver = (dossier: Dossier): Dossier['custody'] => {
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

const dispatched = (
  custody: Dossier['custody'],
  { shipment, papers = [] }: FactOf<'result-dispatched' | 'papers-dispatched'>,
): Dossier['custody'] =>
  papers.reduce<Dossier['custody']>(
    (held, { from, papers: some }) => moved(held, some, from, { kind: 'carrier', id: shipment }),
    custody,
  );

/** The parcel's end; later news may replace one end by the other. */
const withDelivery = (
  dossier: Dossier,
  end: Pick<Delivery, 'deliveredAt'> | Pick<Delivery, 'returnedAt'>,
): Dossier => {
  if (!dossier.delivery) return dossier;
  const { deliveredAt: _, returnedAt: __, ...rest } = dossier.delivery;
  const delivery = { ...rest, ...end };
  return { ...dossier, delivery, custody: parcelMoved(dossier, delivery) };
};

const held = (dossier: Dossier, { heldAt }: Pick<FactOf<'papers-held'>, 'heldAt'>): Dossier => ({
  ...dossier,
  ...(dossier.delivery && { delivery: { ...dossier.delivery, heldAt } }),
});

const sent = (dossier: Dossier, fact: FactOf<'result-dispatched' | 'papers-dispatched'>) => ({
  ...withoutDelivery(dossier),
  custody: dispatched(dossier.custody, fact),
  delivery: {
    shipment: fact.shipment,
    carrier: fact.carrier,
    waybill: fact.waybill,
    ...(fact.papers && { papers: fact.papers.flatMap(({ papers }) => papers) }),
    ...(fact.type === 'papers-dispatched' && { backTo: fact.backTo }),
  },
});

/** The parcel before, if there is one, is history. */
const withoutDelivery = ({ delivery, ...dossier }: Dossier): Dossier =>
  delivery
    ? { ...dossier, earlierDeliveries: [...(dossier.earlierDeliveries ?? []), delivery] }
    : dossier;

/** Facts of the delivery machine. Papers of an ended dossier leave its case as it is. */
export const parcelApplications: Applications<
  | 'result-dispatched'
  | 'result-delivered'
  | 'result-held'
  | 'result-returned-to-agency'
  | 'result-picked-up'
  | 'papers-dispatched'
  | 'papers-delivered'
  | 'papers-held'
  | 'papers-came-back'
  | 'papers-picked-up'
  | 'parcel-time-corrected'
> = {
  'result-dispatched': sent,
  'result-delivered': (dossier, { deliveredAt }) => ({
    ...withDelivery(dossier, { deliveredAt }),
    status: 'returned',
  }),
  'result-held': held,
  'result-returned-to-agency': (dossier, { returnedAt }) => ({
    ...withDelivery(dossier, { returnedAt }),
    status: 'decided',
  }),
  'result-picked-up': (dossier, { pickUp, handedAt }) => ({
    ...dossier,
    status: 'returned',
    custody: handedOver(dossier),
    pickUp: { id: pickUp, handedAt },
  }),
  'papers-dispatched': sent,
  'papers-delivered': (dossier, { deliveredAt }) => withDelivery(dossier, { deliveredAt }),
  'papers-held': held,
  'papers-came-back': (dossier, { returnedAt }) => withDelivery(dossier, { returnedAt }),
  'parcel-time-corrected': (dossier, { end, at }) =>
    withDelivery(dossier, end === 'deliveredAt' ? { deliveredAt: at } : { returnedAt: at }),
  'papers-picked-up': (dossier, { papers }) => ({
    ...withoutDelivery(dossier),
    custody: papers.reduce<Dossier['custody']>(
      (all, { from, papers: some }) => moved(all, some, from, { kind: 'citizen' }),
      dossier.custody,
    ),
  }),
};
