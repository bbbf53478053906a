import type { AccessChain } from '#domain/access/access-entry.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { tuple } from '#domain/identifiers/tuple.ts';
import type { LimitKind, LimitState } from '#domain/limits/limits.ts';
import type { Warning } from '#domain/limits/warnings.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** Every key of the three tables, in one place. Sort keys: `ASSIGN#` < `EV#` < `LIMIT#` < `LIST#` < `META` < `PERSON` < `SCAN#`. */
const padded = (n: number, width: number): string => String(n).padStart(width, '0');

export const dossierKey = (id: string) => ({ pk: `D#${id}`, sk: 'META' });
export const eventKey = (id: string, version: number) => ({
  pk: `D#${id}`,
  sk: `EV#${padded(version, 8)}`,
});
/** The dossier's id in a `pk`, and the version of an event in its `sk`. */
export const dossierOfKey = (pk: string): string => pk.slice('D#'.length);
export const versionOfKey = (sk: string): number => Number(sk.slice('EV#'.length));
export const applicantKey = (id: string) => ({ pk: `D#${id}`, sk: 'PERSON' });
export const scanKey = (id: string, scanId: string) => ({ pk: `D#${id}`, sk: `SCAN#${scanId}` });
export const assignmentKey = (id: string, assignment: string) => ({
  pk: `D#${id}`,
  sk: `ASSIGN#${assignment}`,
});
export const limitKey = (id: string, kind: LimitKind) => ({ pk: `D#${id}`, sk: `LIMIT#${kind}` });
export const oldPapersKey = (id: string) => ({ pk: `D#${id}`, sk: 'LIST#OLD-PAPERS' });
export const retentionKey = (id: string) => ({ pk: `D#${id}`, sk: 'LIST#RETENTION' });
export const codeKey = (code: string) => ({ pk: `CODE#${code}`, sk: 'META' });
export const recordKey = (kind: string, id: string) => ({ pk: `R#${kind}#${id}`, sk: 'META' });
/** An event of a record beside it: the n-th of the write that made that version. */
export const recordEventKey = (kind: string, id: string, version: number, n: number) => ({
  pk: `R#${kind}#${id}`,
  sk: `EV#${padded(version, 8)}#${n}`,
});
export const recordNameKey = (kind: string, name: string) => ({
  pk: `NAME#${kind}#${name}`,
  sk: 'META',
});

/** Access table: a reader's entries by day, lane and number. */
export const accessPartition = (reader: string): string => `READER#${reader}`;
export const accessSort = ({ day, lane }: Pick<AccessChain, 'day' | 'lane'>): string =>
  `${day}#${padded(lane, 2)}#`;
export const accessKey = (chain: AccessChain, number: number) => ({
  pk: accessPartition(chain.reader),
  sk: `${accessSort(chain)}${padded(number, 6)}`,
});
/** One for each first hex digit of a hash. */
export const accessShards = 16;
export const accessDayPartition = (day: VietnamDay, shard: number): string =>
  `${day}#${padded(shard, 2)}`;

/** Ledger table. */
export const answerKey = (scope: string, key: string) => ({ pk: `IDEM#${tuple(scope, key)}` });
export const claimKey = (source: string, eventId: string) => ({ pk: `CLAIM#${source}#${eventId}` });
export const sequenceKey = (name: string) => ({ pk: `CTR#${name}` });
export const smsKey = (reference: string) => ({ pk: `SMS#${reference}` });
/** Partition of the calls of all offices together. */
export const everyOffice = 'ALL';
export const oneTimeCodeKey = (name: string) => ({ pk: `OTP#${name}` });
export const phoneSessionKey = (session: string) => ({ pk: `PHONE-SESSION#${session}` });
export const phoneAskKey = (request: string) => ({ pk: `PHONE-ASK#${request}` });
export const triesKey = (name: string, window: number) => ({ pk: `TRIES#${name}#${window}` });

export const inboxPartition = (agency: string, inbox: string): string => `DEPT#${agency}#${inbox}`;
/** What a pull may take at once, and what is held or was let lapse. */
export const freePartition = (agency: string): string => `FREE#${agency}`;
export const heldPartition = (agency: string): string => `HELD#${agency}`;
export const assignedPartition = (agency: string, box: string): string =>
  `ASSIGNED#${agency}#${box}`;
export const worklistPartition = (office: string, status: Dossier['status']): string =>
  `OFFICE#${office}#${status}`;
export const limitPartition = (kind: LimitKind, state: LimitState): string =>
  `LIMIT#${kind}#${state}`;
export const warnedPartition = (owner: string, warning: Warning): string =>
  `WARNED#${owner}#${warning}`;
/** Of a post office or an agency. */
export const oldPapersPartition = (owner: string): string => `OLDPAPERS#${owner}`;
/** Of a procedure, what is over and not erased. */
export const retentionPartition = (procedure: string): string => `RETENTION#${procedure}`;
/** Every hold of the province: there are few. */
export const holdsPartition = 'HOLDS';
export const listPartition = (kind: string, list: string): string => `LIST#${kind}#${list}`;

export const outboxShards = 16;
export const outboxPartition = (shard: number): string => `OUT#${padded(shard, 2)}`;
export const anchorPartition = (day: VietnamDay, shard: number): string =>
  `ANCHOR#${day}#${padded(shard, 2)}`;

/** Spreads dossiers over the outbox shards by the last character of the ULID, which is random. */
export const outboxShardOf = (id: string): number => id.charCodeAt(id.length - 1) % outboxShards;

/** After every date that a dossier may be due. */
const withoutLimit = 99_999_999_999_999;
/** Sorts by due time; a dossier without a time limit comes after all that have one. */
export const dueSort = (dueAt: number | undefined, id: string): string =>
  `${padded(dueAt ?? withoutLimit, 14)}#${id}`;
/** The same read again, from a key that ends with it. */
export const dueAndId = (
  sort: string,
): { readonly dueAt: number | undefined; readonly id: string } => {
  const [due, id = ''] = sort.split('#').slice(-2);
  const dueAt = Number(due);
  return { dueAt: dueAt === withoutLimit ? undefined : dueAt, id };
};
/** By the end of the lease, and carrying the due time to whoever reads it. */
export const heldSort = (until: number, dueAt: number | undefined, id: string): string =>
  timeSort(until, dueSort(dueAt, id));
export const timeSort = (at: number, id: string): string => `${padded(at, 14)}#${id}`;

/** By time, and within one commit in the order of what happened. */
export const outboxSort = (event: {
  readonly recordedAt: number;
  readonly dossierId: string;
  readonly version: number;
}): string => `${timeSort(event.recordedAt, event.dossierId)}#${padded(event.version, 8)}`;
