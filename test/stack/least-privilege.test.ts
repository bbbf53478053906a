import { beforeAll, describe, expect, it } from 'vitest';
import { keyPurposes } from '#domain/identifiers/key-purpose.ts';
import { functionPlans } from '#infra/services.ts';
import { isAllowed } from '#local/cloud/access/policies.ts';
import { type ItemKind, type ItemRights, indexesOf, isIndexKind } from '#plan/items.ts';
import type { FunctionPlan } from '#plan/service-plan.ts';
import {
  list,
  putTogether,
  readKey,
  update,
  updateTogether,
  type Wish,
  wishesOf,
} from '#test/support/privilege/asks.ts';
import { forbidden } from '#test/support/privilege/forbidden.ts';
import {
  isWellAsked,
  mayDo,
  type Role,
  type Synthesized,
  synthesizedRoles,
} from '#test/support/privilege/roles.ts';

let of: Synthesized;

beforeAll(async () => {
  of = await synthesizedRoles();
}, 300_000);

const roleOf = (name: Role['name']): Role => of.roles.get(name) as Role;
const plans = new Map<string, FunctionPlan>(functionPlans);
const itemsOf = (name: string): ItemRights => plans.get(name)?.grants.items ?? {};
const names = functionPlans.map(([name]) => name);
/** Whatever a plan may name. */
type Kind = NonNullable<ItemRights['read' | 'put' | 'update']>[number];
const isItem = (kind: Kind): kind is ItemKind =>
  kind !== 'applicant' && kind !== 'publication' && kind !== 'texts' && !isIndexKind(kind);
/** Every kind that any plan names. */
const kinds = [
  ...new Set(
    names.flatMap((name) => {
      const { read = [], put = [], update: updated = [] } = itemsOf(name);
      return [...read, ...put, ...updated].filter(isItem);
    }),
  ),
];
/** What a plan does not grant: every right on every kind that it does not name. */
const notGranted = (name: string): readonly Wish[] => {
  const { read = [], put = [], update: updated = [] } = itemsOf(name);
  const granted: Readonly<Record<'read' | 'put' | 'update' | 'remove', readonly string[]>> = {
    read,
    put,
    update: updated,
    remove: [],
  };
  return (['read', 'put', 'update', 'remove'] as const).flatMap((right) =>
    kinds.filter((kind) => !granted[right].includes(kind)).flatMap((kind) => wishesOf(right, kind)),
  );
};
const dossier = 'D#01J00000000000000000000000';

describe('what no function may do', () => {
  it('is a list that is looked at', () => expect(forbidden.length).toBeGreaterThan(60));

  it.each(forbidden)('%s %s', async (name, _, wish) => {
    const asked = wish(of);
    expect(await isWellAsked(asked)).toBe(true);
    expect(await mayDo(roleOf(name), asked)).toBe(false);
  });
});

describe('each function', () => {
  it.each(names)('%s may do what its plan says', { timeout: 300_000 }, async (name) => {
    const { read = [], put = [], update: updated = [] } = itemsOf(name);
    const wishes: readonly Wish[] = [
      ...read.filter(isItem).flatMap((kind) => wishesOf('read', kind)),
      ...read.filter(isIndexKind).flatMap((kind) => {
        const { table, indexes } = indexesOf(kind);
        return indexes.map((index) => list(table, index, 'x'));
      }),
      ...put.filter(isItem).flatMap((kind) => wishesOf('put', kind)),
      ...(put.includes('applicant') ? [putTogether('dossiers', dossier, 'applicant')] : []),
      ...(updated as readonly Kind[]).filter(isItem).flatMap((kind) => wishesOf('update', kind)),
      ...(updated.includes('texts') ? [updateTogether('dossiers', dossier, 'texts')] : []),
      ...(updated.includes('publication')
        ? [
            update('dossiers', dossier, 'outbox', 'outboxSort'),
            update('dossiers', 'R#x#1', 'outbox'),
          ]
        : []),
    ];
    for (const wish of wishes)
      expect([wish(of), await mayDo(roleOf(name), wish(of))]).toEqual([wish(of), true]);
  });

  it('may do nothing else with any kind of item', () => {
    expect(kinds.length).toBeGreaterThan(50);
    const asked = names.flatMap((name) =>
      notGranted(name).map((wish) => [name, wish(of)] as const),
    );
    const taken = asked.filter(([name, each]) => isAllowed(roleOf(name).statements, each));
    expect(taken).toEqual([]);
    process.stdout.write(
      `${asked.length} wishes of ${names.length} functions over ${kinds.length} kinds refused\n`,
    );
  });

  it('reads the keys of its purposes, and no other', async () => {
    for (const name of names) {
      const secrets = Object.keys(plans.get(name)?.grants.secrets ?? {});
      for (const purpose of keyPurposes) {
        const may = await mayDo(roleOf(name), readKey(`${purpose}-key`)(of));
        expect([name, purpose, may]).toEqual([name, purpose, secrets.includes(`${purpose}-key`)]);
      }
    }
  });

  it('has a policy that IAM takes: 10,240 letters a role', () => {
    const sizes = names.map((name) => JSON.stringify(roleOf(name).document).length);
    process.stdout.write(`largest policy of a role: ${Math.max(...sizes)} letters\n`);
    expect(Math.max(...sizes)).toBeLessThan(10_240);
  });
});
