import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { ShiftId } from '#domain/identifiers/record-ids.ts';
import { parseCash } from '#domain/money/cash.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import {
  closeShift,
  confirmShift,
  type ShiftAndSafe,
  settleDifference,
} from '#functions/money/domain/close-shift.ts';
import {
  emptySafe,
  type Safe,
  type ShiftRecord,
  shiftState,
} from '#functions/money/domain/records.ts';
import { drop, type NoteCount } from '#functions/money/domain/shift.ts';
import { drawerKind, safeKind, shiftKind } from '#functions/money/records.ts';
import type { Ids } from '#ports/ids.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { openShiftOf } from './drawer.ts';

interface Deps extends Deciding {
  readonly ids: Ids;
}

interface Request {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
}

type OfShift = Request & { readonly id: ShiftId };

/** The safe of an office; before its first money, an empty one that is kept nowhere yet. */
export const safeOf = async (
  ledger: UnitOfWork,
  office: string,
): Promise<{ readonly kept: Safe | undefined; readonly safe: Safe }> => {
  const kept = await ledger.record(safeKind, office);
  return { kept, safe: kept ?? emptySafe(office) };
};

/** Mở ca, chốt ca: a clerk has one drawer, and answers for it until its money is in the safe. */
export const makeWorkShift = (deps: Deps) => {
  const onShift = (
    request: OfShift,
    may: (shift: ShiftRecord) => boolean,
    act: (shift: ShiftRecord, safe: Safe, now: Instant) => Outcome<ShiftAndSafe>,
  ) =>
    decideOnce<ShiftRecord>(deps, request.idempotency, async (now) => {
      const before = await deps.ledger.record(shiftKind, request.id);
      if (!before || !may(before)) return refuse({ code: 'shift-unknown' });
      const { kept, safe } = await safeOf(deps.ledger, before.office);
      const acted = act(before, safe, now);
      return acted.ok ? written(deps, before, kept, acted.value) : acted;
    });
  return {
    open: (request: Request & { readonly floatVnd: number }) =>
      decideOnce<ShiftRecord>(deps, request.idempotency, (now) => opening(deps, request, now)),
    drop: (request: Request & { readonly amountVnd: number }) =>
      decideOnce<ShiftRecord>(deps, request.idempotency, () => dropping(deps, request)),
    close: (
      request: OfShift & { readonly count: NoteCount; readonly explanation?: string | undefined },
    ) =>
      onShift(
        request,
        (shift) => shift.clerk === request.actor.id || isSecondPerson(request.actor, shift),
        (shift, safe, now) => closeShift(shift, safe, request, { by: request.actor.id, now }),
      ),
    confirm: (request: OfShift & { readonly differenceVnd: number }) =>
      onShift(
        request,
        (shift) => isSecondPerson(request.actor, shift),
        (shift, safe) => confirmShift(shift, safe, request.differenceVnd, { by: request.actor.id }),
      ),
    settle: (request: OfShift) =>
      onShift(
        request,
        () => true,
        (shift, safe) => settleDifference(shift, safe, { by: request.actor.id }),
      ),
  };
};

/** A colleague at the same counter, or who supervises all of them. */
const isSecondPerson = (actor: Staff, { office }: ShiftRecord): boolean =>
  actor.role === 'supervisor' || actor.office === office;

/** The drawer is written with the shift: of two openings at once, one finds it taken. */
const opening = async (
  { ledger, ids }: Deps,
  { actor, floatVnd }: Request & { readonly floatVnd: number },
  now: Instant,
): Promise<Outcome<Attempt<ShiftRecord>>> => {
  const float = parseCash(floatVnd);
  if (!float.ok) return float;
  const before = await ledger.record(drawerKind, actor.id);
  if (before?.shift !== undefined) return refuse({ code: 'shift-open' });
  const shift: ShiftRecord = {
    id: ids.next(now) as ShiftId,
    version: 1,
    office: actor.office ?? '',
    clerk: actor.id,
    ...(actor.name !== undefined && { clerkName: actor.name }),
    openedAt: now,
    floatVnd: float.value,
    movements: [],
    droppedVnd: 0,
  };
  const after = { id: actor.id, version: (before?.version ?? 0) + 1, shift: shift.id };
  return done({
    result: shift,
    commit: {
      records: [recordWrite(drawerKind, before, after), recordWrite(shiftKind, undefined, shift)],
    },
  });
};

const dropping = async (
  deps: Deps,
  { actor, amountVnd }: Request & { readonly amountVnd: number },
): Promise<Outcome<Attempt<ShiftRecord>>> => {
  const before = await openShiftOf(deps.ledger, actor.id);
  if (!before) return refuse({ code: 'shift-unknown' });
  const dropped = drop(before, amountVnd);
  if (!dropped.ok) return dropped;
  const { kept, safe } = await safeOf(deps.ledger, before.office);
  return written(deps, before, kept, {
    shift: { ...dropped.value, version: before.version + 1 },
    safe: { ...safe, version: safe.version + 1, droppedVnd: safe.droppedVnd + amountVnd },
  });
};

/** Shift and safe as one; a shift that closes leaves the drawer free for the next. */
const written = async (
  { ledger }: Deps,
  before: ShiftRecord,
  kept: Safe | undefined,
  { shift, safe }: ShiftAndSafe,
): Promise<Outcome<Attempt<ShiftRecord>>> => {
  const records: RecordWrite[] = [recordWrite(shiftKind, before, shift)];
  if (safe) records.push(recordWrite(safeKind, kept, safe));
  const drawer = await ledger.record(drawerKind, shift.clerk);
  if (shiftState(shift) !== 'open' && drawer?.shift === shift.id)
    records.push(recordWrite(drawerKind, drawer, { id: drawer.id, version: drawer.version + 1 }));
  return done({ result: shift, commit: { records } });
};
