import { DatabaseSync } from 'node:sqlite';
import { bySequence, type ObjectVersion } from './object-version.ts';

/** What one bucket holds. A version exists from the moment its row is committed. */
export interface ObjectIndex {
  /** One transaction; durable when it returns. */
  change(o: {
    readonly add?: ObjectVersion | undefined;
    readonly remove: readonly ObjectVersion[];
  }): void;
  /** The bodies of these are off the disk. */
  gone(versions: readonly ObjectVersion[]): void;
  /** Removed versions whose bodies may still lie on the disk: the process died in between. */
  goneOnlyHere(): readonly ObjectVersion[];
  /** Newest first. */
  versions(key: string): readonly ObjectVersion[];
  /** Sorted by their UTF-8 bytes, as S3 lists them. */
  keys(prefix: string): readonly string[];
  bySequence(sequence: string): ObjectVersion | undefined;
}

export interface ObjectIndexes {
  of(bucket: string): ObjectIndex;
  /** The highest that was ever written. */
  readonly lastSequence: string | undefined;
  /** False until a store that is older than its index has been written into it. */
  readonly isComplete: boolean;
  markComplete(): void;
  close(): void;
}

const schema = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS version (
  sequence TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, record TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS version_by_key ON version (bucket, key, sequence DESC);
CREATE TABLE IF NOT EXISTS removed (
  sequence TEXT PRIMARY KEY, bucket TEXT NOT NULL, record TEXT NOT NULL
) WITHOUT ROWID;`;

const parse = (row: Record<string, unknown> | undefined): ObjectVersion | undefined =>
  row && (JSON.parse(String(row['record'])) as ObjectVersion);

/**
 * The index of all buckets, read row by row when it is asked for: opening it costs the same whether
 * the store holds ten objects or a million.
 */
export const openObjectIndexes = (file: string): ObjectIndexes => {
  const database = new DatabaseSync(file);
  database.exec(schema);
  return {
    of: (bucket) => openIndex(database, bucket),
    get lastSequence() {
      const sql = `SELECT max(sequence) AS last FROM (SELECT max(sequence) AS sequence FROM version
        UNION ALL SELECT max(sequence) FROM removed)`;
      const last = database.prepare(sql).get()?.['last'];
      return typeof last === 'string' ? last : undefined;
    },
    get isComplete() {
      return Number(database.prepare('PRAGMA user_version').get()?.['user_version']) > 0;
    },
    markComplete: () => database.exec('PRAGMA user_version = 1'),
    close: () => database.close(),
  };
};

const openIndex = (database: DatabaseSync, bucket: string): ObjectIndex => {
  const insert = database.prepare('INSERT INTO version VALUES (?, ?, ?, ?)');
  const drop = database.prepare('DELETE FROM version WHERE sequence = ?');
  const doom = database.prepare('INSERT OR REPLACE INTO removed VALUES (?, ?, ?)');
  const forget = database.prepare('DELETE FROM removed WHERE sequence = ?');
  const removed = database.prepare('SELECT record FROM removed WHERE bucket = ?');
  const ofKey = database.prepare(
    'SELECT record FROM version WHERE bucket = ? AND key = ? ORDER BY sequence DESC',
  );
  const keysFrom = database.prepare(
    'SELECT DISTINCT key FROM version WHERE bucket = ? AND key >= ? ORDER BY key',
  );
  const one = database.prepare('SELECT record FROM version WHERE bucket = ? AND sequence = ?');
  const all = (rows: readonly Record<string, unknown>[]): readonly ObjectVersion[] =>
    rows.flatMap((row) => parse(row) ?? []);
  return {
    change: ({ add, remove }) =>
      inTransaction(database, () => {
        for (const version of remove) {
          drop.run(version.sequence);
          doom.run(version.sequence, bucket, JSON.stringify(version));
        }
        if (add) insert.run(add.sequence, bucket, add.key, JSON.stringify(add));
      }),
    gone: (versions) =>
      inTransaction(database, () => {
        for (const { sequence } of versions) forget.run(sequence);
      }),
    goneOnlyHere: () => all(removed.all(bucket)),
    versions: (key) => [...all(ofKey.all(bucket, key))].sort(bySequence),
    keys: (prefix) => {
      const found: string[] = [];
      for (const row of keysFrom.iterate(bucket, prefix)) {
        const key = String(row['key']);
        if (!key.startsWith(prefix)) break;
        found.push(key);
      }
      return found;
    },
    bySequence: (sequence) => parse(one.get(bucket, sequence)),
  };
};

const inTransaction = (database: DatabaseSync, work: () => void): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
};
