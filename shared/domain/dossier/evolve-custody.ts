import {
  type Holder,
  type Holding,
  heldBy,
  lacking,
  moved,
  received,
  shared,
} from '#domain/custody/holding.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Applications, FactOf } from './apply.ts';
import type { Dossier } from './dossier.ts';

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

/** What the citizen had got back before leaves the citizen's hands; the rest is new in the world. */
const oldPapersReported = (
  dossier: Dossier,
  { taken, lost, outstanding, to, shipment }: FactOf<'old-papers-reported'>,
  at: Instant,
): Dossier => {
  const { oldPapers, delivery, custody } = dossier;
  const citizen: Holder = { kind: 'citizen' };
  const known = shared(heldBy(custody, citizen), taken);
  return {
    ...dossier,
    custody: received(moved(custody, known, citizen, to), lacking(known, taken), to),
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

/** Facts of the custody machine: none of them touches the case. */
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
  'old-papers-reported': (dossier, fact, { effectiveAt }) =>
    oldPapersReported(dossier, fact, effectiveAt),
};
