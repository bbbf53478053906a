import { eventToday } from '#adapters/stored/event.ts';
import type { Holder } from '#domain/custody/holding.ts';
import type { Move } from '#domain/custody/move.ts';
import type { Paper } from '#domain/custody/paper.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent, DossierFact } from '#domain/dossier/dossier-event.ts';
import { evolve } from '#domain/dossier/evolve.ts';
import { movesOf } from '#domain/dossier/paper-ways.ts';
import { isAt, type Party, pouchState } from '#domain/handover/pouch.ts';
import { isNothing, minus, nothing, type Purses, plus } from '#domain/money/purses.ts';
import { leftOf } from '#functions/money/domain/cash-book.ts';
import { shiftState } from '#functions/money/domain/records.ts';
import { drawerOf } from '#functions/money/domain/shift.ts';
import { receiptKind, remittanceKind, safeKind, shiftKind } from '#functions/money/records.ts';
import type { ReturnOrderState } from '#functions/returns/domain/return-order.ts';
import { returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import type { KeptRecord, RecordKind } from '#ports/records.ts';
import {
  clerk,
  colleague,
  courier,
  guestClerk,
  leaderOf,
  officerOf,
  strangeClerk,
} from './staff.ts';
import type { Stand } from './stand.ts';

const all = <T extends KeptRecord>({ records }: Stand, wanted: RecordKind<T>): readonly T[] =>
  [...records.values()].flatMap(({ kind, after }) =>
    kind.name === wanted.name ? [after as T] : [],
  );

const sum = (all: readonly Purses[]): Purses => all.reduce(plus, nothing);

/**
 * Money: what is left of all receipts lies in drawers whose money is not in the safe yet, in safes, or went
 * out with remittances, purse by purse; and the notes that no purse explains are the floats.
 */
const lostMoney = (stand: Stand): readonly string[] => {
  const taken = sum(all(stand, receiptKind).map(leftOf));
  const drawers = all(stand, shiftKind).filter((shift) => shiftState(shift) !== 'confirmed');
  const sent = all(stand, remittanceKind).map(({ purses, postageVnd }) => ({
    ...purses,
    postage: purses.postage + postageVnd,
  }));
  const there = sum([
    ...drawers.map(drawerOf),
    ...all(stand, safeKind).map(({ purses }) => purses),
    ...sent,
  ]);
  const lost = minus(taken, there);
  return isNothing(lost) ? [] : [`money is lost or made: ${JSON.stringify(lost)}`];
};

const kindOf = ({ id, copyKind }: Paper): string => `${id} ${copyKind}`;

const counted = (papers: readonly Paper[]): ReadonlyMap<string, number> =>
  papers.reduce(
    (counts, paper) => counts.set(kindOf(paper), (counts.get(kindOf(paper)) ?? 0) + paper.count),
    new Map<string, number>(),
  );

/** What came over the counter or was made: declared, brought or taken back later, and the result once there is one. */
const cameIn = ({ supplements, decision, oldPapers }: Dossier, declared: readonly Paper[]) =>
  counted([
    ...declared,
    ...supplements
      .filter(({ receivedAt }) => receivedAt !== undefined)
      .flatMap(({ items }) => items),
    ...(decision ? [resultPaper] : []),
    ...(oldPapers?.taken ?? []),
  ]);

/** As counted at first, or counted again. */
const declaredAfter = (known: readonly Paper[], fact: DossierFact): readonly Paper[] =>
  fact.type === 'dossier-registered' || fact.type === 'components-corrected'
    ? fact.components
    : known;

/** Papers: each that came in is in exactly one hand, and none is there that did not come in. */
const lostPapers = (stand: Stand): readonly string[] =>
  [...stand.dossiers.values()].flatMap(({ dossier, events }) => {
    const declared = events.map((event) => eventToday(event).fact).reduce(declaredAfter, []);
    const came = cameIn(dossier, declared);
    const held = counted(dossier.custody);
    return [...new Set([...came.keys(), ...held.keys()])].flatMap((kind) =>
      came.get(kind) === held.get(kind)
        ? []
        : [`${held.get(kind) ?? 0} of ${came.get(kind) ?? 0} ${kind} are in somebody's hands`],
    );
  });

const everybody = [
  clerk,
  colleague,
  courier,
  guestClerk,
  strangeClerk,
  ...['ct-nnmt', 'ct-tp', 'ct-xd'].flatMap((agency) => [officerOf(agency), leaderOf(agency)]),
];

/** Whether somebody who works there says so; a count is signed by both sides. */
const isTheirWord = ({ actor, fact }: DossierEvent, { to }: Move): boolean => {
  if (fact.type === 'papers-counted') return fact.giver !== fact.receiver;
  if (to.kind !== 'office' && to.kind !== 'agency') return true;
  // Found by one who stands there, and seen by whoever wrote it.
  const said = fact.type === 'papers-recovered' && fact.giver ? `staff:${fact.giver}` : actor;
  if (said === actor && fact.type === 'papers-recovered' && fact.giver) return false;
  return everybody.some((staff) => `staff:${staff.id}` === said && isAt(staff, to as Party));
};

/** Papers come into an office's or an agency's hands by the word of somebody there, and by nobody else's. */
const takenOnAnothersWord = (stand: Stand): readonly string[] =>
  [...stand.dossiers.values()].flatMap(({ events }) => {
    const flaws: string[] = [];
    let before: Dossier | undefined;
    for (const event of events.map(eventToday)) {
      const { moves } = before ? movesOf(before, event.fact) : { moves: [] };
      if (!moves.every((move) => isTheirWord(event, move)))
        flaws.push(`${event.fact.type} moves papers on the word of ${event.actor}`);
      before = evolve(before, event);
    }
    return flaws;
  });

const handsOf: Readonly<Record<ReturnOrderState, readonly Holder['kind'][]>> = {
  waiting: ['agency', 'office'],
  dispatched: ['carrier'],
  delivered: ['citizen'],
  'returned-to-agency': ['carrier', 'office', 'agency'],
  lost: ['missing'],
  withdrawn: ['agency', 'office', 'missing'],
};

/** Results of return orders: in the hands that their state speaks of, and in the pouch whose list names them. */
const strayOrders = (stand: Stand): readonly string[] => {
  const listed = all(stand, pouchKind)
    .filter((pouch) => pouchState(pouch) !== 'settled')
    .flatMap(({ id, orders = [] }) => orders.map(({ returnOrderId }) => `${id} ${returnOrderId}`));
  const orders = all(stand, returnOrderKind);
  const packed = orders.flatMap(({ id, pouch }) => (pouch ? [`${pouch} ${id}`] : []));
  return [
    ...orders
      .filter(({ state, holder }) => !handsOf[state].includes(holder.kind))
      .map(({ state, holder }) => `a result is ${state}, and ${holder.kind} has it`),
    ...packed.filter((each) => !listed.includes(each)).map((each) => `no list names ${each}`),
  ];
};

/** Codes and numbers: each belongs to one thing. */
const doubled = (stand: Stand): readonly string[] => {
  const codes = [...stand.dossiers.values()].flatMap(
    ({ dossier }) => dossier.acceptance?.code ?? [],
  );
  const receipts = all(stand, receiptKind).map(({ number }) => number);
  const waybills = all(stand, shipmentKind).map(({ waybill }) => waybill);
  return [codes, receipts, waybills].flatMap((numbers) =>
    new Set(numbers).size === numbers.length ? [] : [`a number is used twice: ${numbers}`],
  );
};

/** What of a stand is not as it must be in every stand. */
export const unconserved = (stand: Stand): readonly string[] => [
  ...lostMoney(stand),
  ...lostPapers(stand),
  ...takenOnAnothersWord(stand),
  ...strayOrders(stand),
  ...doubled(stand),
];
