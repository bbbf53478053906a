import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('templates', import.meta.url));

type Words = Readonly<Record<string, string>>;

const word = (words: Words, key: string): string => {
  const found = words[key];
  if (found === undefined) throw new Error(`a template asks for ${key}, which is not given`);
  return found;
};

/**
 * The files of a kind by their paths from the root of the tree. In a path `NAME`, in a text `{{name}}`
 * stands for the word `name`.
 */
export const rendered = (kind: string, words: Words): ReadonlyMap<string, string> => {
  const folder = join(root, kind);
  return new Map(
    globSync('**/*.template', { cwd: folder }).map((path) => [
      path
        .replace(/\.template$/, '')
        .replace(/[A-Z]{4,}/g, (key) => word(words, key.toLowerCase())),
      readFileSync(join(folder, path), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, key: string) =>
        word(words, key),
      ),
    ]),
  );
};
