import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import { everyListed } from '#application/every-listed.ts';
import { visiblePouch } from '#application/visible-pouch.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Pouch } from '#domain/handover/pouch.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { RemittanceId } from '#domain/identifiers/record-ids.ts';
import type { Purses } from '#domain/money/purses.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { enclose } from '#functions/handover/domain/steps.ts';
import {
  type ReceiptRecord,
  type Remittance,
  receiptsInRemittance,
  shiftState,
} from '#functions/money/domain/records.ts';
import { countRemittance, sendRemittance } from '#functions/money/domain/remittance.ts';
import { receiptKind, remittanceKind, safeKind, shiftKind } from '#functions/money/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';
import { findRemittance } from './find-remittance.ts';
import { nextNumber } from './next-number.ts';
import { safeOf } from './work-shift.ts';

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly index: DossierIndex;
  readonly catalogue: Catalogue;
}

interface Request {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
}

type Sending = Request & { readonly agency: string; readonly pouchId?: PouchId | undefined };
type Counting = Request & { readonly number: string; readonly purses: Purses };

/** Nộp phí, lệ phí cho cơ quan: the post sends, the agency counts; each answers for its half. */
export const makeRemit = (deps: Deps) => ({
  send: (request: Sending) =>
    decideOnce<Remittance>(deps, request.idempotency, (now) => sending(deps, request, now)),
  count: (request: Counting) =>
    decideOnce<Remittance>(deps, request.idempotency, async (now) => {
      const { actor, purses } = request;
      const before = await findRemittance(deps.ledger, request.number);
      if (!before || before.agency !== actor.agency) return refuse({ code: 'remittance-unknown' });
      const after = countRemittance(before, purses, { by: actor.id, now });
      if (!after.ok) return after;
      const record = recordWrite(remittanceKind, before, after.value);
      return done({ result: after.value, commit: { records: [record] } });
    }),
});

const sending = async (
  deps: Deps,
  { actor, agency, pouchId }: Sending,
  now: Instant,
): Promise<Outcome<Attempt<Remittance>>> => {
  const { ledger, catalogue } = deps;
  if (!catalogue.agency(agency)) return refuse({ code: 'agency-unknown' });
  const office = actor.office ?? '';
  const { number, step } = await nextNumber(ledger, 'NT', office, now);
  const pouch = await enclosing(ledger, { actor, pouchId, agency, number }, now);
  if (!pouch.ok) return pouch;
  const due = await receiptsDue(deps, office, agency, pouch.value?.before);
  const receipts = due.slice(0, receiptsInRemittance);
  const { kept, safe } = await safeOf(ledger, office);
  const sent = { at: now, by: actor.id };
  const id = deps.ids.next(now) as RemittanceId;
  const remitting = { id, number, agency, sent, ...(pouchId && { pouch: pouchId }) };
  const remitted = sendRemittance(safe, receipts, remitting);
  if (!remitted.ok) return remitted;
  const { remittance } = remitted.value;
  const records: readonly RecordWrite[] = [
    recordWrite(remittanceKind, undefined, remittance),
    recordWrite(safeKind, kept, remitted.value.safe),
    ...remitted.value.receipts.map((after, n) => recordWrite(receiptKind, receipts[n], after)),
    ...(pouch.value ? [recordWrite(pouchKind, pouch.value.before, pouch.value.after)] : []),
  ];
  return done({ result: remittance, commit: { records, sequences: [step] } });
};

/** The list lies in the pouch, where one is named. */
const enclosing = async (
  ledger: UnitOfWork,
  { actor, pouchId, agency, number }: Omit<Sending, 'idempotency'> & { readonly number: string },
  now: Instant,
): Promise<Outcome<{ readonly before: Pouch; readonly after: Pouch } | undefined>> => {
  if (pouchId === undefined) return done(undefined);
  const found = await visiblePouch(ledger, actor, pouchId);
  if (!found.ok) return found;
  const after = enclose(found.value, { number, agency }, { staff: actor, now });
  return after.ok ? done({ before: found.value, after: after.value }) : after;
};

/** Receipts whose money is in the safe and not with the agency yet, the oldest first. */
const receiptsDue = async (
  { ledger, index }: Deps,
  office: string,
  agency: string,
  pouch: Pouch | undefined,
): Promise<readonly ReceiptRecord[]> => {
  const ids = await everyListed((page) =>
    index.listedSecond(receiptKind, `${office}#${agency}`, page),
  );
  const packed = pouch && new Set<string>(pouch.lines.map(({ dossierId }) => dossierId));
  const receipts = (await Promise.all(ids.map((id) => ledger.record(receiptKind, id))))
    .filter((receipt) => receipt !== undefined)
    .filter(({ remittance, isReversed }) => remittance === undefined && !isReversed)
    .filter(({ dossierId }) => packed?.has(dossierId) ?? true);
  const shifts = await Promise.all(
    [...new Set(receipts.map(({ shift }) => shift))].map((id) => ledger.record(shiftKind, id)),
  );
  const confirmed = new Set(
    shifts.filter((shift) => shift && shiftState(shift) === 'confirmed').map((shift) => shift?.id),
  );
  return receipts.filter(({ shift }) => confirmed.has(shift));
};
