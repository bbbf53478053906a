import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refused } from './refused.ts';
import type { Addition } from './registers.ts';

/** What a new thing does to the tree. */
export interface Change {
  readonly files: ReadonlyMap<string, string>;
  readonly registers: readonly (readonly [file: string, ...additions: Addition[]])[];
  /** What the developer has to write next, a sentence each. */
  readonly next: readonly string[];
}

/** Writes all of a change or nothing; the paths of what was written. */
export const apply = (tree: string, { files, registers }: Change): readonly string[] => {
  const taken = [...files.keys()].filter((path) => existsSync(join(tree, path)));
  if (taken.length > 0) throw new Refused(`there already is ${taken.join(', ')}`);
  const edited = registers.map(([path, ...additions]) => {
    const before = readFileSync(join(tree, path), 'utf8');
    return [path, additions.reduce((text, add) => add(text), before)] as const;
  });
  const written = [...files, ...edited];
  for (const [path, text] of written) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return written.map(([path]) => path);
};
