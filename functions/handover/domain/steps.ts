import type { Staff } from '#domain/actor/actor.ts';
import { lacking } from '#domain/custody/holding.ts';
import type { Paper } from '#domain/custody/paper.ts';
import {
  type Count,
  type CountedLine,
  type CountedOrder,
  isAt,
  linesIn,
  maySeePouch,
  type OrderLine,
  officeOf,
  type Party,
  type Pouch,
  type PouchLine,
  type PouchState,
  pouchLimit,
  pouchState,
  type Signatory,
} from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';

/** Who does it, and when. */
export interface Hand {
  readonly staff: Staff;
  readonly now: Instant;
}

type Step = 'pack' | 'unpack' | 'enclose' | 'seal' | 'take' | 'count' | 'sign' | 'settle';

const allowedIn: Readonly<Record<Step, readonly PouchState[]>> = {
  pack: ['open'],
  unpack: ['open'],
  enclose: ['open'],
  // Again while nobody has taken it: a number that was mistyped, or a seal that tore.
  seal: ['open', 'sealed'],
  take: ['sealed'],
  count: ['under-way', 'counted'],
  sign: ['counted'],
  settle: ['signed'],
};

const unlawful = (pouch: Pouch, step: Step): Refused | undefined => {
  const state = pouchState(pouch);
  return allowedIn[step].includes(state) ? undefined : refuse({ code: 'pouch-state', state, step });
};

const signed = ({ staff, now }: Hand): Signatory => ({
  staff: staff.id,
  name: staff.name ?? staff.id,
  at: now,
});

const next = (pouch: Pouch, change: Partial<Pouch>): Outcome<Pouch> =>
  done({ ...pouch, ...change, version: pouch.version + 1 });

const sends = (staff: Staff, { from }: Pouch): Refused | undefined =>
  isAt(staff, from) ? undefined : refuse({ code: 'pouch-unknown' });

export const openPouch = (id: PouchId, from: Party, to: Party, hand: Hand): Outcome<Pouch> =>
  from.kind === to.kind
    ? refuse({ code: 'pouch-ends' })
    : done({ id, version: 1, from, to, lines: [], opened: signed(hand) });

/** Puts a dossier's papers in and onto the manifest. */
export const pack = (pouch: Pouch, line: PouchLine, { staff }: Hand): Outcome<Pouch> => {
  const refused = mayPack(pouch, staff);
  return refused ?? next(pouch, { lines: [...pouch.lines, line] });
};

const mayPack = (pouch: Pouch, staff: Staff): Refused | undefined => {
  const refused = sends(staff, pouch) ?? unlawful(pouch, 'pack');
  if (refused) return refused;
  return linesIn(pouch) >= pouchLimit
    ? refuse({ code: 'pouch-full', limit: pouchLimit })
    : undefined;
};

/** Puts the result of a return order in and onto the manifest. */
export const addOrder = (pouch: Pouch, line: OrderLine, { staff }: Hand): Outcome<Pouch> =>
  mayPack(pouch, staff) ?? next(pouch, { orders: [...(pouch.orders ?? []), line] });

export const unpack = (pouch: Pouch, dossierId: DossierId, { staff }: Hand): Outcome<Pouch> => {
  const refused = sends(staff, pouch) ?? unlawful(pouch, 'unpack');
  if (refused) return refused;
  const lines = pouch.lines.filter((line) => line.dossierId !== dossierId);
  return lines.length === pouch.lines.length
    ? refuse({ code: 'dossier-unknown' })
    : next(pouch, { lines });
};

export const removeOrder = (
  pouch: Pouch,
  returnOrderId: ReturnOrderId,
  { staff }: Hand,
): Outcome<Pouch> => {
  const refused = sends(staff, pouch) ?? unlawful(pouch, 'unpack');
  if (refused) return refused;
  const { orders = [] } = pouch;
  const left = orders.filter((line) => line.returnOrderId !== returnOrderId);
  return left.length === orders.length
    ? refuse({ code: 'return-order-unknown' })
    : next(pouch, { orders: left });
};

/** Puts the money of a remittance to the same agency in, so that it is sealed with the papers. */
export const enclose = (
  pouch: Pouch,
  { number, agency }: { readonly number: string; readonly agency: string },
  { staff }: Hand,
): Outcome<Pouch> => {
  const refused = sends(staff, pouch) ?? unlawful(pouch, 'enclose');
  if (refused) return refused;
  if (pouch.to.id !== agency) return refuse({ code: 'pouch-wrong-way' });
  return next(pouch, { remittances: [...(pouch.remittances ?? []), number] });
};

/**
 * Niêm phong: from here on the manifest is what it is. Under another seal it stays so, and so does the time
 * by which it must be counted.
 */
export const seal = (
  pouch: Pouch,
  sealNumber: string,
  countBy: Instant,
  hand: Hand,
): Outcome<Pouch> => {
  const refused = sends(hand.staff, pouch) ?? unlawful(pouch, 'seal');
  if (refused) return refused;
  if (linesIn(pouch) === 0) return refuse({ code: 'pouch-empty' });
  return next(pouch, { sealNumber, sealed: signed(hand), countBy: pouch.countBy ?? countBy });
};

/** The courier reads the number off the seal: what is taken is what was sealed. */
export const take = (pouch: Pouch, sealNumber: string, hand: Hand): Outcome<Pouch> => {
  const { staff } = hand;
  if (staff.role !== 'courier' || staff.office !== officeOf(pouch))
    return refuse({ code: 'pouch-unknown' });
  const refused = unlawful(pouch, 'take');
  if (refused) return refused;
  if (sealNumber !== pouch.sealNumber) return refuse({ code: 'seal-mismatch' });
  if (staff.id === pouch.sealed?.staff) return refuse({ code: 'same-signatory' });
  return next(pouch, { taken: signed(hand) });
};

/**
 * Kiểm đếm: every line of the manifest gets its verdict, so that one bad line holds no other back
 * (QĐ 45/2016 art. 7). A new count takes the signature off the old one.
 */
export const count = (pouch: Pouch, counted: Count, hand: Hand): Outcome<Pouch> => {
  const refused = isAt(hand.staff, pouch.to)
    ? unlawful(pouch, 'count')
    : refuse({ code: 'pouch-unknown' });
  if (refused) return refused;
  const flaw = flawOf(pouch, counted.lines) ?? flawOfOrders(pouch, counted.orders ?? []);
  if (flaw) return flaw;
  const { giver: _, giverAbsence: __, ...unsigned } = pouch;
  return next(unsigned, { count: { ...counted, by: signed(hand), no: pouch.version + 1 } });
};

const flawOf = (pouch: Pouch, lines: readonly CountedLine[]): Refused | undefined => {
  const counted = new Map(lines.map((line) => [line.dossierId, line]));
  const uncounted = pouch.lines.filter(({ dossierId }) => !counted.has(dossierId));
  if (uncounted.length > 0 || lines.length !== pouch.lines.length)
    return refuse({
      code: 'count-incomplete',
      dossiers: uncounted.map(({ dossierId }) => dossierId),
    });
  const wrong = pouch.lines.find((line) => {
    const result = counted.get(line.dossierId);
    return result && !isCoherent(line.papers, result);
  });
  return wrong && refuse({ code: 'count-incoherent', dossier: wrong.dossierId });
};

const flawOfOrders = (pouch: Pouch, lines: readonly CountedOrder[]): Refused | undefined => {
  const { orders = [] } = pouch;
  const counted = new Set(lines.map(({ returnOrderId }) => returnOrderId));
  const uncounted = orders.filter(({ returnOrderId }) => !counted.has(returnOrderId));
  if (uncounted.length > 0 || lines.length !== orders.length)
    return refuse({
      code: 'count-incomplete',
      dossiers: [],
      orders: uncounted.map(({ returnOrderId }) => returnOrderId),
    });
  const wrong = lines.find((line) => !isFit(line));
  return wrong && refuse({ code: 'count-incoherent', order: wrong.returnOrderId });
};

/** What is not there is not sent back, and what is sent back has a reason. */
const isFit = ({ verdict, isTaken, remark }: Omit<CountedOrder, 'returnOrderId'>): boolean => {
  if (verdict === 'wrong-department' && isTaken) return false;
  if (!isTaken && !remark) return false;
  return isTaken || (verdict !== 'complete' && verdict !== 'missing');
};

/** A complete line lacks nothing and is taken, a missing one lacks something, a wrong one goes back. */
const isCoherent = (listed: readonly Paper[], line: CountedLine): boolean => {
  const { verdict, found } = line;
  if (lacking(listed, found).length > 0) return false;
  const isShort = lacking(found, listed).length > 0;
  return isShort === (verdict === 'missing') && isFit(line);
};

/**
 * Ký Biên bản giao nhận: the courier and whoever received, two persons, under the same count. The
 * receiver signs last, so that no receipt exists for what the courier disputes. For a courier who is not
 * there any more a colleague of the same post office signs, and says why.
 */
export const sign = (
  pouch: Pouch,
  countNo: number,
  hand: Hand,
  giverAbsence?: string,
): Outcome<Pouch> => {
  const { staff } = hand;
  if (!maySeePouch(staff, pouch)) return refuse({ code: 'pouch-unknown' });
  const refused = unlawful(pouch, 'sign');
  if (refused) return refused;
  if (pouch.count?.no !== countNo) return refuse({ code: 'count-changed' });
  if (staff.id === pouch.taken?.staff) return next(pouch, { giver: signed(hand) });
  if (giverAbsence !== undefined) return signForGiver(pouch, hand, giverAbsence);
  if (!isAt(staff, pouch.to) || staff.id === pouch.giver?.staff)
    return refuse({ code: 'same-signatory' });
  return pouch.giver ? next(pouch, { receiver: signed(hand) }) : refuse({ code: 'giver-unsigned' });
};

/** A colleague of the courier, who has not counted what came. */
const signForGiver = (pouch: Pouch, hand: Hand, giverAbsence: string): Outcome<Pouch> =>
  hand.staff.office === officeOf(pouch) && hand.staff.id !== pouch.count?.by.staff
    ? next(pouch, { giver: signed(hand), giverAbsence })
    : refuse({ code: 'same-signatory' });

/** All consequences are written. */
export const settle = (pouch: Pouch, now: Instant): Outcome<Pouch> =>
  unlawful(pouch, 'settle') ?? next(pouch, { settledAt: now });
