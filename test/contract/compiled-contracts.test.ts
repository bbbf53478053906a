import { describe, expect, it } from 'vitest';
import { type Contract, type Route, refusalsOf } from '#edge/contract.ts';
import { contracts } from '#functions/contracts.ts';
import { problems } from '#functions/problems.ts';
import { compiled } from '#test/support/edge/compiled.ts';
import { reachedRefusals } from '#test/support/edge/reached-refusals.ts';
import { surplusFields } from '#test/support/edge/surplus-fields.ts';

/** By `<service> <operation>`. */
const routes = new Map<string, Route>(
  Object.entries(contracts as Readonly<Record<string, Contract>>).flatMap(([name, contract]) =>
    Object.entries(contract).map(([operation, route]): [string, Route] => [
      `${name.split('/')[0]} ${operation}`,
      route,
    ]),
  ),
);

/** The acts whose paper a preview shows: it is refused what they are refused. */
const previewed = [
  'requestSupplement',
  'extendDeadline',
  'prolongTerm',
  'stopDossier',
  'refuseReception',
].flatMap((operation) => routes.get(`departments ${operation}`)?.refuses ?? []);

/** What another service hands in, known here by its type alone: the compiler does not see into it. */
const behindTypes = new Map<string, readonly string[]>([
  ['forms previewForm', previewed],
  ['forms printParcelLabel', ['shipment-unknown']],
  ['forms printSlips', ['temporary-block-unknown']],
]);

/** A view and a body with a field too many: spread in, within a list, and handed through. */
const planted = 'functions/money/api/planted-handler.ts';
const plantedText = `import * as z from 'zod';
const Slip = z.object({ number: z.string(), papers: z.array(z.object({ id: z.string() })) });
interface Kept { readonly id: string; readonly secret: string }
export const slipView = (papers: readonly Kept[], more: { weight: number }): z.output<typeof Slip> => ({
  number: '1',
  ...more,
  papers: [...papers],
});
export const handler: () => { body: { slip: { number: string } } } = () => ({
  body: { slip: { number: '1', ...{ hidden: true } } },
});
export const exact = (papers: readonly Kept[]): z.output<typeof Slip> => ({
  number: '1',
  papers: papers.map(({ id }) => ({ id })),
});
`;

const functions = compiled({ [planted]: plantedText });
const reached = reachedRefusals(functions, new Set(routes.keys()));
const surplus = surplusFields(functions);

/** What the code of a route may refuse and its contract does not say. */
const unsaid = (key: string, route: Route): readonly string[] => {
  // Every step that decides knows of keys; who asks without one is not told of them.
  const said: readonly string[] = [...refusalsOf(route), 'idempotency-key-reused'];
  return [...(reached.get(key) ?? [])]
    .filter((code) => Object.hasOwn(problems, code) && !said.includes(code))
    .map((code) => `${key} does not say ${code}`);
};

describe('the refusals of a route', () => {
  it('are sought for each of them', () => {
    expect([...routes.keys()].filter((key) => !reached.has(key))).toEqual([]);
    expect(reached.get('intake acceptDossier')).toContain('component-unscanned');
    expect([...reached.values()].reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(400);
  });

  it('are all in its contract', () => {
    expect([...routes].flatMap(([key, route]) => unsaid(key, route))).toEqual([]);
  });

  it('are none that its code cannot come to', () => {
    const never = [...routes].flatMap(([key, { refuses }]) =>
      refuses
        .filter((code) => !reached.get(key)?.has(code))
        .filter((code) => !behindTypes.get(key)?.includes(code))
        .map((code) => `${key} ${code}`),
    );
    expect(never).toEqual([]);
  });

  it('are of a preview all those of the acts that it shows', () => {
    const said: readonly string[] = routes.get('forms previewForm')?.refuses ?? [];
    expect(previewed.length).toBeGreaterThan(20);
    expect(previewed.filter((code) => !said.includes(code))).toEqual([]);
  });

  it('are missed where one is left out', () => {
    const accept = routes.get('intake acceptDossier') as Route;
    const silent = { ...accept, refuses: accept.refuses.filter((it) => it !== 'scan-unverified') };
    expect(unsaid('intake acceptDossier', silent)).toEqual([
      'intake acceptDossier does not say scan-unverified',
    ]);
  });
});

describe('an answer', () => {
  it('has no field that its contract lacks, not even through a spread', () => {
    expect(surplus.looked).toBeGreaterThan(80);
    expect(surplus.found.filter((each) => !each.startsWith(planted))).toEqual([]);
  });

  it('is seen where it has one', () => {
    const ways = surplus.found.filter((each) => each.startsWith(planted));
    expect(ways.map((each) => each.split(' ')[1])).toEqual([
      '.papers[].secret',
      '.weight',
      '.slip.hidden',
    ]);
  });
});
