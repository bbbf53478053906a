import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sources = ['shared', 'functions', 'events'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(root, path), 'utf8')),
);

const declared = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/^export (?:const|type|interface|class) (\w+)/gm)].map(([, name]) => name),
  ),
);
const quoted = new Set(sources.flatMap((text) => text.match(/'[a-z]+(?:-[a-z]+)+'/g) ?? []));

/** A type or constant that is exported, or a word of the stored language in quotes. */
const isInCode = (name: string): boolean =>
  name.startsWith("'") ? quoted.has(name) : declared.has(name);

interface Row {
  readonly vietnamese: string;
  readonly names: readonly string[];
  readonly source: string;
}

const rows: readonly Row[] = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Vietnamese'))
  .map((line) => {
    const [, vietnamese = '', , code = '', source = ''] = line.split('|').map((c) => c.trim());
    return { vietnamese, names: [...code.matchAll(/`([^`]+)`/g)].map(([, n]) => n ?? ''), source };
  });

describe('the glossary', () => {
  it('was read', () => expect(rows.length).toBeGreaterThan(30));

  it('sees a name that is not in the code', () => {
    expect(isInCode('Dosier')).toBe(false);
    expect(isInCode("'dosier-accepted'")).toBe(false);
  });

  it.each(rows)('names what exists: $vietnamese', ({ names, source }) => {
    expect(names.filter((name) => !isInCode(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
    expect(source).not.toBe('');
  });

  it('has one row a term', () => {
    const terms = rows.map(({ vietnamese }) => vietnamese);
    expect(new Set(terms).size).toBe(terms.length);
  });
});
