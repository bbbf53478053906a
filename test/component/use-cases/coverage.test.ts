import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { built } from '#test/support/use-cases/built.ts';
import { allCommands } from '#test/support/use-cases/table.ts';
import { aWorld } from '#test/support/use-cases/world.ts';

const useCases: Readonly<Record<string, object>> = built(aWorld());

/** `makeX` of a use case that does one thing, `makeX.method` of one that does several. */
const askable = Object.entries(useCases).flatMap(([name, useCase]) =>
  typeof useCase === 'function' ? [name] : Object.keys(useCase).map((each) => `${name}.${each}`),
);
const asked = new Set(Object.keys(allCommands).map((row) => row.split(': ')[0] ?? row));

const makersIn = async (file: string): Promise<readonly string[]> => {
  const module: object = await import(resolve(file));
  return Object.keys(module).filter((name) => /^make[A-Z]/.test(name));
};

describe('the table of all commands', () => {
  it('knows every use case of the kernel and of every service', async () => {
    const files = globSync('{shared,functions/*}/application/**/*.ts');
    const found = await Promise.all(
      files.map(async (file) => (await makersIn(file)).map((name) => ({ name, file }))),
    );
    const forgotten = found
      .flat()
      .filter(({ name }) => !Object.hasOwn(useCases, name))
      .map(
        ({ name, file }) =>
          `${name} of ${file}: build it in test/support/use-cases/built.ts, then give it a row in test/support/use-cases/commands/`,
      );
    expect(files.length).toBeGreaterThan(60);
    expect(forgotten).toEqual([]);
  });

  it('asks each of them for everything that it does', () => {
    const forgotten = askable
      .filter((name) => !asked.has(name))
      .map(
        (name) =>
          `'${name}': add a row to a file of test/support/use-cases/commands/ that says who asks and how; wrap it in reading(…) where it writes nothing`,
      );
    expect(forgotten).toEqual([]);
  });

  it('asks for nothing that does not exist', () => {
    expect([...asked].filter((name) => !askable.includes(name))).toEqual([]);
  });
});
