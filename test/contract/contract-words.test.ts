import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Contract, Route } from '#edge/contract.ts';
import { contracts } from '#functions/contracts.ts';

const routes = Object.values(contracts as Readonly<Record<string, Contract>>).flatMap(
  (contract): [string, Route][] => Object.entries(contract),
);

/** Names of the routes in a text that nothing stands above. */
const undocumented = (text: string): readonly string[] =>
  [...text.matchAll(/(\S+)\s+(\w+): route\(\{/g)]
    .filter(([, before]) => before !== '*/')
    .map(([, , name = '']) => name);

describe('a route in its contract', () => {
  it('says in a docstring what its summary and its shapes do not', () => {
    const texts = globSync('functions/*/**/*.ts').map((file) => readFileSync(file, 'utf8'));
    const named = texts.flatMap((text) => [...text.matchAll(/\w+: route\(\{/g)]);
    expect(named).toHaveLength(routes.length);
    expect(texts.flatMap(undocumented)).toEqual([]);
  });

  it('is missed without one', () => {
    expect(undocumented('export const contract = {\n  readSlip: route({')).toEqual(['readSlip']);
  });

  it('is told in Vietnamese and in English', () => {
    const told = routes.filter(([, { summary }]) => !/^\S[^·]* · \S/.test(summary));
    expect(told.map(([name]) => name)).toEqual([]);
  });
});
