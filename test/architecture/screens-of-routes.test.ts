import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contracts } from '#functions/contracts.ts';
import { byMachines, owed } from '#test/support/screens/without-a-screen.ts';

const routes = Object.values(contracts).flatMap((contract) =>
  Object.values(contract).map(({ method, path }) => `${method} ${path}`),
);

const pages = readdirSync('web', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join('web', file), 'utf8'))
  .join('\n');

const asked = new Set(routes.filter((route) => pages.includes(`'${route}'`)));
const owedRoutes: readonly string[] = Object.values(owed).flat();
const explained = [...Object.keys(byMachines), ...owedRoutes];

describe('a route', () => {
  it('has a screen that asks it, or a stated reason why it has none', () => {
    const neither = routes.filter((route) => !asked.has(route) && !explained.includes(route));
    expect(neither).toEqual([]);
  });

  it('that has its screen is owed no more', () =>
    expect(explained.filter((route) => asked.has(route))).toEqual([]));

  it('is explained once, and is one', () => {
    expect(explained.filter((route, n) => explained.indexOf(route) !== n)).toEqual([]);
    expect(explained.filter((route) => !routes.includes(route))).toEqual([]);
  });
});
