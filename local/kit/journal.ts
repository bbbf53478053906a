import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Lines of JSON, appended before anybody is answered; what a killed process wrote is kept. */
export interface Journal<T> {
  readonly entries: readonly T[];
  append(entry: T): void;
  /** Replaces the file: what no longer counts goes. */
  rewrite(entries: readonly T[]): void;
}

const parse = <T>(line: string): readonly T[] => {
  try {
    return [JSON.parse(line) as T];
  } catch {
    // A line cut short by a kill: it was never confirmed to anybody.
    return [];
  }
};

export const openJournal = <T>(file: string): Journal<T> => {
  mkdirSync(dirname(file), { recursive: true });
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const write = (entries: readonly T[]): void => {
    const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    writeFileSync(`${file}.new`, lines, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  const entries = text.split('\n').flatMap((line) => (line === '' ? [] : parse<T>(line)));
  if (text !== '' && !text.endsWith('\n')) write(entries);
  return {
    entries,
    append: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 }),
    rewrite: write,
  };
};
