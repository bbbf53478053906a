import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { textSealing } from '#adapters/node/sealing.ts';
import {
  readAnswer,
  readApplicant,
  readDossierId,
  readHash,
  readRecordId,
  readScan,
  readSequence,
} from '#adapters/stored/beside.ts';
import { readEvent, readKept } from '#adapters/stored/event.ts';
import { readHead } from '#adapters/stored/head.ts';
import { readRecord } from '#adapters/stored/record.ts';
import type { Sha256Hex } from '#domain/dossier/chain.ts';
import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import type { Clock } from '#ports/clock.ts';
import type { KeptRecord, RecordKind } from '#ports/records.ts';
import type { Commit, StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';
import type { Tables } from './document.ts';
import { everyItem, type Query } from './every-item.ts';
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
import { linkedCommit } from './linked-commit.ts';
import { unpacked } from './packed.ts';
import { plannedCommit } from './planned-commit.ts';
import { transact } from './transaction.ts';

interface Parts {
  readonly client: DynamoDBDocumentClient;
  readonly tables: Tables;
  readonly clock: Clock;
  readonly sha256: Sha256Hex;
}

/** Of one dossier with its history, before it is given up. */
const readings = 5;

/** The ledger on DynamoDB: every read is strongly consistent, every change one transaction. */
export const makeUnitOfWork = ({ client, tables, clock, sha256 }: Parts): UnitOfWork => {
  const get = async (table: string, key: Item): Promise<Item | undefined> =>
    (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;
  const range = (id: string, from: string, to: string) =>
    everyItem(client, itemsBetween(tables, id, from, to));

  return {
    load: async (id) => fromItems(await range(id, 'META', scanKey(id, '~').sk)),
    loadWhole: async (id) => {
      // Events lie before the head: what is written between two pages shows in the head alone.
      for (let n = 0; n < readings; n++) {
        const items = await range(id, 'EV#', scanKey(id, '~').sk);
        const stored = fromItems(items);
        if (!stored) return undefined;
        const { version } = stored.dossier;
        const events = eventsIn(items).slice(0, version);
        if (events.length === version) return { ...stored, events };
      }
      throw new Error(`${id} changes faster than it can be read, or lacks an event`);
    },
    history: async (id) => eventsIn(await range(id, 'EV#', 'EV#~')),
    kept: async (id) =>
      (await range(id, 'EV#', 'EV#~')).map(({ event, texts }) => readKept(event, texts)),
    event: async (id, version) => {
      const item = await get(tables.dossiers, eventKey(id, version));
      return item && readEvent(item['event'], item['texts']);
    },
    findByCode: async (code) => {
      const item = await get(tables.dossiers, codeKey(code));
      return item && readDossierId(item['dossierId']);
    },
    commit: async (commit) => {
      const plan = planOf({ tables, clock, sha256 }, commit);
      if ('why' in plan) return { ok: false, why: plan.why };
      return plan.writes.length === 0 ? { ok: true } : transact(client, clock, plan.writes);
    },
    answer: async (scope, key) => {
      const item = await get(tables.ledger, answerKey(scope, key));
      return item && readAnswer(unpacked(item['answer']));
    },
    sequence: async (name) => {
      const item = await get(tables.ledger, sequenceKey(name));
      return item ? readSequence(item['n']) : 0;
    },
    record: async <T extends KeptRecord>(kind: RecordKind<T>, id: string) => {
      const item = await get(tables.dossiers, recordKey(kind.name, id));
      return item && readRecord(kind, item['schema'], unpacked(item['record']));
    },
    findRecord: async (kind, name) => {
      const item = await get(tables.dossiers, recordNameKey(kind.name, name));
      return item && readRecordId(item['recordId']);
    },
  };
};

const itemsBetween = ({ dossiers }: Tables, id: string, from: string, to: string): Query => ({
  TableName: dossiers,
  ConsistentRead: true,
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
  ExpressionAttributeValues: { ':pk': `D#${id}`, ':from': from, ':to': to },
});

const planOf = ({ tables, clock, sha256 }: Omit<Parts, 'client'>, commit: Commit) =>
  plannedCommit(linkedCommit(commit, { ...textSealing, sha256 }), tables, clock.now());

const eventsIn = (items: readonly Item[]): readonly ChainedEvent[] =>
  items.flatMap(({ event, texts }) => (event ? [readEvent(event, texts)] : []));

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
