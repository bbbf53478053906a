import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Answer, type Contract, isWatched, type Route, refusalsOf } from '#edge/contract.ts';
import { contracts } from '#functions/contracts.ts';
import { functionPlans } from '#infra/services.ts';
import type { FunctionPlan } from '#plan/service-plan.ts';

const all = Object.entries(contracts as Readonly<Record<string, Contract>>).flatMap(
  ([name, contract]) =>
    Object.entries(contract).map(([operation, route]) => ({ name, operation, route })),
);

/** Fields that only a person has. A field called so anywhere in an answer makes it personal. */
const personal = ['applicant', 'recipient', 'personalNumber', 'phone', 'receiverName'];

const fieldsOf = (schema: unknown, found: Set<string> = new Set()): ReadonlySet<string> => {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') for (const field of Object.keys(Object(value))) found.add(field);
    fieldsOf(value, found);
  }
  return found;
};

/** What stands under these is of no person, or of the one who prints it. */
const unnamed: Readonly<Record<string, string>> = {
  printSlips: 'blank slips',
};

const whyOfAnswer = (answer: Answer, operation: string): string | undefined => {
  if (answer === 'pdf' || answer === 'redirect' || answer === 'page')
    return unnamed[operation] === undefined ? 'gives a document' : undefined;
  if (answer === 'script') return undefined;
  const fields = fieldsOf(z.toJSONSchema(answer, { unrepresentable: 'any' }));
  const named = personal.find((field) => fields.has(field));
  return named && `shows ${named}`;
};

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly anyOf?: readonly Schema[];
}

/** Staff who ask by what only one person has, and not about a dossier that they name. */
const isLookUp = ({ who, path, body }: Route): boolean => {
  if (!Array.isArray(who) || path.includes('{dossierId}')) return false;
  const asked: Schema = z.toJSONSchema(body, { unrepresentable: 'any', io: 'input' });
  return [asked, ...(asked.anyOf ?? [])].some(
    ({ properties = {} }) => 'phone' in properties || 'personalNumber' in properties,
  );
};

/** Why a route is about a person; undefined where nothing says so. */
const whyPersonal = (route: Route, operation: string): string | undefined => {
  const { method, path, answers } = route;
  if (method === 'GET' && path.includes('{dossierId}')) return 'is about one dossier';
  if (isLookUp(route)) return 'looks a person up';
  return Object.values(answers)
    .map((answer) => whyOfAnswer(answer, operation))
    .find((why) => why !== undefined);
};

const undeclared = (routes: typeof all): readonly string[] =>
  routes.flatMap(({ operation, route }) => {
    const why = whyPersonal(route, operation);
    return why && route.reads === 'nothing-personal' ? [`${operation} ${why}`] : [];
  });

describe('what a route reads', () => {
  it('is declared by every one that shows a person', () => {
    expect(undeclared(all)).toEqual([]);
    expect(all.filter(({ route }) => route.reads !== 'nothing-personal').length).toBeGreaterThan(
      20,
    );
  });

  it.each([
    'readHistory',
    'readMoney',
    'findPapers',
    'readClocks',
    'listAssignments',
    'listPages',
    'printForm',
    'findSender',
    'listOfPerson',
    'listCalls',
    'readShipment',
    'readTrackedDetail',
  ])('is missed where %s does not say so', (operation) => {
    const silent = all
      .filter((each) => each.operation === operation)
      .map((each) => ({ ...each, route: { ...each.route, reads: 'nothing-personal' as const } }));
    expect(undeclared(silent)).toHaveLength(1);
  });

  it('is of the dossier in the path only where there is one', () => {
    const wrong = all.filter(
      ({ route: { reads, path } }) =>
        reads !== 'nothing-personal' && reads.of === 'path' && !path.includes('{dossierId}'),
    );
    expect(wrong.map(({ operation }) => operation)).toEqual([]);
  });

  it('is kept by a function that has the table, and may add to it and nothing else', () => {
    const plans = new Map<string, FunctionPlan>(functionPlans);
    const watched = [
      ...new Set(all.filter(({ route }) => isWatched(route)).map(({ name }) => name)),
    ];
    expect(watched.length).toBeGreaterThan(8);
    for (const name of watched) {
      const plan = plans.get(name);
      expect([name, plan?.environment['ACCESS_TABLE']]).toEqual([name, { table: 'access' }]);
      const { read = [], put = [], update = [] } = plan?.grants.items ?? {};
      const ofLog = (kinds: readonly string[]) => kinds.filter((kind) => kind === 'access-entry');
      expect([name, [read, put, update].map(ofLog)]).toEqual([
        name,
        [['access-entry'], ['access-entry'], []],
      ]);
    }
  });

  it('may be refused for want of a log, and says so', () => {
    for (const { route } of all)
      expect(refusalsOf(route).includes('access-log-unavailable')).toBe(isWatched(route));
  });
});
