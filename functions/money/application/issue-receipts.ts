import { type Deciding, decideOnce } from '#application/deciding.ts';
import { knownAs } from '#domain/dossier/paper-number.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ReceiptId } from '#domain/identifiers/record-ids.ts';
import { dongInWords } from '#domain/money/in-words.ts';
import { done } from '#domain/refusal.ts';
import { plus, seconds } from '#domain/time/instant.ts';
import {
  type AskResult,
  beginAttempt,
  concludeAttempt,
  dueAt,
  type ElectronicReceipt,
  type IssuedReceipt,
  isNumberOf,
  issuedOutside,
  nextAsk,
  type ReceiptAsk,
} from '#functions/money/domain/electronic-receipt.ts';
import type { ReceiptIssuer, ReceiptToIssue } from '#functions/money/ports/receipt-issuer.ts';
import { electronicReceiptKind, numberName } from '#functions/money/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly index: DossierIndex;
  readonly catalogue: Pick<Catalogue, 'agency'>;
  readonly issuer: ReceiptIssuer;
  /** Placeholders of tax codes will do: nobody is told anything that counts. */
  readonly isRehearsal: boolean;
}

export interface IssuingRun {
  readonly settled: number;
  readonly rejected: number;
  readonly unknown: number;
  /** Could not be tried at all; a defect of ours. */
  readonly failed: number;
}

const perRun = 200;
/** No attempt begins later; the last ones have until the function ends. */
const beginning = seconds(25);

/**
 * Lập, thay thế, hủy biên lai điện tử: what is pending and due, the longest due first. An issuer that answers
 * nothing three times is left alone until the next minute. An answer that never came is looked up by its key before
 * anything is asked again, so that none is issued twice.
 */
export const makeIssueReceipts = (deps: Deps) => async (): Promise<IssuingRun> => {
  const start = deps.clock.now();
  const run = { settled: 0, rejected: 0, unknown: 0, failed: 0 };
  const { items } = await deps.index.listed(electronicReceiptKind, 'pending', { limit: perRun });
  for (const id of items) {
    if (deps.clock.now() > plus(start, beginning) || run.unknown >= 3) break;
    const came = await one(deps, id as ReceiptId).catch(() => 'failed' as const);
    if (came === 'not-due') break;
    run[came] += 1;
  }
  return run;
};

/** What a phiếu thu may want one after the other: look up, cancel, issue. */
const mostAsks = 3;

const one = async (
  deps: Deps,
  id: ReceiptId,
  asks = mostAsks,
): Promise<'settled' | 'rejected' | 'unknown' | 'not-due'> => {
  const begun = await begin(deps, id);
  if (!begun) return 'not-due';
  const result = await attempt(deps, begun);
  const after = await conclude(deps, begun, result);
  if (result.outcome === 'unknown') return 'unknown';
  if (after.state === 'rejected') return 'rejected';
  const isMoreDue = after.state === 'pending' && dueAt(after) <= deps.clock.now();
  // Whoever waits for the next one waits no minute for it.
  const then = isMoreDue && asks > 1 ? await one(deps, id, asks - 1) : 'settled';
  return then === 'not-due' ? 'settled' : then;
};

const begin = async (deps: Deps, id: ReceiptId): Promise<ElectronicReceipt | undefined> => {
  const begun = await decideOnce<ElectronicReceipt | undefined>(deps, undefined, async (now) => {
    const before = await deps.ledger.record(electronicReceiptKind, id);
    const after = before && dueAt(before) <= now ? beginAttempt(before, now) : undefined;
    const records = after ? [recordWrite(electronicReceiptKind, before, after)] : [];
    return done({ result: after, commit: { records } });
  });
  return begun.ok ? begun.value : undefined;
};

const conclude = async (
  deps: Deps,
  { id, attempts }: ElectronicReceipt,
  result: AskResult,
): Promise<ElectronicReceipt> => {
  const concluded = await decideOnce<ElectronicReceipt>(deps, undefined, async (now) => {
    const before = await deps.ledger.record(electronicReceiptKind, id);
    if (!before) throw new Error(`the biên lai of ${id} is gone`);
    const after = concludeAttempt(before, attempts, result, now);
    const records = after === before ? [] : [recordWrite(electronicReceiptKind, before, after)];
    return done({ result: after, commit: { records } });
  });
  if (!concluded.ok) throw new Error(concluded.refusal.code);
  return concluded.value;
};

const attempt = async (deps: Deps, receipt: ElectronicReceipt): Promise<AskResult> => {
  if (receipt.unsureOf !== undefined) return lookedUp(deps, receipt, receipt.unsureOf);
  const ask = nextAsk(receipt);
  if (!ask) return { outcome: 'nothing' };
  return ask.of === 'cancel' ? cancelling(deps, ask.key) : issuing(deps, receipt, ask);
};

/** What came of an attempt whose answer was lost; what is wanted now is asked by the next one. */
const lookedUp = async (
  deps: Deps,
  receipt: ElectronicReceipt,
  key: string,
): Promise<AskResult> => {
  const found = await deps.issuer.find(key);
  if (found.outcome === 'unknown') return found;
  if (found.outcome === 'absent') return { outcome: 'nothing' };
  const isOfStanding = receipt.standing?.key === key;
  if (found.isCancelled)
    return isOfStanding
      ? { outcome: 'cancelled' }
      : { outcome: 'refused', why: 'cancelled-elsewhere' };
  return isOfStanding ? { outcome: 'nothing' } : proven(deps, receipt, found.receipt);
};

/** A number of the shape that the law gives it, which stands on no other phiếu thu's biên lai. */
const proven = async (
  { ledger, clock }: Pick<Deps, 'ledger' | 'clock'>,
  { id, takenAt }: Pick<ElectronicReceipt, 'id' | 'takenAt'>,
  receipt: IssuedReceipt,
): Promise<AskResult> => {
  const outside = issuedOutside(receipt.issuedAt, { takenAt, now: clock.now() });
  if (outside) return { outcome: 'refused', why: outside };
  if (!isNumberOf(receipt, receipt.issuedAt))
    return { outcome: 'refused', why: 'number-malformed' };
  const other = await ledger.findRecord(electronicReceiptKind, numberName(receipt));
  return other === undefined || other === id
    ? { outcome: 'issued', receipt }
    : { outcome: 'refused', why: 'number-used' };
};

const cancelling = async ({ issuer }: Deps, key: string): Promise<AskResult> => {
  const cancelled = await issuer.cancel(key);
  return cancelled.outcome === 'done' ? { outcome: 'cancelled' } : cancelled;
};

const issuing = async (
  deps: Deps,
  receipt: ElectronicReceipt,
  ask: Extract<ReceiptAsk, { of: 'issue' }>,
): Promise<AskResult> => {
  const content = await contentOf(deps, receipt, ask);
  if (typeof content === 'string') return { outcome: 'refused', why: content };
  const answer = await deps.issuer.issue(content);
  if (answer.outcome !== 'issued') return answer;
  return proven(deps, receipt, answer.receipt);
};

/** What the law wants on it, or the name of what is missing: without the agency's tax code it is none. */
const contentOf = async (
  { ledger, catalogue, isRehearsal }: Deps,
  { agency: agencyId, dossierId, receipt: voucher }: ElectronicReceipt,
  { key, amounts, replaces }: Extract<ReceiptAsk, { of: 'issue' }>,
): Promise<ReceiptToIssue | string> => {
  const agency = catalogue.agency(agencyId);
  if (!agency?.taxCode || (agency.taxCode.isPlaceholder && !isRehearsal))
    return 'agency-tax-code-missing';
  const stored = await ledger.load(dossierId as DossierId);
  if (!stored) return 'payer-unknown';
  const { name, address } = stored.applicant;
  return {
    key,
    amounts,
    inWords: dongInWords(amounts.charge + amounts.fee),
    agency: { name: agency.name, taxCode: agency.taxCode.value },
    payer: { name, address },
    dossier: knownAs(stored.dossier),
    voucher,
    ...(replaces !== undefined && { replaces }),
  };
};
