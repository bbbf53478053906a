import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { readDossierId } from '#adapters/stored/beside.ts';
import { warnings } from '#domain/limits/warnings.ts';
import { type Instant, instant, type Milliseconds, plus } from '#domain/time/instant.ts';
import type { PullLine } from '#ports/pull-line.ts';
import type { DossierIndex, Page, PageAsk } from '#ports/unit-of-work.ts';
import type { Tables } from './document.ts';
import type { Item } from './items.ts';
import {
  assignedPartition,
  assignmentKey,
  dossierKey,
  dueAndId,
  freePartition,
  heldPartition,
  holdsPartition,
  inboxPartition,
  limitKey,
  limitPartition,
  listPartition,
  oldPapersKey,
  oldPapersPartition,
  recordKey,
  retentionKey,
  retentionPartition,
  timeSort,
  warnedPartition,
  worklistPartition,
} from './keys.ts';

type IndexName = 'inbox' | 'worklist' | 'pull';

/** `until` itself is not in it. */
interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** Pages of inboxes, worklists and of what may be pulled, from the sparse indexes. */
export const makeDossierIndex = (client: DynamoDBDocumentClient, tables: Tables): DossierIndex => {
  const itemsOf: ReadItems = async (index, partition, ask, keyOf = dossierKey, span) => {
    const from = startIn(span, ask.after);
    if (from === 'past-the-end') return { items: [] };
    const start = from ? startOf(index, partition, from, keyOf) : undefined;
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: tables.dossiers,
        IndexName: index,
        KeyConditionExpression: `#partition = :partition${span ? ' AND #sort BETWEEN :from AND :until' : ''}`,
        ExpressionAttributeNames: { '#partition': index, ...(span && { '#sort': `${index}Sort` }) },
        ExpressionAttributeValues: {
          ':partition': partition,
          // Of `until` itself every key is longer, and so behind it.
          ...(span && { ':from': timeSort(span.from, ''), ':until': timeSort(span.until, '') }),
        },
        // One more than is asked for says whether there is a next page.
        Limit: ask.limit + 1,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    return pageOf(index, Items, ask.limit, LastEvaluatedKey !== undefined);
  };
  const page = async <Line>(...asked: Parameters<ReadItems>): Promise<Page<Line>> => {
    const { items, next } = await itemsOf(...asked);
    return { items: items.map(({ line }) => line as Line), ...(next !== undefined && { next }) };
  };
  return {
    inbox: (agency, inbox, ask) => page('inbox', inboxPartition(agency, inbox), ask),
    assigned: (agency, box, ask) =>
      page('inbox', assignedPartition(agency, box), ask, assignmentKeyOf),
    ...limitLists(page),
    ...pullLists(itemsOf),
    oldPapersOf: ({ office, agency = '' }, ask) =>
      office === undefined
        ? page('inbox', oldPapersPartition(agency), ask, oldPapersKey)
        : page('worklist', oldPapersPartition(office), ask, oldPapersKey),
    ...retentionLists(page),
    worklist: (office, status, ask) => page('worklist', worklistPartition(office, status), ask),
    registered: (office, status, span, ask) =>
      page('worklist', worklistPartition(office, status), ask, undefined, span),
    listed: (kind, list, ask) =>
      page('worklist', listPartition(kind.name, list), ask, (id) => recordKey(kind.name, id)),
    listedSecond: (kind, list, ask) =>
      page('inbox', listPartition(kind.name, list), ask, (id) => recordKey(kind.name, id)),
  };
};

type ReadItems = (
  index: IndexName,
  partition: string,
  ask: PageAsk,
  keyOf?: (id: string) => Item,
  span?: Span,
) => Promise<Page<Item>>;

type ReadPage = <Line>(...asked: Parameters<ReadItems>) => Promise<Page<Line>>;

/** What is to be warned of next, and what owners were warned of. */
const limitLists = (page: ReadPage): Pick<DossierIndex, 'unwarned' | 'warned'> => ({
  unwarned: (warning, before, ask) => {
    const { of, after } = warnings[warning];
    const key = (id: string) => limitKey(id, of);
    return page('worklist', limitPartition(of, after), ask, key, {
      from: 0 as Instant,
      until: before,
    });
  },
  warned: (warning, owner, ask) => {
    const { of } = warnings[warning];
    const key = (id: string) => limitKey(id, of);
    return owner === undefined
      ? page('worklist', limitPartition(of, warning), ask, key)
      : page('inbox', warnedPartition(owner, warning), ask, key);
  },
});

/** What is over and not erased, and what is held. */
const retentionLists = (page: ReadPage): Pick<DossierIndex, 'finished' | 'onHold'> => ({
  finished: (procedure, until, ask) =>
    page('worklist', retentionPartition(procedure), ask, retentionKey, {
      from: 0 as Instant,
      until,
    }),
  onHold: (ask) => page('inbox', holdsPartition, ask, retentionKey),
});

/** What may be pulled at once, and what somebody held too long. */
const pullLists = (itemsOf: ReadItems): Pick<DossierIndex, 'free' | 'lapsed'> => {
  const lines = async (...asked: Parameters<ReadItems>): Promise<Page<PullLine>> => {
    const { items, next } = await itemsOf(...asked);
    return { items: items.map(pullLineFrom), ...(next !== undefined && { next }) };
  };
  return {
    free: (agency, ask) => lines('pull', freePartition(agency), ask),
    lapsed: (agency, by, ask) =>
      lines('pull', heldPartition(agency), ask, heldKeyOf, {
        from: 0 as Instant,
        until: plus(by, 1 as Milliseconds),
      }),
  };
};

/** The index carries keys alone, so that a dossier may change without its line being written again. */
const pullLineFrom = ({ pullSort }: Item): PullLine => {
  const { dueAt, id } = dueAndId(String(pullSort));
  return { id: readDossierId(id), ...(dueAt !== undefined && { dueAt: instant(dueAt) }) };
};

/** `<due>#<dossier>`, as the sort key of what is held ends. */
const heldKeyOf = (id: string): Item => dossierKey(id.slice(id.indexOf('#') + 1));

/** `<dossier>#<number>`, as the sort key ends. */
const assignmentKeyOf = (id: string): Item => {
  const [dossierId = '', number = ''] = id.split('#');
  return assignmentKey(dossierId, number);
};

/** The cursor is the sort key alone: the partition comes from the caller's token, never from it. */
const startOf = (
  index: IndexName,
  partition: string,
  after: string,
  keyOf: (id: string) => Item,
): Item => ({
  ...keyOf(after.slice(after.indexOf('#') + 1)),
  [index]: partition,
  [`${index}Sort`]: after,
});

/** A cursor outside the span, which DynamoDB would not take, stands at the end that it lies beyond. */
const startIn = (span: Span | undefined, after = ''): string | undefined => {
  if (!span || after === '') return after || undefined;
  if (after >= timeSort(span.until, '')) return 'past-the-end';
  return after < timeSort(span.from, '') ? undefined : after;
};

const pageOf = (
  index: IndexName,
  items: readonly Item[],
  limit: number,
  isCut: boolean,
): Page<Item> => {
  const shown = items.slice(0, limit);
  const next = isCut || items.length > limit ? shown.at(-1)?.[`${index}Sort`] : undefined;
  return { items: shown, ...(typeof next === 'string' && { next }) };
};
