import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOutbox } from '#adapters/aws/dynamodb/outbox.ts';
import { eventOfRecord } from '#adapters/aws/dynamodb/stream-event.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { systemClock } from '#adapters/node/system-clock.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makePublishEvent } from '#application/publish-event.ts';
import { queueRules } from '#data/province.ts';
import { hours, plus } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import { makeWorkQueue } from '#functions/queueing/application/work-queue.ts';
import { officeQueueKind } from '#functions/queueing/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { Outbox, UnitOfWork } from '#ports/unit-of-work.ts';
import { got } from '#test/support/offline.ts';
import { clerk } from '#test/support/shipments.ts';
import { startTables } from '#test/support/tables.ts';

interface Store {
  readonly ledger: UnitOfWork;
  readonly outbox: Outbox;
}

let tables: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  tables = await startTables();
}, 120_000);
afterAll(() => tables.stop());

const stores: readonly (readonly [string, () => Store])[] = [
  ['in memory', () => makeMemoryUnitOfWork(sha256)],
  [
    'on DynamoDB',
    () => ({
      ledger: makeUnitOfWork({
        client: tables.document,
        tables: tables.tables,
        clock: systemClock,
        sha256,
      }),
      outbox: makeOutbox(tables.document, tables.tables),
    }),
  ],
];

const later = () => plus(systemClock.now(), hours(1));

/** Three acts on one record, each before the event of the one before was published. */
const served = async ({ ledger }: Store) => {
  const queue = makeWorkQueue({ ledger, clock: systemClock, ids: makeUlids(), queueRules });
  const ask = { actor: clerk, idempotency: undefined };
  const { id } = got(await queue.take({ ...ask, group: 'nop-ho-so', priority: 'elderly' }));
  got(await queue.call({ ...ask, counter: 'quay-1' }));
  got(await queue.callAgain({ ...ask, id }));
  got(await queue.finish({ ...ask, id }));
  return id;
};

describe.each(stores)('events of a record %s', (_, open) => {
  it('are published one by one, each once, and stay when they are', async () => {
    const store = open();
    const id = await served(store);
    const published: PublishedEvent[] = [];
    const publish = makePublishEvent({
      outbox: store.outbox,
      publisher: { publish: async (event) => void published.push(event) },
    });
    for (const event of await store.outbox.waiting(later(), 100)) await publish(event);
    const mine = published.filter(({ subject }) => subject === id);
    expect(mine.map(({ type, data }) => [type, data.version])).toEqual([
      ['vn.post-counter.ticket-taken.v1', 1],
      ['vn.post-counter.ticket-called.v1', 2],
      ['vn.post-counter.ticket-called.v1', 3],
      ['vn.post-counter.ticket-served.v1', 4],
    ]);
    expect(mine[0]).toMatchObject({
      id: `${id}:1`,
      data: { office: clerk.office, group: 'nop-ho-so', number: 'A001', priority: 'elderly' },
    });
    expect(await store.outbox.waiting(later(), 100)).toEqual([]);
  });

  it('are not there when the record was not written', async () => {
    const store = open();
    const id = await served(store);
    const before = await store.ledger.record(
      officeQueueKind,
      `${clerk.office}#${dayOf(systemClock.now())}`,
    );
    if (!before) throw new Error('no queue');
    const [first] = await store.outbox.waiting(later(), 100);
    if (first?.of !== 'record') throw new Error('no event');
    const stale = { ...before, version: before.version - 1 };
    const event = { ...first.event, id: `${id}:99` };
    const write = recordWrite(officeQueueKind, stale, before, [event]);
    expect(await store.ledger.commit({ records: [write] })).toMatchObject({ ok: false });
    const waiting = await store.outbox.waiting(later(), 100);
    expect(waiting.map((each) => each.of === 'record' && each.event.id)).not.toContain(event.id);
    for (const each of waiting) await store.outbox.markPublished(each);
  });
});

describe('the stream', () => {
  it('carries an event of a record to the same publisher, in the version of today', async () => {
    const store = stores[1]?.[1]();
    if (!store) throw new Error('no store');
    const id = await served(store);
    const waiting = await store.outbox.waiting(later(), 100);
    const taken = waiting.find((each) => each.of === 'record' && each.event.subject === id);
    if (taken?.of !== 'record') throw new Error('no event');
    const { record: pk, entry: sk } = taken.place;
    const { Item } = await tables.document.send(
      new GetCommand({ TableName: tables.tables.dossiers, Key: { pk, sk } }),
    );
    const image = (item: unknown) =>
      ({ dynamodb: { NewImage: marshall(item) } }) as unknown as DynamoDBRecord;
    expect(eventOfRecord(image(Item))).toEqual(taken);
    expect(Item).toHaveProperty('outbox');
    const future = { ...Item, event: { ...taken.event, type: 'vn.post-counter.ticket-taken.v9' } };
    expect(() => eventOfRecord(image(future))).toThrow('ticket-taken.v9 is not known here');
    for (const each of waiting) await store.outbox.markPublished(each);
  });
});
