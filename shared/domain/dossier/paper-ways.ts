import { type Holder, type Holding, heldBy, lacking, shared } from '#domain/custody/holding.ts';
import { after, type Move, type Source } from '#domain/custody/move.ts';
import { type Paper, resultPaper } from '#domain/custody/paper.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { FactOf } from './apply.ts';
import type { Dossier } from './dossier.ts';
import type { FactType } from './dossier-event.ts';
import { newsMoves, pickedUp } from './parcel-ways.ts';
import { lastSupplementOf } from './required.ts';

/** What a kind of fact does with papers. */
interface Way<T extends FactType> {
  /** Out of no other hands may such a fact take anything when it is decided; what was written before stands. */
  readonly outOf: readonly Source['kind'][];
  readonly moves: (dossier: Dossier, fact: FactOf<T>) => readonly Move[];
}

/** No paper changes hands by it. */
const stays = 'stays';

const way = <T extends FactType>(
  outOf: Way<T>['outOf'],
  moves: Way<T>['moves'],
): { readonly outOf: Way<T>['outOf']; readonly moves: Way<T>['moves'] } => ({ outOf, moves });

const fresh: Source = { kind: 'new' };
const citizen: Holder = { kind: 'citizen' };

/** So many kinds of papers are told apart; what is found beyond them is other papers, by their number. */
const kindsKept = 200;
const otherPapers = 'giay-to-khac';

const named = (custody: readonly Holding[], extra: readonly Paper[]): readonly Paper[] => {
  const kinds = new Set([...custody, ...extra].map(({ id }) => id));
  return kinds.size <= kindsKept ? extra : extra.map((paper) => ({ ...paper, id: otherPapers }));
};

/** What the citizen had got back before leaves the citizen's hands; the rest was in nobody's. */
const broughtIn = ({ custody }: Dossier, papers: readonly Paper[], to: Holder): readonly Move[] => {
  const known = shared(heldBy(custody, citizen), papers);
  return [
    { papers: known, from: citizen, to },
    { papers: lacking(known, papers), from: fresh, to },
  ];
};

const supplemented = (
  dossier: Dossier,
  { office = dossier.office }: FactOf<'supplement-received'>,
): readonly Move[] =>
  broughtIn(
    dossier,
    lastSupplementOf(dossier).items.map(({ reason: _, ...paper }) => paper),
    { kind: 'office', id: office },
  );

/** Counted again before anybody built on it: what is too many is in no hand, what was too few is new. */
const recounted = (
  { office: id, custody }: Dossier,
  { components }: FactOf<'components-corrected'>,
): readonly Move[] => {
  const office: Holder = { kind: 'office', id };
  const here = heldBy(custody, office);
  return [
    { papers: lacking(components, here), from: office, to: { kind: 'uncounted' } },
    { papers: lacking(here, components), from: fresh, to: office },
  ];
};

/** Out of whichever loss they were in. */
const recovered = (
  { custody }: Dossier,
  { papers, at }: FactOf<'papers-recovered'>,
): readonly Move[] => {
  let left = papers;
  return custody
    .filter(({ holder }) => holder.kind === 'missing')
    .map(({ holder: from, ...lost }) => {
      const found = shared([lost], left);
      left = lacking(found, left);
      return { papers: found, from, to: at };
    });
};

const dispatched = (
  _dossier: Dossier,
  { shipment, papers = [] }: FactOf<'result-dispatched' | 'papers-dispatched'>,
): readonly Move[] =>
  papers.map(({ from, papers: some }) => ({
    papers: some,
    from,
    to: { kind: 'carrier', id: shipment },
  }));

const cameBack = (
  dossier: Dossier,
  { returnedAt, awaited }: FactOf<'result-returned-to-agency' | 'papers-came-back'>,
): readonly Move[] => newsMoves(dossier, { returnedAt, ...(awaited && { awaited }) });

const broughtBy = (office: string, shipment: ShipmentId | undefined): Holder =>
  shipment === undefined ? { kind: 'courier', id: office } : { kind: 'carrier', id: shipment };

/**
 * Every kind of fact there is, and what it does with papers: `evolve` moves them by this table and by nothing
 * else, and a step that moves any asks it first (`handing`). A new kind of fact has its row, or `tsc` asks.
 */
export const paperWays = {
  'papers-counted': way<'papers-counted'>(
    ['office', 'agency', 'new'],
    ({ custody }, { found, extra, from, to }) => [
      { papers: found, from, to },
      { papers: named(custody, extra), from: fresh, to },
    ],
  ),
  'papers-missed': way<'papers-missed'>(['office', 'agency'], (_, { papers, from, pouch }) => [
    { papers, from, to: { kind: 'missing', id: pouch } },
  ]),
  'papers-recovered': way<'papers-recovered'>(['missing'], recovered),
  // By the clerk who has them in hand: from our own courier, or from the carrier of that parcel.
  'papers-taken-back': way<'papers-taken-back'>(
    ['courier', 'carrier'],
    (_, { papers, office: id, shipment }) => [
      { papers, from: broughtBy(id, shipment), to: { kind: 'office', id } },
    ],
  ),
  'papers-given-back': way<'papers-given-back'>(['office'], (_, { papers, office: id }) => [
    { papers, from: { kind: 'office', id }, to: citizen },
  ]),
  'old-papers-reported': way<'old-papers-reported'>(['citizen', 'new'], (dossier, { taken, to }) =>
    broughtIn(dossier, taken, to),
  ),
  'supplement-received': way<'supplement-received'>(['citizen', 'new'], supplemented),
  'components-corrected': way<'components-corrected'>(['office', 'new'], recounted),
  'dossier-decided': way<'dossier-decided'>(['new'], (_, { agency: id }) => [
    { papers: [resultPaper], from: fresh, to: { kind: 'agency', id } },
  ]),
  // The post sends what it has: what lies at the agency comes in a pouch, signed for by both sides.
  'result-dispatched': way<'result-dispatched'>(['office'], dispatched),
  'papers-dispatched': way<'papers-dispatched'>(['office'], dispatched),
  'result-delivered': way<'result-delivered'>(['carrier', 'agency'], (dossier, { deliveredAt }) =>
    newsMoves(dossier, { deliveredAt }),
  ),
  // On the carrier's word it is with the carrier, and with nobody else before it is taken in.
  'result-returned-to-agency': way<'result-returned-to-agency'>(['citizen'], cameBack),
  'papers-delivered': way<'papers-delivered'>(
    ['carrier', 'office', 'agency'],
    (dossier, { deliveredAt }) => newsMoves(dossier, { deliveredAt }),
  ),
  'papers-came-back': way<'papers-came-back'>(['citizen'], cameBack),
  // Out of the office's own parcel that waits behind its counter, or off its shelf.
  'result-picked-up': way<'result-picked-up'>(['office', 'carrier'], pickedUp),
  'papers-picked-up': way<'papers-picked-up'>(['office', 'carrier'], (_, { papers }) =>
    papers.map(({ from, papers: some }) => ({ papers: some, from, to: citizen })),
  ),
  'parcel-voided': way<'parcel-voided'>(['carrier'], (_, { shipment: id, back }) =>
    back.map(({ to, papers }) => ({ papers, from: { kind: 'carrier', id }, to })),
  ),
  'parcel-lost': way<'parcel-lost'>(['carrier'], (_, { shipment: id, papers }) => [
    { papers, from: { kind: 'carrier', id }, to: { kind: 'missing', id } },
  ]),
  // The lost paper counts no more: the new one stands in its place.
  'result-reissued': way<'result-reissued'>(['missing'], (_, { agency, shipment, pouch }) =>
    [shipment, pouch].flatMap((id) =>
      id === undefined
        ? []
        : [
            {
              papers: [resultPaper],
              from: { kind: 'missing', id },
              to: { kind: 'agency', id: agency },
            },
          ],
    ),
  ),
  // An end told again with another time: its papers lie where it put them.
  'parcel-time-corrected': stays,
  // There is nobody's hand before it: `evolve` begins with what it lists.
  'dossier-registered': stays,
  // A pouch answers to its sender until it is counted.
  'papers-packed': stays,
  'papers-unpacked': stays,
  'result-held': stays,
  'papers-held': stays,
  'slip-issued': stays,
  'scan-requested': stays,
  'scan-verified': stays,
  'page-judged': stays,
  'scan-rejected': stays,
  'scan-abandoned': stays,
  'scan-taken-out': stays,
  'dossier-accepted': stays,
  'department-reached': stays,
  'lease-granted': stays,
  'lease-extended': stays,
  'lease-released': stays,
  'lease-taken-back': stays,
  'dossier-acknowledged': stays,
  'supplement-requested': stays,
  'warning-recorded': stays,
  'office-joined': stays,
  'reception-refused': stays,
  'withdrawal-requested': stays,
  'withdrawal-granted': stays,
  'dossier-stopped': stays,
  'dossier-resumed': stays,
  'deadline-extended': stays,
  'deadline-prolonged': stays,
  'late-answer-admitted': stays,
  'deadline-reannounced': stays,
  // Its papers go on in a pouch, from whoever has them.
  'dossier-transferred': stays,
  'decision-proposed': stays,
  'proposal-returned': stays,
  'assignment-planned': stays,
  'assignment-opened': stays,
  'assignment-taken': stays,
  'assignment-taken-back': stays,
  'assignment-answered': stays,
  'assignment-recalled': stays,
  'clock-resumed': stays,
  'payment-requested': stays,
  'payment-received': stays,
  'payment-confirmed': stays,
  'payment-cancelled': stays,
  'citizen-reminded': stays,
  'limit-flagged': stays,
  'applicant-corrected': stays,
  'correction-asked': stays,
  'correction-answered': stays,
  'authorisation-revoked': stays,
  'contact-corrected': stays,
  'recipient-authorised': stays,
  'delivery-chosen': stays,
  'texts-erased': stays,
  // Nothing is erased while the post has papers; what the agency has is the agency's archive.
  'hold-laid': stays,
  'hold-lifted': stays,
  'retention-ended': stays,
  'files-erased': stays,
} as const satisfies { readonly [T in FactType]: Way<T> | typeof stays };

type Ways = typeof paperWays;

/** The kinds of fact by which papers change hands. */
export type MovingType = {
  [T in FactType]: Ways[T] extends typeof stays ? never : T;
}[FactType];

/** Which papers this fact takes out of which hand into which other. */
export const movesOf = (
  dossier: Dossier,
  fact: FactOf<FactType>,
): { readonly outOf: readonly Source['kind'][]; readonly moves: readonly Move[] } => {
  const way = paperWays[fact.type] as Way<FactType> | typeof stays;
  if (way === stays) return { outOf: [], moves: [] };
  const moves = way.moves(dossier, fact).filter(({ papers }) => papers.length > 0);
  return { outOf: way.outOf, moves };
};

/** Whose hands the papers are in after these moves. */
export const custodyAfter = (
  custody: Dossier['custody'],
  moves: readonly Move[],
): Dossier['custody'] => moves.reduce(after, custody);
