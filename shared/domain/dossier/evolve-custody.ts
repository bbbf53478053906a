import { type Holding, heldBy, lacking, moved, received, shared } from '#domain/custody/holding.ts';
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
