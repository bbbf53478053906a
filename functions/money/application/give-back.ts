import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import { tellOfMoneyBack } from '#application/tell-numbers.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { isOverForGood } from '#domain/dossier/ending.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { GiveBackId } from '#domain/identifiers/record-ids.ts';
import { type Purses, totalOf } from '#domain/money/purses.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { ended, type GiveBack, mayConfirm } from '#functions/money/domain/give-back.ts';
import type { ReceiptRecord } from '#functions/money/domain/records.ts';
import { giveBackKind, receiptKind } from '#functions/money/records.ts';
import type { Ids } from '#ports/ids.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';
import { correcting } from './correct-receipt.ts';
import { givingBack, type Moved } from './move-back.ts';

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly index: DossierIndex;
}

interface Request {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
}

type OfReceipt = Request & { readonly number: string; readonly reason: string };
type Settling = Request & { readonly id: GiveBackId };
type Asked = Pick<GiveBack, 'kind' | 'purses' | 'reason' | 'signedBy'>;

/**
 * Hoàn tiền, hủy và sửa biên lai: nobody does it alone. What is asked for is held against the book at once,
 * so that nothing impossible waits, and again when the second person confirms.
 */
export const makeGiveBack = (deps: Deps) => {
  const ask = (request: OfReceipt, asked: (receipt: ReceiptRecord) => Asked) =>
    decideOnce<GiveBack>(deps, request.idempotency, (now) => asking(deps, request, asked, now));
  return {
    refund: (request: OfReceipt & { readonly purses: Purses; readonly signedBy: string }) => {
      const { purses, reason, signedBy } = request;
      return ask(request, () => ({ kind: 'refund', purses, reason, signedBy }));
    },
    reverse: (request: OfReceipt & { readonly signedBy: string }) => {
      const { reason, signedBy } = request;
      return ask(request, ({ taken: purses }) => ({ kind: 'reversal', purses, reason, signedBy }));
    },
    correct: (request: OfReceipt & { readonly purses: Purses }) => {
      const { purses, reason } = request;
      return ask(request, () => ({ kind: 'correction', purses, reason }));
    },
    confirm: (request: Settling) =>
      decideOnce<GiveBack>(deps, request.idempotency, (now) => confirming(deps, request, now)),
    refuse: (request: Settling & { readonly reason: string }) =>
      decideOnce<GiveBack>(deps, request.idempotency, (now) => refusing(deps, request, now)),
  };
};

const asking = async (
  deps: Deps,
  { actor, number, ...request }: OfReceipt,
  asked: (receipt: ReceiptRecord) => Asked,
  now: Instant,
): Promise<Outcome<Attempt<GiveBack>>> => {
  const receipt = await receiptOf(deps.ledger, number);
  if (!receipt || receipt.office !== actor.office) return refuse({ code: 'receipt-unknown' });
  const giveBack: GiveBack = {
    ...asked(receipt),
    id: deps.ids.next(now) as GiveBackId,
    version: 1,
    office: receipt.office,
    receipt: number,
    dossierId: receipt.dossierId,
    askedBy: actor.id,
    askedAt: now,
    reason: request.reason,
  };
  const possible = await moved(deps, giveBack, receipt, now);
  if (!possible.ok) return possible;
  const records = [recordWrite(giveBackKind, undefined, giveBack)];
  return done({ result: giveBack, commit: { records } });
};

const confirming = async (
  deps: Deps,
  { actor, id }: Settling,
  now: Instant,
): Promise<Outcome<Attempt<GiveBack>>> => {
  const before = await deps.ledger.record(giveBackKind, id);
  if (!before) return refuse({ code: 'give-back-unknown' });
  const may = mayConfirm(before, actor);
  if (!may.ok) return may;
  const receipt = await receiptOf(deps.ledger, before.receipt);
  const closed = ended(before, { how: 'confirmed', at: now, by: actor.id });
  if (!closed.ok) return closed;
  if (!receipt) return refuse({ code: 'receipt-unknown' });
  const move = await moved(deps, before, receipt, now);
  if (!move.ok) return move;
  const { records, sequences, replacement } = move.value;
  const told = await telling(deps, before, now);
  const { end = { how: 'confirmed', at: now, by: actor.id } as const } = closed.value;
  const after = { ...closed.value, end: { ...end, ...(replacement && { replacement }) } };
  return done({
    result: after,
    commit: { records: [recordWrite(giveBackKind, before, after), ...records, ...told], sequences },
  });
};

/** Of a correction no note moves; of a return order there is no number here that guards it. */
const telling = async (
  deps: Deps,
  { kind, dossierId, purses }: GiveBack,
  now: Instant,
): Promise<readonly RecordWrite[]> => {
  if (kind === 'correction') return [];
  const stored = await deps.ledger.load(dossierId as DossierId);
  return stored ? tellOfMoneyBack(deps, stored, { amountVnd: totalOf(purses), now }) : [];
};

/** Taken back by who asked, or refused by who could have confirmed. */
const refusing = async (
  { ledger }: Deps,
  { actor, id, reason }: Settling & { readonly reason: string },
  now: Instant,
): Promise<Outcome<Attempt<GiveBack>>> => {
  const before = await ledger.record(giveBackKind, id);
  if (!before) return refuse({ code: 'give-back-unknown' });
  const may = mayConfirm(before, actor);
  if (!may.ok && actor.id !== before.askedBy) return may;
  const after = ended(before, { how: 'refused', at: now, by: actor.id, reason });
  if (!after.ok) return after;
  const records = [recordWrite(giveBackKind, before, after.value)];
  return done({ result: after.value, commit: { records } });
};

const receiptOf = async (ledger: UnitOfWork, number: string) => {
  const id = await ledger.findRecord(receiptKind, number);
  return id === undefined ? undefined : ledger.record(receiptKind, id);
};

/** What it writes, were it confirmed now. */
const moved = async (
  deps: Deps,
  giveBack: GiveBack,
  receipt: ReceiptRecord,
  now: Instant,
): Promise<Outcome<Moved>> => {
  if (await isNeeded(deps, receipt)) return refuse({ code: 'receipt-bound' });
  return giveBack.kind === 'correction'
    ? correcting(deps, giveBack, receipt, now)
    : givingBack(deps, giveBack, receipt, now);
};

/** What the department asked for is given back only once nothing more comes of the dossier. */
const isNeeded = async ({ ledger }: Deps, { paymentRequest, dossierId }: ReceiptRecord) => {
  if (paymentRequest === undefined) return false;
  const stored = await ledger.load(dossierId as DossierId);
  return stored !== undefined && !isOverForGood(stored.dossier);
};
