import { numbersGiven } from '#domain/dossier/paper-number.ts';
import { withoutTexts } from '#domain/history/sealed-text.ts';
import { days, type Instant } from '#domain/time/instant.ts';
import { placementAfter, type RecordWrite } from '#ports/records.ts';
import type { TextErasure } from '#ports/unit-of-work.ts';
import type { Tables } from './document.ts';
import {
  assignmentItems,
  changedScans,
  eventItem,
  headItem,
  type Item,
  limitItems,
  oldPapersItems,
  recordEventItems,
  recordItem,
  retentionItems,
} from './items.ts';
import {
  answerKey,
  applicantKey,
  claimKey,
  codeKey,
  eventKey,
  recordNameKey,
  scanKey,
  sequenceKey,
} from './keys.ts';
import type { LinkedCommit, LinkedWrite } from './linked-commit.ts';
import { packed } from './packed.ts';
import type { GuardedWrite, Why } from './transaction.ts';

/** A claim outlives every message that could repeat it: queues keep 14 days, then 14 in the DLQ. */
const claimsKept = days(40);

/** The writes of a commit, each with the meaning of its refusal. */
export const commitWrites = (
  commit: LinkedCommit,
  tables: Tables,
  now: Instant,
): readonly GuardedWrite[] => {
  const { answer, claim, sequences = [] } = commit;
  const absent = (table: string, item: Item, ifRefused: Why): GuardedWrite => ({
    write: {
      Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
    },
    ifRefused,
  });
  return [
    ...(answer
      ? [
          absent(
            tables.ledger,
            { ...answerKey(answer.scope, answer.key), answer: packed(answer) },
            'answered',
          ),
        ]
      : []),
    ...(claim
      ? [
          absent(
            tables.ledger,
            {
              ...claimKey(claim.source, claim.eventId),
              expiresAt: Math.ceil((now + claimsKept) / 1000),
            },
            'claimed',
          ),
        ]
      : []),
    ...sequences.map(
      ({ name, from }): GuardedWrite => ({
        write: {
          Put: {
            TableName: tables.ledger,
            Item: { ...sequenceKey(name), n: from + 1 },
            ...(from === 0
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : { ConditionExpression: 'n = :n', ExpressionAttributeValues: { ':n': from } }),
          },
        },
        ifRefused: 'sequence-moved',
      }),
    ),
    ...commit.dossiers.flatMap((write) => dossierWrites(write, tables.dossiers)),
    ...(commit.records ?? []).flatMap((write) => recordWrites(write, tables.dossiers)),
  ];
};

const put = (table: string, item: Item): GuardedWrite => ({
  write: { Put: { TableName: table, Item: item } },
  ifRefused: 'stale',
});

const putNew = (table: string, item: Item): GuardedWrite => ({
  write: { Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } },
  ifRefused: 'stale',
});

/** A name belongs to one record for ever: that one may give it up and bear it again. */
const putName = (table: string, item: Item, recordId: string): GuardedWrite => ({
  write: {
    Put: {
      TableName: table,
      Item: item,
      ConditionExpression: 'attribute_not_exists(pk) OR recordId = :record',
      ExpressionAttributeValues: { ':record': recordId },
    },
  },
  ifRefused: 'stale',
});

/** Replaces the item where it still is at `version`; 0 means that there is none yet. */
const putAt = (table: string, item: Item, version: number): GuardedWrite =>
  version === 0
    ? putNew(table, item)
    : {
        write: {
          Put: {
            TableName: table,
            Item: item,
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': version },
          },
        },
        ifRefused: 'stale',
      };

/** The event stands as it was hashed; only what lies beside it goes. */
const erasures = ({ kept, events }: TextErasure, table: string): readonly GuardedWrite[] =>
  events.map((event) => ({
    write: {
      Update: {
        TableName: table,
        Key: eventKey(event.written.dossierId, event.written.version),
        UpdateExpression: 'SET texts = :texts',
        ExpressionAttributeValues: { ':texts': withoutTexts(event, kept).texts },
      },
    },
    ifRefused: 'stale',
  }));

const dossierWrites = (
  { change, links, applicant, erasure }: LinkedWrite,
  table: string,
): readonly GuardedWrite[] => {
  const { before, after } = change;
  const last = links.at(-1)?.written;
  if (!last) return [];
  return [
    putAt(table, headItem(after, last.hash), before?.version ?? 0),
    ...links.map((event) => putNew(table, eventItem(event))),
    ...(erasure ? erasures(erasure, table) : []),
    ...changedScans(before, after).map((scan) =>
      put(table, { ...scanKey(after.id, scan.id), scan }),
    ),
    ...assignmentItems(before, after).map((item) => put(table, item)),
    ...limitItems(before, after).map((item) => put(table, item)),
    ...oldPapersItems(before, after).map((item) => put(table, item)),
    ...retentionItems(before, after).map((item) => put(table, item)),
    ...(applicant ? [put(table, { ...applicantKey(after.id), applicant })] : []),
    ...numbersGiven(before, after).map((number) =>
      putNew(table, { ...codeKey(number), dossierId: after.id }),
    ),
  ];
};

const recordWrites = (write: RecordWrite, table: string): readonly GuardedWrite[] => {
  const { kind, before, after } = write;
  const placement = placementAfter(write);
  return [
    putAt(table, recordItem(kind, after, placement), before?.version ?? 0),
    ...recordEventItems(write).map((item) => putNew(table, item)),
    ...placement.names.map((name) =>
      putName(table, { ...recordNameKey(kind.name, name), recordId: after.id }, after.id),
    ),
  ];
};
