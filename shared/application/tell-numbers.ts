import type { Applicant, Dossier } from '#domain/dossier/dossier.ts';
import type { NumberNotice } from '#domain/dossier/number-notice.ts';
import {
  changesADay,
  numbersTold,
  type WatchedChange,
  watchAfter,
} from '#domain/dossier/number-watch.ts';
import { knownAs } from '#domain/dossier/paper-number.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Ids } from '#ports/ids.ts';
import { numberNoticeKind, numberWatchKind } from '#ports/kernel-records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly ids: Ids;
}

interface Changed {
  readonly dossier: Dossier;
  /** As it was before the change. */
  readonly applicant: Applicant;
  readonly change: WatchedChange;
  readonly now: Instant;
}

/**
 * What goes into the commit of a change of phone, an authorisation or a withdrawal: who is to be told of
 * it, and that it counts for the day. Refused (`too-many-changes`) where the dossier's day has had its share.
 */
export const tellNumbers = async (
  { ledger, ids }: Deps,
  { dossier, applicant, change, now }: Changed,
): Promise<Outcome<readonly RecordWrite[]>> => {
  const { id } = dossier;
  const before = await ledger.record(numberWatchKind, id);
  const phoneBefore = change === 'phone-changed' ? applicant.phone : undefined;
  const after = watchAfter(before, { id, now, phoneBefore });
  if (!after) return refuse({ code: 'too-many-changes', limit: changesADay });
  const told = numbersTold(before, applicant.phone, now);
  return done([
    recordWrite(numberWatchKind, before, after),
    ...noticesTo(ids, told, dossier, { change, createdAt: now }),
  ]);
};

const noticesTo = (
  ids: Ids,
  phones: readonly string[],
  dossier: Dossier,
  told: Pick<NumberNotice, 'change' | 'amountVnd' | 'createdAt'>,
): readonly RecordWrite[] => {
  const about = { dossierId: dossier.id, number: knownAs(dossier), office: dossier.office };
  return phones.map((phone) => {
    const id = ids.next(told.createdAt);
    return recordWrite(numberNoticeKind, undefined, { id, version: 1, ...about, ...told, phone });
  });
};

/**
 * Money went back over the counter, against a signature: whose money it was hears of it on each number that
 * guards the dossier, and can say that it was somebody else who signed.
 */
export const tellOfMoneyBack = (
  deps: Deps,
  of: Pick<Changed, 'dossier' | 'applicant'>,
  { amountVnd, now }: { readonly amountVnd: number; readonly now: Instant },
): Promise<readonly RecordWrite[]> =>
  toEachNumber(deps, of, { change: 'money-given-back', amountVnd, createdAt: now });

/** A complaint has its answer; it may have been lodged by whoever had the number before. */
export const tellOfAnswer = (
  deps: Deps,
  of: Pick<Changed, 'dossier' | 'applicant'>,
  now: Instant,
): Promise<readonly RecordWrite[]> =>
  toEachNumber(deps, of, { change: 'complaint-answered', createdAt: now });

const toEachNumber = async (
  { ledger, ids }: Deps,
  { dossier, applicant }: Pick<Changed, 'dossier' | 'applicant'>,
  told: Parameters<typeof noticesTo>[3],
): Promise<readonly RecordWrite[]> => {
  const watch = await ledger.record(numberWatchKind, dossier.id);
  return noticesTo(ids, numbersTold(watch, applicant.phone, told.createdAt), dossier, told);
};
