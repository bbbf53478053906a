import { type AcceptanceDeps, acceptanceAt, routeOf } from '#application/acceptance.ts';
import { type AuthorisedDossier, loadToAct } from '#application/authority.ts';
import { type Attempt, type Deciding, decideOnce, writeOf } from '#application/deciding.ts';
import type { System } from '#domain/actor/actor.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import type { DecidedFact } from '#domain/dossier/handing.ts';
import { acceptFiled } from '#domain/dossier/steps/accept.ts';
import { countPapers, isFiled } from '#domain/dossier/steps/handover.ts';
import { type LostResult, lostInPouch } from '#domain/handover/lost-result.ts';
import { type CountedOrder, type Pouch, pouchState } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { settle } from '#functions/handover/domain/steps.ts';
import { countOrder, lossMessage } from '#functions/returns/domain/order-pouch.ts';
import { orderMessageKind, returnOrderKind } from '#functions/returns/records.ts';
import { lostResultKind, pouchKind } from '#ports/kernel-records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';

export type SettleDeps = Deciding & AcceptanceDeps;

const worker: System = { kind: 'system', id: 'handover/settle-pouches' };

/** What a hand-over came to. */
export interface Settled {
  readonly pouch: Pouch;
  /** Settled by this call, and something was missing, extra, stray or refused: somebody must look. */
  readonly isUnbalanced: boolean;
}

/**
 * Writes what a signed Biên bản giao nhận means for each dossier and each order: its papers have changed hands, and
 * where those of a dossier are complete it is filed, with the signature as the legal time (QĐ 45/2016 art. 7(4)).
 * The signature itself is one write; this may stop anywhere and start again.
 */
export const makeSettlePouch =
  (deps: SettleDeps) =>
  async (id: PouchId): Promise<Outcome<Settled>> => {
    const pouch = await deps.ledger.record(pouchKind, id);
    if (!pouch) return refuse({ code: 'pouch-unknown' });
    if (pouchState(pouch) !== 'signed') return done({ pouch, isUnbalanced: false });
    const written = await settleLines(deps, pouch);
    return written.ok
      ? decideOnce<Settled>(deps, undefined, (now) => close(deps, id, now))
      : written;
  };

/** Line by line, each in a write of its own. */
const settleLines = async (deps: SettleDeps, pouch: Pouch): Promise<Outcome<undefined>> => {
  const steps = [
    ...pouch.lines.map(
      ({ dossierId }) =>
        (now: Instant) =>
          settleLine(deps, pouch, dossierId, now),
    ),
    ...(pouch.count?.orders ?? []).map(
      (counted) => (now: Instant) => settleOrder(deps, pouch, counted, now),
    ),
  ];
  for (const step of steps) {
    const line = await decideOnce(deps, undefined, step);
    if (!line.ok) return line;
  }
  return done(undefined);
};

const isBalanced = ({ count }: Pouch): boolean =>
  count?.isSealIntact === true &&
  count.strays.length === 0 &&
  (count.orders ?? []).every(({ verdict }) => verdict === 'complete') &&
  count.lines.every(({ verdict, extra }) => verdict === 'complete' && extra.length === 0);

const close = async (
  { ledger }: SettleDeps,
  id: PouchId,
  now: Instant,
): Promise<Outcome<Attempt<Settled>>> => {
  const before = await ledger.record(pouchKind, id);
  if (!before) return refuse({ code: 'pouch-unknown' });
  if (pouchState(before) === 'settled')
    return done({ result: { pouch: before, isUnbalanced: false }, commit: {} });
  const after = settle(before, now);
  if (!after.ok) return after;
  return done({
    result: { pouch: after.value, isUnbalanced: !isBalanced(after.value) },
    commit: { records: [recordWrite(pouchKind, before, after.value)] },
  });
};

const settleLine = async (
  deps: SettleDeps,
  pouch: Pouch,
  dossierId: DossierId,
  now: Instant,
): Promise<Outcome<Attempt<undefined>>> => {
  const found = await loadToAct(deps.ledger, 'settle-pouch', worker, dossierId);
  const line = pouch.lines.find((each) => each.dossierId === dossierId);
  const counted = pouch.count?.lines.find((each) => each.dossierId === dossierId);
  if (!found.ok || !line || !counted || !pouch.receiver)
    throw new Error(`pouch ${pouch.id} has no count of ${dossierId}`);
  const stored = found.value;
  const decided = countPapers(stored.dossier, pouch, line, counted);
  if (!decided.ok) return decided;
  const facts = decided.value;
  const by = { actor: worker, now, effectiveAt: pouch.receiver.at };
  if (facts.length === 0) return done({ result: undefined, commit: {} });
  const filed = await filing(deps, stored, facts, pouch, by);
  if (!filed.ok) return filed;
  const isLost = facts.some(
    (fact) =>
      fact.type === 'papers-missed' &&
      fact.papers.some(({ id: paper }) => paper === resultPaper.id),
  );
  const loss = { id: dossierId, about: 'dossier', number: line.number } as const;
  return done({
    result: undefined,
    commit: {
      dossiers: [writeOf(stored, [...facts, ...filed.value], by)],
      records: isLost ? await lostNow(deps.ledger, loss, pouch, now) : [],
    },
  });
};

/** On the list of both ends, in the write that says that it is missing. */
const lostNow = async (
  ledger: Deciding['ledger'],
  loss: Pick<LostResult, 'id' | 'about' | 'number'>,
  pouch: Pouch,
  now: Instant,
): Promise<readonly RecordWrite[]> => {
  const before = await ledger.record(lostResultKind, loss.id);
  const after = lostInPouch(before, { ...loss, pouch: pouch.id }, pouch, now);
  return [recordWrite(lostResultKind, before, after)];
};

/** Of an order no more than its hands: it was filed elsewhere. */
const settleOrder = async (
  { ledger }: SettleDeps,
  pouch: Pouch,
  counted: CountedOrder,
  now: Instant,
): Promise<Outcome<Attempt<undefined>>> => {
  const before = await ledger.record(returnOrderKind, counted.returnOrderId);
  if (!before) throw new Error(`pouch ${pouch.id} has no order ${counted.returnOrderId}`);
  const after = countOrder(before, pouch, counted, now);
  if (!after.ok) return after;
  const records = await orderCounted(ledger, pouch, before, after.value, now);
  return done({ result: undefined, commit: { records } });
};

type Order = Parameters<typeof countOrder>[0];

/** What is lost stands on a list, and its recipient is told, in the same write. */
const orderCounted = async (
  ledger: Deciding['ledger'],
  pouch: Pouch,
  before: Order,
  after: Order,
  now: Instant,
): Promise<readonly RecordWrite[]> => {
  if (after === before) return [];
  const moved = recordWrite(returnOrderKind, before, after);
  if (after.holder.kind !== 'missing') return [moved];
  const { id, externalCode: number } = after;
  const message = lossMessage(before, after, now);
  return [
    moved,
    ...(message ? [recordWrite(orderMessageKind, undefined, message)] : []),
    ...(await lostNow(ledger, { id, about: 'return-order', number }, pouch, now)),
  ];
};

const filing = async (
  deps: SettleDeps,
  stored: AuthorisedDossier,
  facts: readonly DecidedFact[],
  pouch: Pouch,
  by: Parameters<typeof writeOf>[2] & { readonly effectiveAt: Instant },
): Promise<Outcome<readonly DecidedFact[]>> => {
  const { after } = writeOf(stored, facts, by).change;
  if (pouch.to.kind !== 'agency' || !isFiled(after, pouch.to.id)) return done([]);
  const route = routeOf(deps.catalogue, after, by.effectiveAt);
  const agency = deps.catalogue.agency(pouch.to.id);
  if (!route.ok) return route;
  if (!agency) return refuse({ code: 'agency-unknown' });
  const terms = await acceptanceAt(deps, after, { ...route.value, agency }, by.effectiveAt);
  if (!terms.ok) return terms;
  return acceptFiled(after, agency.id, terms.value.acceptance, by.now);
};
