import {
  type DynamoDBDocumentClient,
  paginateQuery,
  paginateScan,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { readDossierId, readScan } from '#adapters/stored/beside.ts';
import { eventToday, readKept } from '#adapters/stored/event.ts';
import { readHead } from '#adapters/stored/head.ts';
import { firstBrokenLink, type Sha256Hex } from '#domain/dossier/chain.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { type Difference, differences, replayed } from '#domain/history/replay.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { headItem, type Item, retentionItems } from './items.ts';
import { retentionKey, scanKey } from './keys.ts';

/**
 * What lies in a dossier's partition and cannot be made again from its events, and why. Everything of
 * the head itself can.
 */
export const notFromEvents: Readonly<Record<string, string>> = {
  PERSON: 'the applicant: personal data is kept out of events, so that it can be erased',
  ACCESS: 'who read personal data: reading is no event of the dossier',
  ASSIGN: 'the line of a task as it was when the task last changed, which a list alone shows',
  LIMIT: 'the line of a limit as it was when it last moved, which a list alone shows',
  LIST: 'the line of old papers as it was when they last moved, which a list alone shows',
};

/** What came of one dossier. */
export type Checked =
  | { readonly found: 'same'; readonly events: number }
  | {
      readonly found: 'differs';
      readonly events: number;
      readonly differences: readonly Difference[];
      /** Writes the replayed head where the stored one still is what was read; false: it was not. */
      readonly repair: () => Promise<boolean>;
    }
  /** The events themselves are wrong: nothing can be made of them. */
  | { readonly found: 'unusable'; readonly why: string };

interface Store {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly sha256: Sha256Hex;
}

/** Ids of all dossiers. Reads the whole table: for a tool, never for a request. */
export async function* everyDossier({ client, table }: Store): AsyncGenerator<DossierId> {
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      ProjectionExpression: 'pk',
      FilterExpression: 'begins_with(pk, :dossier) AND sk = :meta',
      ExpressionAttributeValues: { ':dossier': 'D#', ':meta': 'META' },
    },
  );
  for await (const { Items = [] } of pages)
    for (const { pk } of Items) yield readDossierId(String(pk).slice('D#'.length));
}

const partition = async ({ client, table }: Store, id: string): Promise<readonly Item[]> => {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `D#${id}` },
    },
  );
  const items: Item[] = [];
  for await (const page of pages) items.push(...(page.Items ?? []));
  return items;
};

const tries = 3;

/** Replays one dossier and compares it with its head. A change meanwhile is read again. */
export const checkDossier = async (store: Store, id: string): Promise<Checked> => {
  let checked = await compare(store, id);
  for (let n = 1; n < tries && checked.found !== 'same'; n++) checked = await compare(store, id);
  return checked;
};

const compare = async (store: Store, id: string): Promise<Checked> => {
  const items = await partition(store, id);
  const meta = items.find(({ sk }) => sk === 'META') ?? {};
  try {
    const kept = items
      .filter(({ sk }) => String(sk).startsWith('EV#'))
      .map(({ event, texts }) => readKept(event, texts));
    const written = kept.map((each) => each.written);
    const broken = firstBrokenLink(written, store.sha256);
    if (broken !== undefined) return { found: 'unusable', why: `the chain breaks at ${broken}` };
    const dossier = replayed(kept.map(eventToday));
    const last = written.at(-1);
    if (!dossier || !last) return { found: 'unusable', why: 'it has no events' };
    const made = headItem(dossier, last.hash);
    const scans = items.filter(({ sk }) => String(sk).startsWith('SCAN#'));
    const found = [
      ...ofHead(meta, made),
      ...ofScans(scans, dossier),
      ...ofRetention(items, dossier),
    ];
    if (found.length === 0) return { found: 'same', events: written.length };
    const repair = () => rewrite(store, meta, made, dossier);
    return { found: 'differs', events: written.length, differences: found, repair };
  } catch (error) {
    return { found: 'unusable', why: error instanceof Error ? error.message : String(error) };
  }
};

/** The head's members one by one, and the attributes that put it into indexes. */
const ofHead = (stored: Item, made: Item): readonly Difference[] => {
  const { head: storedHead, schema, ...around } = stored;
  const { head: madeHead, schema: _, ...madeAround } = made;
  return [
    ...differences(around, madeAround),
    ...differences(readable(schema, storedHead), Object(madeHead)).map((each) => ({
      ...each,
      member: `head.${each.member}`,
    })),
  ];
};

/** A head that cannot be read differs in everything. */
const readable = (schema: unknown, head: unknown): object => {
  try {
    return readHead(schema, head);
  } catch (error) {
    return { unreadable: String(error) };
  }
};

const ofScans = (items: readonly Item[], { scans }: Dossier): readonly Difference[] => {
  const stored = items.map(({ scan }) => readScan(scan));
  const byId = (all: Dossier['scans']) =>
    Object.fromEntries(all.map((scan) => [`scan ${scan.id}`, scan]));
  return differences(byId(stored), byId(scans));
};

/** In the list of what is over and of what is held; ended before there were such lists, it stands in none. */
const ofRetention = (items: readonly Item[], dossier: Dossier): readonly Difference[] => {
  const { pk, sk } = retentionKey(dossier.id);
  const places = (item: Item = {}): object => ({ ...item, pk, sk });
  const stored = items.find((item) => item['sk'] === sk);
  return differences(places(stored), places(retentionItem(dossier))).map((each) => ({
    ...each,
    member: `retention.${each.member}`,
  }));
};

const retentionItem = (dossier: Dossier): Item =>
  retentionItems(undefined, dossier)[0] ?? retentionKey(dossier.id);

const rewrite = async (
  { client, table }: Store,
  stored: Item,
  made: Item,
  dossier: Dossier,
): Promise<boolean> => {
  const { id, scans } = dossier;
  const unchanged =
    stored['version'] === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': stored['version'] },
        };
  const head = { Put: { TableName: table, Item: made, ...unchanged } };
  const beside = scans.map((scan) => ({
    Put: { TableName: table, Item: { ...scanKey(id, scan.id), scan } },
  }));
  const listed = { Put: { TableName: table, Item: retentionItem(dossier) } };
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [head, listed, ...beside] }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'TransactionCanceledException') return false;
    throw error;
  }
};
