import { loadToAct } from '#application/authority.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { recordsOn } from '#application/records-on.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import { recoverResult } from '#domain/dossier/steps/lost-result.ts';
import {
  confirmFound,
  endLoss,
  type Finding,
  type LostResult,
  maySeek,
  noteFound,
} from '#domain/handover/lost-result.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { recoverOrder } from '#functions/returns/domain/order-pouch.ts';
import { returnOrderKind } from '#functions/returns/records.ts';
import { lostResultKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import type { Commit, DossierIndex, Page, PageAsk } from '#ports/unit-of-work.ts';

export interface LostResultWork {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly lostId: string;
}

type Step = (lost: LostResult, now: Instant) => Promise<Outcome<Attempt<LostResult>>>;

/** A result that was lost in a pouch is found by one and seen by another; then it is in hand where it was found. */
export const makeFindLostResult = (deps: Deciding) => {
  const work = ({ actor, idempotency, lostId }: LostResultWork, step: Step) =>
    decideOnce<LostResult>(deps, idempotency, async (now) => {
      const lost = await deps.ledger.record(lostResultKind, lostId);
      return lost && maySeek(actor, lost) ? step(lost, now) : refuse({ code: 'lost-unknown' });
    });
  return {
    found: (request: LostResultWork & { readonly word: string }) =>
      work(request, async (lost, now) => {
        const after = noteFound(lost, request.actor, request.word, now);
        return after.ok ? written(lost, after.value) : after;
      }),
    confirm: (request: LostResultWork) =>
      work(request, async (lost, now) => {
        const { actor } = request;
        const seen = confirmFound(lost, actor);
        if (!seen.ok) return seen;
        const moved = await movedBack(deps, lost, seen.value.finding, { actor, now });
        if (!moved.ok) return moved;
        return written(lost, endLoss(lost, 'found', actorName(actor), now), moved.value);
      }),
  };
};

type Moved = Pick<Commit, 'dossiers' | 'records'>;

const written = (
  before: LostResult,
  after: LostResult,
  { dossiers = [], records = [] }: Moved = {},
): Outcome<Attempt<LostResult>> =>
  done({
    result: after,
    commit: { dossiers, records: [...records, recordWrite(lostResultKind, before, after)] },
  });

const movedBack = async (
  { ledger }: Deciding,
  { id, about, pouch }: LostResult,
  { place, staff }: Finding,
  by: { readonly actor: Staff; readonly now: Instant },
): Promise<Outcome<Moved>> => {
  if (about === 'return-order') {
    const before = await ledger.record(returnOrderKind, id as ReturnOrderId);
    if (!before) return refuse({ code: 'lost-unknown' });
    const after = recoverOrder(before, { place, pouch });
    return after.ok
      ? done({ records: [recordWrite(returnOrderKind, before, after.value)] })
      : after;
  }
  const found = await loadToAct(ledger, 'confirm-found', by.actor, id as DossierId);
  if (!found.ok) return found;
  const facts = recoverResult(found.value.dossier, { pouch, at: place, giver: staff });
  return facts.ok ? done({ dossiers: [writeOf(found.value, facts.value, by)] }) : facts;
};

/** What was lost between the reader's office or agency and others, and is not there again: the oldest first. */
export const makeListLostResults =
  ({ ledger, index }: Pick<Deciding, 'ledger'> & { readonly index: DossierIndex }) =>
  async ({ office, agency = '' }: Staff, ask: PageAsk): Promise<Page<LostResult>> => {
    const listed =
      office === undefined
        ? await index.listedSecond(lostResultKind, agency, ask)
        : await index.listed(lostResultKind, office, ask);
    return recordsOn(ledger, lostResultKind, listed);
  };
