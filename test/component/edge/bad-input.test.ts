import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { invisible, mustBeRefused } from '#test/support/edge/mutations.ts';
import {
  inputOf,
  isBounded,
  isLoose,
  kindOf,
  type Leaf,
  partsOf,
  sampleOf,
  shapeOf,
  withPart,
} from '#test/support/edge/samples.ts';
import { routesWithBody, type SpiedRoute, type Told } from '#test/support/edge/spied.ts';

const routes = routesWithBody();
const each = routes.map((route) => [route.name, route] as const);

const send = ({ send: raw }: SpiedRoute, body: unknown): Promise<Told> => raw(JSON.stringify(body));

/** What is wrong with the answer to a body that must be refused for one part. */
const flawsOf = (told: Told, path: Leaf['path']): readonly string[] => {
  if (told.reached) return ['reaches the use case'];
  if (told.status === 413) return [];
  if (told.status !== 400) return [`is answered ${told.status}`];
  const problem = JSON.parse(told.body);
  const named = ['body', ...path].join('.');
  const issues: readonly { readonly path: string }[] = problem.issues ?? [];
  return [
    ...(problem.type === 'urn:problem:post-counter:request-invalid' ? [] : ['has another type']),
    ...(told.type.startsWith('application/problem+json') ? [] : ['is no problem document']),
    ...(issues.some((issue) => issue.path.startsWith(named)) ? [] : [`does not name ${named}`]),
    ...(told.body.includes('ááá') ? ['tells the value'] : []),
  ];
};

/** Looked up or read and never kept: what was pasted along is taken out on the way. */
const isLookedUp = ({ name }: SpiedRoute, path: Leaf['path']): boolean =>
  ['code', 'secret'].includes(path.join('.')) ||
  `${name}.${path}`.endsWith('readIdentityCard.text');

/** Each part of the body sent wrong in each way that its kind can be wrong. */
const wronglySent = async (route: SpiedRoute): Promise<readonly string[]> => {
  const sample = sampleOf(route.route.body);
  const flaws: string[] = [];
  for (const { path, schema, named } of partsOf(route.route.body))
    for (const [name, value] of mustBeRefused({ path, schema, named })) {
      const told = await send(route, withPart(sample, path, value));
      flaws.push(...flawsOf(told, named).map((flaw) => `${path.join('.')} with ${name} ${flaw}`));
    }
  return flaws;
};

/** Each part left out that must be there, and each object sent with more than it has. */
/** Also where a present `undefined` is not taken (`z.exactOptional`), for JSON has none. */
const mayBeAbsent = (schema: z.ZodType): boolean =>
  schema._zod.optin === 'optional' || schema.safeParse(undefined).success;

const incompletelySent = async (route: SpiedRoute): Promise<readonly string[]> => {
  const sample = sampleOf(route.route.body);
  const wrong = partsOf(route.route.body).flatMap(({ path, schema, named }) => {
    const isWanted = typeof path.at(-1) === 'string' && !mayBeAbsent(schema);
    const isStrict = kindOf(schema) === 'object' && !isLoose(schema);
    const more = { ...Object(sampleOf(inputOf(schema))), isAdmin: true };
    return [
      ...(isWanted
        ? [{ how: 'without', path, named, body: withPart(sample, path, undefined) }]
        : []),
      ...(isStrict
        ? [{ how: 'with more in', path, named, body: withPart(sample, path, more) }]
        : []),
    ];
  });
  const flaws: string[] = [];
  for (const { how, path, named, body } of wrong) {
    const told = await send(route, body);
    flaws.push(...flawsOf(told, named).map((flaw) => `${how} ${path.join('.')} ${flaw}`));
  }
  return flaws;
};

/** What of each text gets through to the use case that nobody can see, or in another form. */
const unseenThrough = async (route: SpiedRoute): Promise<readonly string[]> => {
  const sample = sampleOf(route.route.body);
  const texts = partsOf(route.route.body).filter(
    ({ path, schema }) => kindOf(schema) === 'string' && !isLookedUp(route, path),
  );
  const flaws: string[] = [];
  for (const { path } of texts) {
    const reached = async (value: string) =>
      JSON.stringify((await send(route, withPart(sample, path, value))).reached ?? '');
    for (const [name, sign] of invisible)
      if ((await reached(`Nguyễn${sign} Ánh`)).includes(JSON.stringify(sign).slice(1, -1)))
        flaws.push(`${path.join('.')} lets ${name} through`);
    const decomposed = await reached('Nguyễn Ánh'.normalize('NFD'));
    if (decomposed !== decomposed.normalize('NFC'))
      flaws.push(`${path.join('.')} keeps a second form of its letters`);
  }
  return flaws;
};

describe('every route that takes a body', () => {
  it('is here: as many as the contracts have', () => {
    expect(routes.length).toBeGreaterThan(50);
  });

  it.each(each)('%s says where each of its lists ends', (_, { route: { body } }) => {
    const endless = partsOf(body).filter(
      ({ schema }) => kindOf(schema) === 'array' && !isBounded(schema),
    );
    expect(endless.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it.each(each)('%s takes a whole sample', async (_, route) => {
    const told = await send(route, sampleOf(route.route.body));
    expect(told.body).toBe('{}');
    expect(told.reached).toBeDefined();
  });

  it.each(each)('%s refuses each part that is wrong, and names it', async (_, route) => {
    expect(await wronglySent(route)).toEqual([]);
  });

  it.each(each)('%s refuses what is missing or was not asked for', async (_, route) => {
    expect(await incompletelySent(route)).toEqual([]);
  });

  it.each(each)('%s lets nothing through that cannot be seen', async (_, route) => {
    expect(await unseenThrough(route)).toEqual([]);
  });

  it.each(each)('%s survives what is no body at all', async (_, route) => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    const sample = JSON.stringify(sampleOf(route.route.body));
    const polluted = `${sample.slice(0, -1)},"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}`;
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    const [key] = Object.keys(shapeOf(route.route.body));
    const raws = [
      'null',
      '[]',
      '7',
      '"x"',
      deep,
      `{"${key}":${deep}}`,
      `${sample.slice(0, -1)},"more":${deep}}`,
      `{"${key}":1e999}`,
      '{"a":1,}',
      '\uFEFF{}',
      polluted,
    ];
    for (const raw of raws) {
      const told = await route.send(raw);
      expect([400, 200], raw.slice(0, 80)).toContain(told.status);
      expect(Reflect.get(Object(told.reached?.body), 'isAdmin')).toBeUndefined();
    }
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });
});
