import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileStem, type ObjectVersion } from '#local/cloud/object-store/storage/object-version.ts';

/** Of a dossier that has gone its whole way, as the tour leaves one. */
const eventsEach = 12;
const ledgerRowsEach = 10;
const objectsEach = 2;
const itemBytes = 400;
/** Bodies are hard to make by the hundred thousand and nobody opens them at a start. */
const body = '%PDF-1.7 of the archive';

interface Column {
  readonly name: string;
}

const tableNamed = (database: DatabaseSync, part: string): string => {
  const rows = database.prepare('SELECT TableName AS name FROM dm').all();
  const found = rows.map(({ name }) => String(name)).find((name) => name.includes(part));
  if (found === undefined) throw new Error(`no table ${part}: start the stack once before`);
  return found;
};

/**
 * Rows in DynamoDB Local's own SQLite file, which takes 500 writes a second through its door and
 * 50,000 here. Its hash column decides only in which order a scan meets them: random will do.
 */
const makeInsert = (database: DatabaseSync, table: string) => {
  const columns = database.prepare(`PRAGMA table_info("${table}")`).all() as unknown as Column[];
  const hasRange = columns.some(({ name }) => name === 'rangeKey');
  const names = ['hashKey', ...(hasRange ? ['rangeKey', 'rangeValue'] : [])];
  const all = [...names, 'hashValue', 'itemSize', 'ObjectJSON'];
  const insert = database.prepare(
    `INSERT INTO "${table}" (${all.join()}) VALUES (${all.map(() => '?').join()})`,
  );
  return (pk: string, sk: string, rest: object): void => {
    const json = JSON.stringify({ pk: { S: pk }, ...(hasRange && { sk: { S: sk } }), ...rest });
    const range = Buffer.from(sk);
    insert.run(
      ...[Buffer.from(pk), ...(hasRange ? [range, range] : [])],
      ...[randomBytes(20), json.length, Buffer.from(json)],
    );
  };
};

const filler = 'x'.repeat(itemBytes);

const fillTables = (directory: string, dossiers: number): number => {
  const database = new DatabaseSync(join(directory, 'dynamodb', 'shared-local-instance.db'));
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  const fact = makeInsert(database, tableNamed(database, 'Dossiers'));
  const row = makeInsert(database, tableNamed(database, 'Ledger'));
  const expiresAt = { N: String(Math.floor(Date.now() / 1000) + 365 * 24 * 3600) };
  for (let n = 0; n < dossiers; n++) {
    const pk = `D#ARCHIVE${String(n).padStart(10, '0')}`;
    fact(pk, 'META', { filler: { S: filler } });
    for (let event = 1; event <= eventsEach; event++)
      fact(pk, `EV#${String(event).padStart(6, '0')}`, { filler: { S: filler } });
    for (let each = 0; each < ledgerRowsEach; each++)
      row(`IDEM#${pk}#${each}`, '', { expiresAt, filler: { S: filler.slice(0, 300) } });
  }
  database.exec('COMMIT');
  database.close();
  return dossiers * (1 + eventsEach + ledgerRowsEach);
};

/** Versions in the object store's index, with their bodies where it looks for them. */
const fillBucket = (directory: string, dossiers: number): number => {
  const database = new DatabaseSync(join(directory, 's3', 'index.db'));
  database.exec('PRAGMA synchronous = OFF; BEGIN');
  const insert = database.prepare('INSERT INTO version VALUES (?, ?, ?, ?)');
  const [bucket = ''] = readdirSync(join(directory, 's3', 'buckets'));
  const objects = join(directory, 's3', 'buckets', bucket, 'objects');
  for (let shard = 0; shard < 256; shard++)
    mkdirSync(join(objects, shard.toString(16).padStart(2, '0')), { recursive: true });
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  for (let n = 0; n < dossiers * objectsEach; n++) {
    const version: ObjectVersion = {
      key: `scans/${n}.pdf`,
      sequence: n.toString(16).padStart(18, '0'),
      versionId: 'null',
      deleteMarker: false,
      size: body.length,
      etag,
      lastModified: Date.now(),
      headers: { 'content-type': 'application/pdf' },
      metadata: {},
    };
    insert.run(version.sequence, bucket, version.key, JSON.stringify(version));
    const { shard, stem } = fileStem(version);
    writeFileSync(join(objects, shard, `${stem}.body`), body);
  }
  database.exec('COMMIT');
  database.close();
  return dossiers * objectsEach;
};

/** Makes a stopped runtime's data as large as years of use would. */
export const fillArchive = (
  directory: string,
  dossiers: number,
): { readonly items: number; readonly objects: number } => ({
  items: fillTables(directory, dossiers),
  objects: fillBucket(directory, dossiers),
});
