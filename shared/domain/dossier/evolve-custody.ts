import type { Instant } from '#domain/time/instant.ts';
import type { Applications, FactOf } from './apply.ts';
import type { Dossier } from './dossier.ts';

const unpacked = (dossier: Dossier): Dossier => {
  const { pouch: _, ...rest } = dossier;
  return rest;
};

const unchanged = (dossier: Dossier): Dossier => dossier;

const oldPapersReported = (
  dossier: Dossier,
  { taken, lost, outstanding, shipment }: FactOf<'old-papers-reported'>,
  at: Instant,
): Dossier => {
  const { oldPapers, delivery } = dossier;
  return {
    ...dossier,
    oldPapers: {
      since: oldPapers?.since ?? at,
      taken: [...(oldPapers?.taken ?? []), ...taken],
      lost: [...(oldPapers?.lost ?? []), ...lost],
      outstanding,
    },
    ...(delivery &&
      delivery.shipment === shipment && { delivery: { ...delivery, oldPapersStated: true } }),
  };
};

/** The parcel that its carrier had told to have come back is here. */
const takenBack = (
  dossier: Dossier,
  { shipment }: FactOf<'papers-taken-back'>,
  { effectiveAt: takenInAt }: { readonly effectiveAt: Instant },
): Dossier => {
  const { delivery } = dossier;
  if (!delivery?.awaited || delivery.shipment !== shipment) return dossier;
  const { awaited: _, ...parcel } = delivery;
  return { ...dossier, delivery: { ...parcel, takenInAt } };
};

/** Facts of the custody machine: none of them touches the case, and who has what `custodyAfter` says. */
export const custodyApplications: Applications<
  | 'papers-packed'
  | 'papers-unpacked'
  | 'papers-counted'
  | 'papers-missed'
  | 'papers-recovered'
  | 'papers-taken-back'
  | 'papers-given-back'
  | 'old-papers-reported'
> = {
  'papers-packed': (dossier, { pouch }) => ({ ...dossier, pouch }),
  'papers-unpacked': unpacked,
  'papers-counted': unpacked,
  'papers-missed': unchanged,
  'papers-recovered': unchanged,
  'papers-taken-back': takenBack,
  'papers-given-back': unchanged,
  'old-papers-reported': (dossier, fact, { effectiveAt }) =>
    oldPapersReported(dossier, fact, effectiveAt),
};
