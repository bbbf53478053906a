import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

/** What the last run left for the next: ports to take again, programs that must be gone. */
export interface RunRecord {
  readonly pid: number;
  readonly url?: string;
  readonly queuePort?: number;
  readonly objectStorePort?: number;
  /** Where DynamoDB answers, for tools that look at the tables of a running stack. */
  readonly database?: string;
  readonly children: readonly number[];
}

export interface DataDirectory {
  readonly path: string;
  readonly lastRun: RunRecord | undefined;
  record(run: Omit<RunRecord, 'pid'>): void;
  close(): void;
}

export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

const recordFile = (directory: string): string => join(directory, 'runtime.json');

const readRecord = (directory: string): RunRecord | undefined => {
  try {
    return JSON.parse(readFileSync(recordFile(directory), 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
};

/**
 * Held by the operating system and let go when the process ends, however it ends: no pid has to
 * be trusted, and a stale lock cannot exist. The record beside it only serves the message.
 */
const takeLock = (directory: string): DatabaseSync => {
  const lock = new DatabaseSync(join(directory, 'runtime.lock'));
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock.close();
    const other = readRecord(directory);
    const who = other ? ` by process ${other.pid}${other.url ? ` (${other.url})` : ''}` : '';
    throw new DirectoryInUse(
      `${directory} is in use${who}; stop that one or choose another --directory`,
      { cause },
    );
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** After a SIGKILL the children end by themselves; the database must not be opened before. */
const childrenGone = async (run: RunRecord | undefined): Promise<void> => {
  const deadline = Date.now() + 3000;
  while (run?.children.some(isAlive) && Date.now() < deadline) await pause(20);
};

export const openDataDirectory = async (path: string): Promise<DataDirectory> => {
  const directory = resolve(path);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = takeLock(directory);
  const lastRun = readRecord(directory);
  await childrenGone(lastRun);
  return {
    path: directory,
    lastRun,
    record: (run) =>
      writeFileSync(recordFile(directory), JSON.stringify({ pid: process.pid, ...run })),
    close: () => lock.close(),
  };
};

/** Removes everything the runtime has stored, unless one is running on it. */
export const resetDataDirectory = async (path: string): Promise<void> => {
  const data = await openDataDirectory(path);
  data.close();
  rmSync(data.path, { recursive: true, force: true });
};
