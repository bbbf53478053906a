import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import {
  readAnswer,
  readApplicant,
  readDossierId,
  readHash,
  readRecordId,
  readScan,
  readSequence,
} from '#adapters/stored/beside.ts';
import { readEvent, readWritten } from '#adapters/stored/event.ts';
import { readHead } from '#adapters/stored/head.ts';
import { readRecord } from '#adapters/stored/record.ts';
import type { Sha256Hex } from '#domain/dossier/chain.ts';
import type { Clock } from '#ports/clock.ts';
import type { KeptRecord, RecordKind } from '#ports/records.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';
import type { Tables } from './document.ts';
import type { Item } from './items.ts';
import {
  answerKey,
  codeKey,
  eventKey,
  recordKey,
  recordNameKey,
  scanKey,
  sequenceKey,
} from './keys.ts';
import { plannedCommit } from './planned-commit.ts';
import { transact } from './transaction.ts';

interface Parts {
  readonly client: DynamoDBDocumentClient;
  readonly tables: Tables;
  readonly clock: Clock;
  readonly sha256: Sha256Hex;
}

/** The ledger on DynamoDB: every read is strongly consistent, every change one transaction. */
export const makeUnitOfWork = ({ client, tables, clock, sha256 }: Parts): UnitOfWork => {
  const get = async (table: string, key: Item): Promise<Item | undefined> =>
    (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;
  const range = (id: string, from: string, to: string) =>
    queryAll(client, tables.dossiers, `D#${id}`, from, to);

  return {
    load: async (id) => fromItems(await range(id, 'META', scanKey(id, '~').sk)),
    history: async (id) => (await range(id, 'EV#', 'EV#~')).map((item) => readEvent(item['event'])),
    written: async (id) =>
      (await range(id, 'EV#', 'EV#~')).map((item) => readWritten(item['event'])),
    event: async (id, version) => {
      const item = await get(tables.dossiers, eventKey(id, version));
      return item && readEvent(item['event']);
    },
    findByCode: async (code) => {
      const item = await get(tables.dossiers, codeKey(code));
      return item && readDossierId(item['dossierId']);
    },
    commit: async (commit) => {
      const plan = plannedCommit(commit, tables, clock.now(), sha256);
      if ('why' in plan) return { ok: false, why: plan.why };
      return plan.writes.length === 0 ? { ok: true } : transact(client, clock, plan.writes);
    },
    answer: async (scope, key) => {
      const item = await get(tables.ledger, answerKey(scope, key));
      return item && readAnswer(item['answer']);
    },
    sequence: async (name) => {
      const item = await get(tables.ledger, sequenceKey(name));
      return item ? readSequence(item['n']) : 0;
    },
    record: async <T extends KeptRecord>(kind: RecordKind<T>, id: string) => {
      const item = await get(tables.dossiers, recordKey(kind.name, id));
      return item && readRecord(kind, item['schema'], item['record']);
    },
    findRecord: async (kind, name) => {
      const item = await get(tables.dossiers, recordNameKey(kind.name, name));
      return item && readRecordId(item['recordId']);
    },
  };
};

const queryAll = async (
  client: DynamoDBDocumentClient,
  table: string,
  pk: string,
  from: string,
  to: string,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
};

const fromItems = (items: readonly Item[]): StoredDossier | undefined => {
  const meta = items.find((item) => item['sk'] === 'META');
  const person = items.find((item) => item['sk'] === 'PERSON');
  if (!meta || !person) return undefined;
  const scans = items.flatMap((item) => (item['scan'] ? [readScan(item['scan'])] : []));
  return {
    dossier: { ...readHead(meta['schema'], meta['head']), scans },
    applicant: readApplicant(person['applicant']),
    chainHash: readHash(meta['chainHash']),
  };
};
