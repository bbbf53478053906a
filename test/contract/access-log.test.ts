import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccessLines, makeAccessLog } from '#adapters/aws/dynamodb/access-log.ts';
import { makeMemoryAccessLog } from '#adapters/memory/access-log.ts';
import { makeMemoryAnchors } from '#adapters/memory/anchors.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { chainOf, firstBroken } from '#domain/access/access-chain.ts';
import { days, minutes, plus } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeAnchorDays } from '#functions/oversight/application/anchor-days.ts';
import { recordedReadings } from '#functions/oversight/application/read-days-again.ts';
import type { AccessDays, AccessLines, AccessLog, AccessRead } from '#ports/access-log.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { startTables } from '#test/support/tables.ts';
import { aClock } from '#test/support/worlds.ts';

type Log = AccessLog & AccessLines & AccessDays;

let dynamo: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  dynamo = await startTables();
}, 60_000);
afterAll(() => dynamo?.stop());

const onDynamo = (clock: ReturnType<typeof aClock>['clock']): Log => ({
  ...makeAccessLog({ client: dynamo.document, table: dynamo.access, clock, sha256 }),
  ...makeAccessLines(dynamo.document, dynamo.access),
});
const inMemory = (clock: ReturnType<typeof aClock>['clock']): Log =>
  makeMemoryAccessLog({ clock, sha256 });

let readers = 0;
/** A reader whom no other test knows, with what a reading of theirs looks like. */
const aReader = () => {
  readers += 1;
  const reader = `staff:reader-${readers}`;
  const read = (subject: string, change: Partial<AccessRead> = {}): AccessRead => ({
    reader,
    capacity: 'officer',
    place: 'ct-nnmt',
    operation: 'readDossier',
    what: 'dossier',
    subject: `${reader}/${subject}`,
    ...change,
  });
  return { reader, read };
};

const monday = '2026-11-23' as VietnamDay;
const page = { limit: 10 };

describe.each([
  ['in memory', inMemory],
  ['on DynamoDB', onDynamo],
] as const)('the access log %s', (_, open) => {
  it('says who read a dossier, the newest first, and when', async () => {
    const { clock, advance } = aClock();
    const log = open(clock);
    const [one, other] = [aReader(), aReader()];
    await log.append([one.read('D')]);
    advance(minutes(1));
    await log.append([
      { ...other.read('-'), subject: `${one.reader}/D`, refused: 'dossier-unknown' },
    ]);
    const { items, next } = await log.ofSubject(`${one.reader}/D`, page);
    expect(items).toMatchObject([
      { reader: other.reader, refused: 'dossier-unknown', at: plus(monday9, minutes(1)) },
      { reader: one.reader, capacity: 'officer', place: 'ct-nnmt', at: monday9 },
    ]);
    expect(next).toBeUndefined();
  });

  it('says what a person read, from page to page and over days', async () => {
    const { clock, advance } = aClock();
    const log = open(clock);
    const { reader, read } = aReader();
    for (let n = 0; n < 5; n++) {
      await log.append([read(`${n}`)]);
      advance(n === 2 ? days(1) : minutes(1));
    }
    const seen: (string | undefined)[] = [];
    let after: string | undefined;
    do {
      const { items, next } = await log.ofReader(reader, { limit: 2, ...(after && { after }) });
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items.map(({ subject }) => subject?.split('/')[1]));
      after = next;
    } while (after);
    expect(seen).toEqual(['4', '3', '2', '1', '0']);
  });

  it('says what a person read in the name of one place, over the pages of all that they read', async () => {
    const { clock, advance } = aClock();
    const log = open(clock);
    const { reader, read } = aReader();
    for (let n = 0; n < 6; n++) {
      await log.append([read(`${n}`, n % 2 === 0 ? {} : { place: 'ct-tp' })]);
      advance(minutes(1));
    }
    const first = await log.ofReader(reader, { limit: 2 }, 'ct-nnmt');
    const next = await log.ofReader(reader, { limit: 2, after: first.next ?? '' }, 'ct-nnmt');
    const seen = [...first.items, ...next.items].map(({ subject }) => subject?.split('/')[1]);
    expect([seen, next.next]).toEqual([['4', '2', '0'], undefined]);
    expect(await log.ofReader(reader, page, 'ct-xd')).toEqual({ items: [] });
  });

  it('keeps a hundred entries of one answer, all or none', async () => {
    const { clock } = aClock();
    const log = open(clock);
    const { reader, read } = aReader();
    await log.append(Array.from({ length: 100 }, (_each, n) => read(`${n}`)));
    expect((await log.ofReader(reader, { limit: 200 })).items).toHaveLength(100);
  });

  it('keeps what one reader reads forty times at once, in chains that hold', async () => {
    const { clock } = aClock();
    const log = open(clock);
    const { reader, read } = aReader();
    await Promise.all(Array.from({ length: 40 }, (_each, n) => log.append([read(`${n}`)])));
    const links = (await log.linksOf(monday)).filter((link) => link?.entry.reader === reader);
    expect(new Set(links.map((link) => link?.entry.subject)).size).toBe(40);
    const known = links.filter((link) => link !== undefined);
    for (const chain of Map.groupBy(known, (link) => chainOf(link).lane).values())
      expect(
        firstBroken(
          chain.toSorted((a, b) => a.number - b.number),
          sha256,
        ),
      ).toBeUndefined();
  });

  it('keeps what one reader reads by many environments at once', async () => {
    const { clock } = aClock();
    const shared = open(clock);
    const { reader, read } = aReader();
    const logs = Array.from({ length: 8 }, () => (open === onDynamo ? open(clock) : shared));
    await Promise.all(
      Array.from({ length: 48 }, (_each, n) => logs[n % 8]?.append([read(`${n}`)])),
    );
    expect((await shared.ofReader(reader, { limit: 200 })).items).toHaveLength(48);
  });

  it('goes on where another environment has left the chain', async () => {
    const { clock } = aClock();
    const [one, two] = open === onDynamo ? [open(clock), open(clock)] : [open(clock)];
    const { reader, read } = aReader();
    await one?.prepare(reader);
    await (two ?? one)?.prepare(reader);
    await (two ?? one)?.append([read('a')]);
    await one?.append([read('b')]);
    expect((await one?.ofReader(reader, page))?.items).toHaveLength(2);
  });

  it('tells a window from what lies before and behind it, across midnight', async () => {
    const { clock, advance } = aClock();
    const log = open(clock);
    const { reader, read } = aReader();
    for (const wait of [0, 14, 1, 5]) {
      advance(minutes(wait * 60));
      await log.append([read(`${wait}`)]);
    }
    const from = plus(monday9, minutes(14 * 60));
    const within = await log.between(from, plus(from, minutes(120)));
    const mine = within.filter((entry) => entry.reader === reader);
    expect(mine.map(({ subject }) => subject?.split('/')[1])).toEqual(['14', '1']);
  });

  it('holds no hash twice, and those of the day are those of its links', async () => {
    const { clock } = aClock();
    const log = open(clock);
    await log.append([aReader().read('x')]);
    const hashes = await log.hashesOf(monday);
    const links = await log.linksOf(monday);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(links.map((link) => link?.hash).sort()).toEqual([...hashes]);
  });
});

describe('a changed access log on DynamoDB', () => {
  it('is named by the night: one byte of an entry, one that cannot be read, and one taken away', async () => {
    const { clock, setTo } = aClock(plus(monday9, days(30)));
    const log = onDynamo(clock);
    const { reader, read } = aReader();
    for (const each of ['a', 'b', 'c']) await log.append([read(each)]);
    const day = '2026-12-23' as VietnamDay;
    setTo(plus(monday9, days(31)));
    const night = makeAnchorDays({
      recorded: recordedReadings(log, sha256),
      anchors: makeMemoryAnchors(),
      clock,
      sha256,
    });
    await night();
    expect(await night()).toMatchObject({ changed: [], contents: [], halves: [] });
    const changing = (UpdateExpression: string, values?: Record<string, unknown>) =>
      dynamo.document.send(
        new UpdateCommand({
          TableName: dynamo.access,
          Key: { pk: `READER#${reader}`, sk: `${day}#00#000002` },
          UpdateExpression,
          ...(values && { ExpressionAttributeValues: values }),
        }),
      );
    await changing('SET link.entry.subject = :it', { ':it': 'another' });
    expect(await night()).toMatchObject({ changed: [], contents: [{ day, chains: 1 }] });
    await changing('SET link.entry.what = :it', { ':it': 'nothing at all' });
    expect((await night()).contents).toEqual([{ day, chains: 2 }]);
    // Out of every index, as if it had never been.
    await changing('REMOVE link, daySort, subjectSort');
    expect(await night()).toMatchObject({ changed: [day], contents: [{ day, chains: 1 }] });
  });
});
