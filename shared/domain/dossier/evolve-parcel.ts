import type { Applications, FactOf } from './apply.ts';
import type { Dossier } from './dossier.ts';
import { type ParcelEnding, withEnd } from './parcel-ways.ts';
import { deliveryOf } from './required.ts';

const withDelivery = (dossier: Dossier, end: ParcelEnding): Dossier => ({
  ...dossier,
  delivery: withEnd(deliveryOf(dossier), end),
});

const held = (dossier: Dossier, { heldAt }: Pick<FactOf<'papers-held'>, 'heldAt'>): Dossier => ({
  ...dossier,
  ...(dossier.delivery && { delivery: { ...dossier.delivery, heldAt } }),
});

const sent = (dossier: Dossier, fact: FactOf<'result-dispatched' | 'papers-dispatched'>) => ({
  ...withoutDelivery(dossier),
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
  'result-returned-to-agency': (dossier, { returnedAt, awaited }) => ({
    ...withDelivery(dossier, { returnedAt, ...(awaited && { awaited }) }),
    status: 'decided',
  }),
  'result-picked-up': (dossier, { pickUp, handedAt }) => ({
    ...dossier,
    status: 'returned',
    pickUp: { id: pickUp, handedAt },
  }),
  'papers-dispatched': sent,
  'papers-delivered': (dossier, { deliveredAt }) => withDelivery(dossier, { deliveredAt }),
  'papers-held': held,
  'papers-came-back': (dossier, { returnedAt, awaited }) =>
    withDelivery(dossier, { returnedAt, ...(awaited && { awaited }) }),
  'parcel-time-corrected': (dossier, { end, at }) => ({
    ...dossier,
    delivery: { ...deliveryOf(dossier), [end]: at },
  }),
  'papers-picked-up': withoutDelivery,
};
