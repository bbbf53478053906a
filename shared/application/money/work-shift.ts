import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { ShiftId } from '#domain/identifiers/record-ids.ts';
import { parseDong } from '#domain/money/purses.ts';
import { isOpen, openShiftsOf, type ShiftRecord } from '#domain/money/records.ts';
import { balance, closable, type NoteCount } from '#domain/money/shift.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { DossierIndex, DossierLedger } from '#ports/dossier-ledger.ts';
import type { Ids } from '#ports/ids.ts';

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly index: DossierIndex;
}

interface Request {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
}

/** The clerk's own drawer that is open now. */
export const openShiftOf = async (
  { ledger, index }: { readonly ledger: DossierLedger; readonly index: DossierIndex },
  actor: Staff,
): Promise<ShiftRecord | undefined> => {
  const { items } = await index.listed('shift', openShiftsOf(actor.id), { limit: 1 });
  const shift = items[0] === undefined ? undefined : await ledger.record('shift', items[0]);
  return shift && isOpen(shift) ? shift : undefined;
};

const written = (
  before: ShiftRecord | undefined,
  after: ShiftRecord,
): Outcome<Attempt<ShiftRecord>> =>
  done({
    result: after,
    commit: { dossiers: [], records: [{ kind: 'shift', before, after }] },
  });

/** Mở ca, chốt ca: a clerk has one drawer at a time, and answers for it until it is closed. */
export const makeWorkShift = (deps: Deps) => ({
  open: ({ actor, idempotency, floatVnd }: Request & { readonly floatVnd: number }) =>
    decideOnce<ShiftRecord>(deps, idempotency, async (now) => {
      const float = parseDong(floatVnd);
      if (!float.ok) return float;
      if (await openShiftOf(deps, actor)) return refuse({ code: 'shift-open' });
      return written(undefined, {
        id: deps.ids.next(now) as ShiftId,
        version: 1,
        office: actor.office ?? '',
        clerk: actor.id,
        openedAt: now,
        floatVnd: float.value,
        movements: [],
        droppedVnd: 0,
      });
    }),
  close: (request: Request & Closing & { readonly id: ShiftId }) =>
    decideOnce<ShiftRecord>(deps, request.idempotency, async (now) => {
      const before = await deps.ledger.record('shift', request.id);
      if (before?.clerk !== request.actor.id) return refuse({ code: 'shift-unknown' });
      if (!isOpen(before)) return refuse({ code: 'shift-closed' });
      return closing(before, request, now);
    }),
  confirm: ({ actor, idempotency, id }: Request & { readonly id: ShiftId }) =>
    decideOnce<ShiftRecord>(deps, idempotency, async () => {
      const before = await deps.ledger.record('shift', id);
      if (!before?.closing) return refuse({ code: 'shift-unknown' });
      if (before.closing.confirmedBy !== undefined) return refuse({ code: 'shift-closed' });
      if (actor.id === before.clerk) return refuse({ code: 'same-signatory' });
      return written(before, {
        ...before,
        version: before.version + 1,
        closing: { ...before.closing, confirmedBy: actor.id },
      });
    }),
});

interface Closing {
  readonly count: NoteCount;
  readonly explanation?: string | undefined;
}

/** A drawer that balances is closed; one that does not needs a word, and waits for a second person. */
const closing = (
  before: ShiftRecord,
  { actor, count, explanation }: Request & Closing,
  now: Instant,
): Outcome<Attempt<ShiftRecord>> => {
  const balanced = balance(before, count);
  if (!balanced.ok) return balanced;
  const explained = explanation === undefined ? {} : { explanation };
  const asked = closable(balanced.value, { closedBy: actor.id, ...explained });
  const waits = !asked.ok && asked.refusal.code === 'same-signatory';
  if (!asked.ok && !waits) return asked;
  return written(before, {
    ...before,
    version: before.version + 1,
    closing: {
      at: now,
      by: actor.id,
      balance: balanced.value,
      ...explained,
      ...(!waits && { confirmedBy: actor.id }),
    },
  });
};
