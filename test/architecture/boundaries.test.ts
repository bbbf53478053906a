import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import rules, { faces } from '../../.dependency-cruiser.mjs';

const roots = [
  'shared',
  'functions',
  'events',
  'infra',
  'local',
  'ops',
  'data',
  'tools',
  'test',
  'web',
].filter((root) => readdirSync('.').includes(root));

const services = readdirSync('functions').filter((name) => !name.endsWith('.ts'));

/** Rules of one service by the end of their names, planted in one that has all folders. */
const ofService = (service: string): Readonly<Record<string, readonly [string, string]>> => ({
  [`${service}-domain-is-pure`]: [`functions/${service}/domain/a.ts`, 'shared/ports/clock.ts'],
  [`${service}-ports-speak-domain`]: [
    `functions/${service}/ports/a.ts`,
    `functions/${service}/application/b.ts`,
  ],
  [`${service}-application-orchestrates`]: [
    `functions/${service}/application/a.ts`,
    'shared/edge/problem.ts',
  ],
  [`${service}-meets-others-at-their-faces`]: [
    `functions/${service}/api/handler.ts`,
    `functions/${service === 'money' ? 'returns' : 'money'}/application/b.ts`,
  ],
});

/** For each rule an import that it must not let through: from, to. */
const ofKernel: Readonly<Record<string, readonly [string, string]>> = {
  'kernel-domain-is-pure': ['shared/domain/a.ts', 'shared/ports/clock.ts'],
  'events-stand-alone': ['events/a.ts', 'shared/domain/b.ts'],
  'kernel-ports-speak-domain': ['shared/ports/a.ts', 'shared/application/b.ts'],
  'kernel-application-orchestrates': ['shared/application/a.ts', 'shared/adapters/b.ts'],
  'adapters-look-inward-only': ['functions/returns/adapters/a.ts', 'shared/application/b.ts'],
  'only-composition-roots-choose-adapters': ['functions/money/api/a.ts', 'shared/adapters/b.ts'],
  'aws-sdk-stays-in-adapters': ['shared/edge/a.ts', 'node_modules/@aws-sdk/client-s3/index.js'],
  'kernel-never-looks-up': ['shared/edge/a.ts', 'functions/money/domain/b.ts'],
  'functions-never-look-up': ['functions/money/a.ts', 'infra/b.ts'],
  'the-province-is-handed-in': ['functions/money/api/main.ts', 'data/b.ts'],
  'infra-sees-only-plans-contracts-and-words': ['infra/a.ts', 'functions/money/api/handler.ts'],
  'web-sees-only-contracts': ['web/a.ts', 'functions/money/api/handler.ts'],
  'web-sees-contracts-as-types': ['web/api/a.ts', 'functions/contracts.ts'],
  'web-knows-no-zod': ['web/kit/a.ts', 'node_modules/zod/index.js'],
  'the-citizen-page-is-light': ['web/citizen/a.ts', 'node_modules/react/index.js'],
  'pages-meet-in-the-kit': ['web/citizen/a.ts', 'web/counter/b.ts'],
  'data-knows-the-kernel-only': ['data/a.ts', 'functions/money/domain/b.ts'],
  'the-cloud-knows-no-play': ['local/cloud/a.ts', 'local/people/b.ts'],
  'nothing-imports-tests': ['shared/edge/a.ts', 'test/b.ts'],
  'no-barrels': ['shared/edge/a.ts', 'shared/domain/index.ts'],
  'no-cycles': ['shared/domain/a.ts', 'shared/domain/back.ts'],
  'no-unresolved': ['shared/domain/a.ts', 'shared/domain/nowhere.ts'],
  'no-dev-deps-at-runtime': ['shared/edge/a.ts', 'node_modules/planted-dev/index.js'],
};

const ofServices: typeof ofKernel = Object.assign({}, ...services.map(ofService));
const breaches = { ...ofServices, ...ofKernel };

const known = (rules.forbidden ?? []).map(({ name }) => name ?? '');

describe('architecture', () => {
  it('keeps every dependency pointing inwards, and really looked', async () => {
    const { output } = await cruise(roots, { ...rules.options, ruleSet: rules, validate: true });
    const { summary } = output as ICruiseResult;
    expect(summary.violations).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(1_000);
  });

  it('has a planted breach for each rule', () => {
    expect(known.filter((name) => !Object.hasOwn(breaches, name))).toEqual([]);
  });

  it('knows no face that nobody takes', async () => {
    const { output } = await cruise(['functions'], rules.options);
    const arrows = (output as ICruiseResult).modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => `${source} -> ${resolved}`),
    );
    const taken = ({ of, to }: (typeof faces)[number]) =>
      to.every((service) =>
        arrows.some((arrow) =>
          new RegExp(`^functions/${service}/.* -> functions/${of}\\.ts$`).test(arrow),
        ),
      );
    expect(faces.filter((face) => !taken(face))).toEqual([]);
  });
});

describe('a breach', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'post-counter-breach-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (at: string, file: string, text: string): void => {
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), text);
  };

  const packageOf = (file: string): string | undefined =>
    /^node_modules\/(@[^/]+\/[^/]+|[^/]+)\//.exec(file)?.[1];

  /** Plants one arrow in a tree. */
  const plant = (at: string, name: string, [from, to]: readonly [string, string]): void => {
    const vendor = packageOf(to);
    const specifier = vendor ?? `./${relative(dirname(from), to)}`;
    write(
      at,
      from,
      `import { it } from '${specifier.replace(/^\.\/\.\./, '..')}';\nexport const a = it;\n`,
    );
    const back = name === 'no-cycles' ? "import { a } from './a.ts';\nexport const it = a;\n" : '';
    if (name !== 'no-unresolved') write(at, to, back || 'export const it = 1;\n');
    if (vendor) write(at, `node_modules/${vendor}/package.json`, '{"main":"index.js"}');
    write(
      at,
      'package.json',
      JSON.stringify({ devDependencies: { 'planted-dev': '1', '@aws-sdk/client-s3': '1' } }),
    );
  };

  /** What is seen in a tree: the rule, and the file that breaks it. */
  const seenIn = async (at: string, root: string) => {
    const { tsConfig: _, ...options } = rules.options ?? {};
    const { output } = await cruise([root], {
      ...options,
      baseDir: at,
      ruleSet: rules,
      validate: true,
    });
    const { violations } = (output as ICruiseResult).summary;
    return violations.map(({ rule, from }) => [rule.name, from]);
  };

  const arrowsOf = (all: typeof breaches) =>
    Object.entries(all).filter(([name]) => known.includes(name));

  // In a tree of its own, with nothing in it but the one arrow.
  it.each(arrowsOf(ofKernel))('of %s is seen', async (name, arrow) => {
    const at = join(folder, name);
    plant(at, name, arrow);
    const seen = await seenIn(at, arrow[0].split('/')[0] ?? '');
    expect(seen).toContainEqual([name, arrow[0]]);
  });

  it('of each rule of each service is seen', async () => {
    const at = join(folder, 'services');
    const arrows = arrowsOf(ofServices);
    for (const [name, arrow] of arrows) plant(at, name, arrow);
    const seen = await seenIn(at, 'functions');
    expect(seen).toEqual(expect.arrayContaining(arrows.map(([name, [from]]) => [name, from])));
  });
});
