import type { TableName } from './sources.ts';

/** Items of one kind, by what their partition keys begin with, in the table or in one of its indexes. */
interface Keys {
  readonly table: TableName;
  readonly keys: readonly string[];
}

const dossiers = (...keys: readonly string[]): Keys => ({ table: 'dossiers', keys });
const ledger = (...keys: readonly string[]): Keys => ({ table: 'ledger', keys });

/** As `adapters/aws/dynamodb/keys.ts` and the adapters of the services spell them. */
const fixed = {
  /** Head, events, applicant, scans and what is listed of a dossier: all of its partition. */
  dossier: dossiers('D#'),
  code: dossiers('CODE#'),
  'inbox-list': dossiers('DEPT#'),
  'assignment-list': dossiers('ASSIGNED#'),
  'office-list': dossiers('OFFICE#'),
  'pull-list': dossiers('FREE#', 'HELD#'),
  'limit-list': dossiers('LIMIT#'),
  'warned-list': dossiers('WARNED#'),
  'old-papers-list': dossiers('OLDPAPERS#'),
  'retention-list': dossiers('RETENTION#'),
  'hold-list': dossiers('HOLDS'),
  'unpublished-list': dossiers('OUT#'),
  'day-list': dossiers('ANCHOR#'),
  answer: ledger('IDEM#'),
  claim: ledger('CLAIM#'),
  'dossier-number': ledger('CTR#code#'),
  'waybill-number': ledger('CTR#waybill#'),
  'slip-block-number': ledger('CTR#temporary-block'),
  'money-number': ledger('CTR#receipt#', 'CTR#remittance#'),
  sms: ledger('SMS#'),
  'sms-list': ledger('HELD', 'EXPECTED'),
  /** Of citizens: by a dossier's id, a receipt's wrong code, a telephone. */
  'one-time-code': ledger('OTP#0', 'OTP#no-receipt#', 'OTP#phone#'),
  'pairing-code': ledger('OTP#pairing#'),
  'phone-session': ledger('PHONE-SESSION#'),
  'phone-ask': ledger('PHONE-ASK#'),
  tries: ledger('TRIES#'),
  'access-entry': { table: 'access', keys: ['READER#'] },
  'counted-event': { table: 'figures', keys: ['CLAIM#'] },
  figure: { table: 'figures', keys: ['FIG#'] },
  'question-miss': { table: 'figures', keys: ['MISS#', 'MISSES'] },
} as const satisfies Readonly<Record<string, Keys>>;

/** Whole indexes, whose partitions are named by what no prefix tells: an office, a dossier, a day. */
const indexes = {
  'call-list': { table: 'ledger', indexes: ['calls', 'allCalls'] },
  'access-list': { table: 'access', indexes: ['subject', 'day'] },
} as const satisfies Readonly<
  Record<string, { readonly table: TableName; readonly indexes: readonly string[] }>
>;

type FixedKind = keyof typeof fixed;
/** A kind of record with its names, its lists and its events, as `RecordKind` calls it. */
export type RecordItems = `record:${string}`;
export type IndexKind = keyof typeof indexes;
export type ItemKind = FixedKind | RecordItems;

/** What may be read: by key, and in the lists that stand under these keys. */
export type Readable = ItemKind | IndexKind;
/**
 * What may be put. Whoever may put a dossier may append to its history, in one transaction with its
 * head; its applicant's data is asked for apart.
 */
export type Puttable = ItemKind | 'applicant';
/**
 * What may be updated in place. Of the dossiers table only that an event is published: what an event
 * says is no attribute that anybody may update.
 */
export type Updatable =
  | Exclude<ItemKind, 'dossier' | 'code' | RecordItems | 'access-entry' | 'answer' | 'claim'>
  | 'publication'
  /** Taken out of a dossier’s events when its time is over, a class at a time. */
  | 'texts';

export interface ItemRights {
  readonly read?: readonly Readable[];
  readonly put?: readonly Puttable[];
  readonly update?: readonly Updatable[];
}

export const isIndexKind = (kind: Readable): kind is IndexKind => Object.hasOwn(indexes, kind);
export const indexesOf = (kind: IndexKind) => indexes[kind];

const recordPrefix = 'record:';
const isRecordKind = (kind: ItemKind): kind is RecordItems => kind.startsWith(recordPrefix);

/** Where the items of a kind lie; of a record also its names, and its lists in the indexes. */
export const keysOf = (kind: ItemKind): Keys => {
  if (!isRecordKind(kind)) return fixed[kind];
  const name = kind.slice(recordPrefix.length);
  return dossiers(`R#${name}#`, `NAME#${name}#`, `LIST#${name}#`);
};

/** Every attribute that a write of a dossier's partition, or of its number, names. */
export const dossierAttributes = [
  'pk',
  'sk',
  'version',
  'chainHash',
  'schema',
  'head',
  'line',
  'worklist',
  'worklistSort',
  'inbox',
  'inboxSort',
  'pull',
  'pullSort',
  'event',
  'texts',
  'anchor',
  'anchorSort',
  'outbox',
  'outboxSort',
  'scan',
  'dossierId',
] as const;

/** Texts beside an event: what it says itself nobody may update. */
export const textAttributes = ['pk', 'sk', 'texts'] as const;

/** What is taken off an event when it has been published. */
export const publicationAttributes = ['pk', 'sk', 'outbox', 'outboxSort'] as const;

/** The kinds of the records of these names. */
export const records = <N extends string>(...names: readonly N[]): readonly `record:${N}`[] =>
  names.map((name) => `record:${name}` as const);
