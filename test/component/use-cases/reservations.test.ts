import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reservations } from '#test/support/use-cases/reservations.ts';
import { allCommands } from '#test/support/use-cases/table.ts';

const isKind = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'place' in value && 'name' in value;

const kindsOf = async (file: string): Promise<readonly string[]> => {
  const module: object = await import(resolve(file));
  return Object.values(module)
    .filter(isKind)
    .map(({ name }) => name);
};

const every = { ...reservations.inDossiers, ...reservations.inRecords };
const held = Object.entries(every).flatMap(([name, row]) =>
  row === 'holds nothing' ? [] : [{ name, ...row }],
);
const commands = new Set(Object.keys(allCommands).map((row) => row.split(': ')[0] ?? row));

describe('what is held back for somebody', () => {
  it('is known of every kind of record', async () => {
    const files = globSync(['functions/*/records.ts', 'shared/ports/kernel-records.ts']);
    const kinds = (await Promise.all(files.map(kindsOf))).flat();
    expect(kinds.length).toBeGreaterThan(20);
    expect(kinds.sort()).toEqual(Object.keys(reservations.inRecords).sort());
  });

  it.each(held)('$name: $holds, has an end that somebody can bring about', ({ ends }) => {
    expect(ends.length).toBeGreaterThan(0);
    expect(ends.filter((name) => !commands.has(name))).toEqual([]);
  });
});
