import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { type Instant, minutes, plus, seconds } from '#domain/time/instant.ts';
import { inMemory, onDynamo, type Stores } from '#test/support/both-stores.ts';
import { aDepartmentDesk } from '#test/support/department-desk.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';
import { startTables } from '#test/support/tables.ts';
import { aClock } from '#test/support/worlds.ts';

type Ask =
  | { readonly do: 'lay'; readonly dueIn: number | undefined }
  | {
      readonly do: 'pull';
      readonly officer: string;
      readonly max: number;
      readonly leaseMinutes: number;
    }
  | {
      readonly do: 'work';
      readonly how: 'release' | 'extend' | 'acknowledge';
      readonly which: number;
    }
  | { readonly do: 'wait'; readonly seconds: number };

type AskTo<D extends Ask['do']> = Extract<Ask, { readonly do: D }>;

/** Spans that end before, at and after the half minute of grace. */
const asks: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({
    do: fc.constant('lay' as const),
    dueIn: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  }),
  fc.record({
    do: fc.constant('pull' as const),
    officer: fc.constantFrom('hoa', 'lan'),
    max: fc.integer({ min: 1, max: 3 }),
    leaseMinutes: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    do: fc.constant('work' as const),
    how: fc.constantFrom('release' as const, 'extend' as const, 'acknowledge' as const),
    which: fc.nat(),
  }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(29, 30, 31, 60, 90) }),
);

interface Waiting {
  readonly id: DossierId;
  readonly dueAt: Instant;
  readonly lease?: { readonly holder: string; readonly until: Instant };
  readonly leaseNo: number;
}

const grace = seconds(30);
const never = Number.MAX_SAFE_INTEGER as Instant;

/** The law of the desk in plain words: one list, looked at from its beginning to its end. */
const aModel = () => {
  const waiting = new Map<DossierId, Waiting>();
  const byDueDate = (a: Waiting, b: Waiting) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1);
  return {
    keep: (dossier: Waiting) => waiting.set(dossier.id, dossier),
    leave: ({ id }: Waiting) => waiting.delete(id),
    /** One of those whose holder may still work on them. */
    held: (which: number, now: Instant): Waiting | undefined => {
      const all = [...waiting.values()].filter(({ lease }) => lease && now < lease.until);
      return all[which % all.length];
    },
    pull: (holder: string, max: number, until: Instant, now: Instant): readonly DossierId[] => {
      const free = [...waiting.values()].filter(
        ({ lease }) => !lease || now >= plus(lease.until, grace),
      );
      const taken = free.sort(byDueDate).slice(0, max);
      for (const { lease: _, ...each } of taken)
        waiting.set(each.id, { ...each, leaseNo: each.leaseNo + 1, lease: { holder, until } });
      return taken.map(({ id }) => id);
    },
  };
};

type Seen = Set<'nothing' | 'some' | 'all' | 'release' | 'extend' | 'acknowledge'>;

let agencies = 0;

/** One desk and the law hear the same asks; every pull gets the same dossiers in the same order. */
const agree = async (stores: Stores, all: readonly Ask[], seen: Seen): Promise<void> => {
  const { clock, advance } = aClock();
  agencies += 1;
  const desk = aDepartmentDesk(stores, clock, `ct-model-${agencies}`);
  const model = aModel();
  const hear: { readonly [D in Ask['do']]: (ask: AskTo<D>) => void | Promise<void> } = {
    wait: ({ seconds: n }) => advance(seconds(n)),
    lay: async ({ dueIn }) => {
      const dueAt = dueIn === undefined ? undefined : plus(monday9, minutes(dueIn));
      const [id = dossierId] = await desk.lay(1, { ...(dueAt !== undefined && { dueAt }) });
      model.keep({ id, dueAt: dueAt ?? never, leaseNo: 0 });
    },
    pull: async ({ officer, max, leaseMinutes }) => {
      const now = clock.now();
      const expected = model.pull(officer, max, plus(now, minutes(leaseMinutes)), now);
      const { ids } = await desk.take({ max, leaseSeconds: leaseMinutes * 60 }, officer);
      expect(ids).toEqual(expected);
      const any = ids.length === max ? 'all' : 'some';
      seen.add(ids.length === 0 ? 'nothing' : any);
    },
    work: async ({ how, which }) => {
      const held = model.held(which, clock.now());
      if (!held?.lease) return;
      seen.add(how);
      const { lease, ...rest } = held;
      await desk.work(how, held.id, { by: lease.holder, leaseNo: held.leaseNo });
      if (how === 'acknowledge') model.leave(held);
      if (how === 'release') model.keep(rest);
      if (how === 'extend')
        model.keep({ ...held, lease: { ...lease, until: plus(clock.now(), minutes(2)) } });
    },
  };
  for (const ask of all) await (hear[ask.do] as (ask: Ask) => void | Promise<void>)(ask);
};

const agrees = (open: () => Stores, numRuns: number, seen: Seen = new Set()) =>
  fc.assert(
    fc.asyncProperty(fc.array(asks, { minLength: 4, maxLength: 30 }), (all) =>
      agree(open(), all, seen),
    ),
    { numRuns },
  );

let dynamo: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  dynamo = await startTables();
}, 60_000);
afterAll(() => dynamo.stop());

describe('every pull gets what a look at the whole inbox would give', () => {
  it('in memory, and every outcome is met', async () => {
    const seen: Seen = new Set();
    await agrees(inMemory, 400, seen);
    const every = ['nothing', 'some', 'all', 'release', 'extend', 'acknowledge'];
    expect([...seen].sort()).toEqual(every.sort());
  });

  it('on DynamoDB', async () => {
    await agrees(() => onDynamo(dynamo), 15);
  }, 120_000);
});
