import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { sha256 } from '#adapters/node/seals.ts';
import { accessLinkOr, readAccessLink } from '#adapters/stored/access.ts';
import { readHash, readSequence } from '#adapters/stored/beside.ts';
import { chainOf, lanes, linked } from '#domain/access/access-chain.ts';
import type { AccessChain, AccessEntry, AccessLink } from '#domain/access/access-entry.ts';
import type { Sha256Hex } from '#domain/dossier/chain.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { AccessDays, AccessLines, AccessLog } from '#ports/access-log.ts';
import type { Clock } from '#ports/clock.ts';
import type { Page, PageAsk } from '#ports/unit-of-work.ts';
import { everyItem, type Query } from './every-item.ts';
import type { Item } from './items.ts';
import {
  accessDayPartition,
  accessKey,
  accessPartition,
  accessShards,
  accessSort,
  timeSort,
} from './keys.ts';
import { type GuardedWrite, transact } from './transaction.ts';

interface Parts {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly clock: Clock;
  readonly sha256: Sha256Hex;
}

/** Where a chain was when it was last seen from here. */
type Heads = Map<string, Pick<AccessLink, 'number' | 'hash'> | undefined>;

/** Chains remembered by one environment; beyond it forgets, which costs a query. */
const mostHeads = 500;
const tries = 10;
const shortestPauseMs = 8;

/**
 * The access log on a table of its own, which nobody updates. An entry is put where its chain ends,
 * under the condition that nobody else has put one there: a chain cannot fork. The end is remembered, so
 * that one write is all that a reading waits for. A reader who reads many things at once finds the end
 * taken and goes on in another lane of the day, instead of waiting for the others.
 */
export const makeAccessLog = (parts: Parts): AccessLog => {
  const heads: Heads = new Map();
  const headOf = async (chain: AccessChain) => {
    const key = accessPrefix(chain);
    if (!heads.has(key)) {
      const head = await newestOf(parts, chain);
      if (heads.size >= mostHeads) heads.clear();
      heads.set(key, head);
    }
    return heads.get(key);
  };
  /** Says whether they stand at the end of the lane now. */
  const putAt = async (lane: number, entries: readonly AccessEntry[]): Promise<boolean> => {
    const [one] = entries;
    if (!one) return true;
    const chain = chainOf({ entry: one, lane });
    const links = linked(entries, lane, await headOf(chain), parts.sha256);
    const kept = await transact(parts.client, parts.clock, links.map(writeOf(parts.table)));
    heads.delete(accessPrefix(chain));
    if (kept.ok) heads.set(accessPrefix(chain), links.at(-1));
    return kept.ok;
  };
  return {
    prepare: async (reader) => {
      try {
        await headOf({ reader, day: dayOf(parts.clock.now()), lane: 0 });
      } catch {
        // Whoever cannot read the end now finds out when it matters: at the entry.
      }
    },
    append: async (reads) => {
      const at = parts.clock.now();
      const entries = reads.map((read) => ({ ...read, at }));
      if (await putAt(0, entries)) return;
      for (let n = 0; n < tries - 1; n++) {
        // Whoever was refused together would be refused together again.
        await pause(randomInt(shortestPauseMs * 2 ** n));
        if (await putAt(randomInt(lanes), entries)) return;
      }
      throw new Error('the access log takes no entry');
    },
  };
};

/** The log of a function, on the stores that it has open. */
export const accessLogOf = (
  { client, clock }: Pick<Parts, 'client' | 'clock'>,
  { ACCESS_TABLE: table }: { readonly ACCESS_TABLE: string },
): AccessLog => makeAccessLog({ client, clock, table, sha256 });

const accessPrefix = (chain: AccessChain): string =>
  `${accessPartition(chain.reader)}#${accessSort(chain)}`;

const writeOf =
  (table: string) =>
  (link: AccessLink): GuardedWrite => ({
    write: {
      Put: {
        TableName: table,
        Item: accessItem(link),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ifRefused: 'stale',
  });

const accessItem = (link: AccessLink): Item => {
  const { subject, at } = link.entry;
  const sort = timeSort(at, link.hash);
  return {
    ...accessKey(chainOf(link), link.number),
    link,
    day: accessDayPartition(dayOf(at), Number.parseInt(link.hash.slice(0, 1), 16)),
    daySort: sort,
    ...(subject !== undefined && { subject, subjectSort: sort }),
  };
};

/** Where the chain ends: of the newest link what the next one needs, and no more. */
const newestOf = async (
  { client, table }: Pick<Parts, 'client' | 'table'>,
  chain: AccessChain,
): Promise<Pick<AccessLink, 'number' | 'hash'> | undefined> => {
  const { Items: [newest] = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :chain)',
      ExpressionAttributeValues: {
        ':pk': accessPartition(chain.reader),
        ':chain': accessSort(chain),
      },
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  if (!newest) return undefined;
  const { number, hash } = Object(newest['link']);
  return { number: readSequence(number), hash: readHash(hash) };
};

/** Behind every key that a page may begin with, and before every one. */
const last = '~';
const first = '0';

/** The log on its table for those who read it: supervisors, citizens, the watch and the night. */
export const makeAccessLines = (
  client: DynamoDBDocumentClient,
  table: string,
): AccessLines & AccessDays => ({
  ...pagesOf(client, table),
  ...daysOf(client, table),
});

const pagesOf = (
  client: DynamoDBDocumentClient,
  TableName: string,
): Pick<AccessLines, 'ofSubject' | 'ofReader'> => {
  const page = async (query: Omit<Query, 'TableName'>, sort: string, ask: PageAsk) => {
    // One more than is asked for says whether there is a next page.
    const whole = { ...query, TableName, ScanIndexForward: false, Limit: ask.limit + 1 };
    const { Items = [] } = await client.send(new QueryCommand(whole));
    return pageOf(Items, sort, ask.limit);
  };
  return {
    ofSubject: (subject, ask) =>
      page(
        {
          IndexName: 'subject',
          KeyConditionExpression: 'subject = :subject AND subjectSort < :after',
          ExpressionAttributeValues: { ':subject': subject, ':after': ask.after ?? last },
        },
        'subjectSort',
        ask,
      ),
    ofReader: async (reader, ask, place) => {
      const query = {
        KeyConditionExpression: 'pk = :pk AND sk < :after',
        ExpressionAttributeValues: { ':pk': accessPartition(reader), ':after': ask.after ?? last },
      };
      if (place === undefined) return page(query, 'sk', ask);
      return ofPlace(client, { ...query, TableName, ScanIndexForward: false }, ask.limit, place);
    },
  };
};

/** Entries of a reader that are looked at for one page of one place: a day of hard work, several times. */
const mostLookedAt = 2_000;

/** A page of what was read in the name of one place; it ends where enough was found or looked at. */
const ofPlace = async (
  client: DynamoDBDocumentClient,
  query: Query,
  limit: number,
  place: string,
): Promise<Page<AccessLink['entry']>> => {
  const { Items = [], LastEvaluatedKey: end } = await client.send(
    new QueryCommand({
      ...query,
      Limit: mostLookedAt,
      FilterExpression: '#link.#entry.#place = :place',
      ExpressionAttributeNames: { '#link': 'link', '#entry': 'entry', '#place': 'place' },
      ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ':place': place },
    }),
  );
  const page = pageOf(Items, 'sk', limit);
  return page.next === undefined && end ? { ...page, next: String(end['sk']) } : page;
};

const daysOf = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<AccessLines, 'between'> & AccessDays => {
  const onDay = async (day: VietnamDay, from = first, until = last) => {
    const shards = Array.from({ length: accessShards }, (_, n) =>
      everyItem(client, {
        TableName: table,
        IndexName: 'day',
        KeyConditionExpression: '#day = :day AND daySort BETWEEN :from AND :until',
        ExpressionAttributeNames: { '#day': 'day' },
        ExpressionAttributeValues: {
          ':day': accessDayPartition(day, n),
          ':from': from,
          ':until': until,
        },
      }),
    );
    return (await Promise.all(shards)).flat();
  };
  return {
    between: async (from, until) => {
      const days = [...new Set([dayOf(from), dayOf(until)])];
      const items = await Promise.all(
        days.map((day) => onDay(day, timeSort(from, ''), timeSort(until, ''))),
      );
      return items.flat().map(({ link }) => readAccessLink(link).entry);
    },
    hashesOf: async (day) =>
      (await onDay(day)).map(({ daySort }) => readHash(String(daySort).split('#')[1])).sort(),
    linksOf: async (day) => (await onDay(day)).map(({ link }) => accessLinkOr(link)),
  };
};

const pageOf = (items: readonly Item[], sort: string, limit: number): Page<AccessLink['entry']> => {
  const shown = items.slice(0, limit);
  const next = items.length > limit ? shown.at(-1)?.[sort] : undefined;
  return {
    items: shown.map(({ link }) => readAccessLink(link).entry),
    ...(next !== undefined && { next: String(next) }),
  };
};
