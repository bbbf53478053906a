import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Commit, CommitResult, UnitOfWork } from '#ports/unit-of-work.ts';
import { inMemory, onDynamo } from '#test/support/both-stores.ts';
import { fresh, kindOfThings, type Thing, thingWrite } from '#test/support/kept-things.ts';
import { startTables } from '#test/support/tables.ts';

/** A record at the version that somebody read, whatever is kept by now. */
interface Wish {
  readonly id: string;
  readonly read: number;
  readonly names: readonly string[];
}

/** What one caller wants at once, in the few words that let callers meet. */
interface Ask {
  readonly wishes: readonly Wish[];
  readonly key?: string;
  readonly claim?: string;
  readonly step?: { readonly name: string; readonly from: number };
  readonly filler: number;
}

const few = (...words: readonly string[]) => fc.constantFrom(...words);
const asks: fc.Arbitrary<Ask> = fc.record(
  {
    wishes: fc.array(
      fc.record({
        id: few('a', 'b'),
        read: fc.nat({ max: 3 }),
        names: fc.array(few('x', 'y'), { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    key: few('k', 'l'),
    claim: few('c', 'd'),
    step: fc.record({ name: few('s', 't'), from: fc.nat({ max: 2 }) }),
    filler: fc.oneof(
      { weight: 9, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 96, max: 101 }) },
    ),
  },
  { requiredKeys: ['wishes', 'filler'] },
);

type Told = 'ok' | 'throws' | Extract<CommitResult, { ok: false }>['why'];

interface Kept {
  readonly version: number;
  readonly names: readonly string[];
}

/** The law of a commit in plain words, without keys, tables or transactions. */
const aModel = () => {
  const kept = new Map<string, Kept>();
  const owners = new Map<string, string>();
  const [answers, claims] = [new Set<string | undefined>(), new Set<string | undefined>()];
  const counters = new Map<string, number>();
  /** The names that the wish adds to those that its reader had seen. */
  const newNames = ({ names }: Wish, read: readonly string[] = []): readonly string[] =>
    [...new Set(names)].filter((name) => !read.includes(name));
  const hasDoubles = (all: readonly string[]): boolean => new Set(all).size < all.length;
  const isStale = (wish: Wish, seen: Kept | undefined): boolean =>
    (kept.get(wish.id)?.version ?? 0) !== wish.read ||
    newNames(wish, seen?.names).some((name) => (owners.get(name) ?? wish.id) !== wish.id);
  const refusal = (ask: Ask, seen: readonly Kept[]): Exclude<Told, 'ok'> | undefined => {
    const { wishes, key, claim, step, filler } = ask;
    const named = wishes.flatMap((wish, n) => newNames(wish, seen[n]?.names));
    const parts = [key, claim, step].filter((part) => part !== undefined).length;
    const hasMoved = step !== undefined && (counters.get(step.name) ?? 0) !== step.from;
    const reasons = [
      ['throws', hasDoubles(named) || hasDoubles(wishes.map(({ id }) => id))],
      ['too-large', parts + wishes.length + named.length + filler > 100],
      ['answered', answers.has(key)],
      ['claimed', claims.has(claim)],
      ['stale', wishes.some((wish, n) => isStale(wish, seen[n]))],
      ['sequence-moved', hasMoved],
    ] as const;
    return reasons.find(([, applies]) => applies)?.[0];
  };
  const fulfil = ({ id, read, names }: Wish): void => {
    kept.set(id, { version: read + 1, names });
    for (const name of names) owners.set(name, id);
  };
  const keep = ({ wishes, key, claim, step }: Ask): void => {
    wishes.forEach(fulfil);
    if (key) answers.add(key);
    if (claim) claims.add(claim);
    if (step) counters.set(step.name, step.from + 1);
  };
  const commit = (ask: Ask, seen: readonly Kept[]): Told => {
    const told = refusal(ask, seen);
    if (!told) keep(ask);
    return told ?? 'ok';
  };
  return { commit, kept, owners, counters };
};

/** A store under names of its own, that hears the same asks. */
const aStore = (ledger: UnitOfWork) => {
  const [kind, space] = [kindOfThings(), fresh()];
  let fillers = 0;
  const commitOf = ({ wishes, key, claim, step, filler }: Ask, seen: readonly Kept[]): Commit => ({
    records: [
      ...wishes.map(({ id, read, names }, n) => {
        const before: Thing | undefined =
          read === 0 ? undefined : { id, version: read, names: seen[n]?.names ?? [] };
        return thingWrite(kind, id, { names }, before);
      }),
      ...Array.from({ length: filler }, () => {
        fillers += 1;
        return thingWrite(kind, `filler-${fillers}`);
      }),
    ],
    ...(key && { answer: { scope: space, key, requestHash: 'hash', result: 1 } }),
    ...(claim && { claim: { source: space, eventId: claim } }),
    ...(step && { sequences: [{ name: `${space}-${step.name}`, from: step.from }] }),
  });
  return {
    commit: async (ask: Ask, seen: readonly Kept[]): Promise<Told> => {
      try {
        const told = await ledger.commit(commitOf(ask, seen));
        return told.ok ? 'ok' : told.why;
      } catch {
        return 'throws';
      }
    },
    contents: async () => ({
      versions: await Promise.all(
        ['a', 'b'].map(async (id) => (await ledger.record(kind, id))?.version ?? 0),
      ),
      owners: await Promise.all(['x', 'y'].map((name) => ledger.findRecord(kind, name))),
      counters: await Promise.all(['s', 't'].map((name) => ledger.sequence(`${space}-${name}`))),
    }),
  };
};

/** Random commits, most of them upon what is really kept, told the same by the law and by the store. */
const agrees = (open: () => UnitOfWork, numRuns: number, seen = new Set<Told>()) =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(asks, fc.nat({ max: 9 })), { minLength: 1, maxLength: 12 }),
      async (sequence) => {
        const [model, store] = [aModel(), aStore(open())];
        for (const [random, luck] of sequence) {
          const ask = luck < 3 ? random : upToDate(random, model);
          const read = ask.wishes.map(
            ({ id, read }): Kept => (read === 0 ? nothing : (model.kept.get(id) ?? nothing)),
          );
          const told = model.commit(ask, read);
          seen.add(told);
          expect(await store.commit(ask, read)).toBe(told);
        }
        expect(await store.contents()).toEqual({
          versions: ['a', 'b'].map((id) => model.kept.get(id)?.version ?? 0),
          owners: ['x', 'y'].map((name) => model.owners.get(name)),
          counters: ['s', 't'].map((name) => model.counters.get(name) ?? 0),
        });
      },
    ),
    { numRuns },
  );

const nothing: Kept = { version: 0, names: [] };

const upToDate = (ask: Ask, { kept, counters }: ReturnType<typeof aModel>): Ask => ({
  ...ask,
  wishes: ask.wishes.map((wish) => ({ ...wish, read: kept.get(wish.id)?.version ?? 0 })),
  ...(ask.step && { step: { ...ask.step, from: counters.get(ask.step.name) ?? 0 } }),
});

let dynamo: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  dynamo = await startTables();
}, 60_000);
afterAll(() => dynamo.stop());

describe('random commits are told what the law of a commit says', () => {
  it('in memory, and every outcome is met', async () => {
    const seen = new Set<Told>();
    await agrees(() => inMemory().ledger, 400, seen);
    const every = ['ok', 'throws', 'too-large', 'answered', 'claimed', 'stale', 'sequence-moved'];
    expect([...seen].sort()).toEqual(every.sort());
  });

  it('on DynamoDB', async () => {
    await agrees(() => onDynamo(dynamo).ledger, 12);
  }, 60_000);
});
