import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Checkpoint {
  load(shardId: string): string | undefined;
  save(shardId: string, sequenceNumber: string): void;
}

/** How far each stream mapping has come; lost with a power cut at worst, and then read again. */
export const openCheckpoints = (
  directory: string,
): { of(mappingId: string): Checkpoint; close(): void } => {
  const database = new DatabaseSync(join(directory, 'checkpoints.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  database.exec(
    'CREATE TABLE IF NOT EXISTS checkpoint (mapping TEXT, shard TEXT, sequence TEXT, PRIMARY KEY (mapping, shard))',
  );
  const select = database.prepare(
    'SELECT sequence FROM checkpoint WHERE mapping = ? AND shard = ?',
  );
  const upsert = database.prepare('INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?)');
  let open = true;
  return {
    of: (mapping) => ({
      load: (shard) => {
        const sequence = select.get(mapping, shard)?.['sequence'];
        return typeof sequence === 'string' ? sequence : undefined;
      },
      save: (shard, sequence) => {
        if (open) upsert.run(mapping, shard, sequence);
      },
    }),
    close: () => {
      open = false;
      database.close();
    },
  };
};
