import { beforeAll, describe, expect, it } from 'vitest';
import { decideOnce } from '#application/deciding.ts';
import { done, refuse } from '#domain/refusal.ts';
import { safeKind } from '#functions/money/records.ts';
import { recordWrite } from '#ports/records.ts';
import { anApplicant, historyUntil } from '#test/support/dossiers.ts';
import { built } from '#test/support/use-cases/built.ts';
import { type Command, counter, reading, type Scene } from '#test/support/use-cases/command.ts';
import { judge, judgeStranger } from '#test/support/use-cases/judge.ts';
import { copyOf, frozen, type Stand } from '#test/support/use-cases/stand.ts';
import { allCommands } from '#test/support/use-cases/table.ts';
import { aWorld } from '#test/support/use-cases/world.ts';

const world = aWorld();
const parts = { world, on: built(world) };
const safe = (version: number) => ({
  id: 'bd-vi-thanh',
  version,
  purses: { charge: 0, fee: 0, postage: 0, cod: 0 },
  differenceVnd: 0,
  droppedVnd: 0,
});
let stand: Stand;

const write = ({ world: { deps } }: Scene, version = 1) =>
  deps.ledger.commit({
    records: [recordWrite(safeKind, undefined, safe(version))],
  });

beforeAll(async () => {
  const change = historyUntil('accepted');
  await world.deps.ledger.commit({
    dossiers: [{ change, chainHash: '0'.repeat(64), applicant: anApplicant }],
  });
  stand = frozen(copyOf(world.stand));
});

/** Use cases that break one law each, and what the judge says of them. */
const planted: readonly (readonly [string, Command['run'], RegExp])[] = [
  [
    'throws',
    async () => {
      throw new Error('no');
    },
    /^throws: no$/,
  ],
  [
    'writes and then refuses',
    async (scene) => {
      await write(scene);
      return refuse({ code: 'pouch-empty' });
    },
    /is refused as pouch-empty and writes records: safe#bd-vi-thanh/,
  ],
  [
    'refuses by a name of its own',
    async () => ({ ok: false, refusal: { code: 'just-no' } }),
    /is refused by no name: just-no/,
  ],
  [
    'keeps no answer',
    async (scene) => {
      await write(scene);
      return done('x');
    },
    /keeps no answer to its key/,
  ],
  [
    'writes in two transactions',
    async (scene, { idempotency }) => {
      await write(scene);
      return decideOnce(scene.world.deps, idempotency, async () =>
        done({ result: 'x', commit: {} }),
      );
    },
    /is done in 2 transactions/,
  ],
  [
    'skips a version',
    (scene, { idempotency }) =>
      decideOnce(scene.world.deps, idempotency, async () =>
        done({
          result: 'x',
          commit: {
            records: [recordWrite(safeKind, undefined, safe(2))],
          },
        }),
      ),
    /writes a safe without a new version/,
  ],
  [
    'changes what is stored in place',
    async (scene) => {
      const stored = await scene.world.deps.ledger.load(scene.at.dossierId);
      Object.assign(stored?.dossier ?? {}, { status: 'decided' });
      return refuse({ code: 'pouch-empty' });
    },
    /^throws: .*read only/,
  ],
  [
    'answers a repeat otherwise',
    (() => {
      let n = 0;
      return async (scene, by) => {
        n += 1;
        const once = await decideOnce(scene.world.deps, by.idempotency, async () =>
          done({ result: 'x', commit: {} }),
        );
        return once.ok ? done(n) : once;
      };
    })(),
    /said again answers something else/,
  ],
];

describe('the judge of all commands', () => {
  it.each(planted)('notices a use case that %s', async (_, run, flaw) => {
    const { flaws } = await judge(parts, counter(run), stand, 1);
    expect(flaws.join('\n')).toMatch(flaw);
  });

  it('notices a reading that writes', async () => {
    const run: Command['run'] = async (scene) => {
      await write(scene);
      return done('x');
    };
    const { flaws } = await judge(parts, reading(counter(run)), stand, 1);
    expect(flaws).toEqual(['reads and writes records: safe#bd-vi-thanh']);
  });

  it('notices a stranger who is served, or told more than that there is nothing', async () => {
    const served = counter(async () => done('x'));
    const told = counter(async () => refuse({ code: 'pouch-empty' }));
    expect(await judgeStranger(parts, served, stand)).toEqual(['is done for a stranger']);
    expect(await judgeStranger(parts, told, stand)).toEqual(['tells a stranger pouch-empty']);
  });

  it('says nothing of a use case that is as it should be', async () => {
    const withdraw = allCommands['makeCounterActs.withdraw'];
    if (!withdraw) throw new Error('no such command');
    expect(await judge(parts, withdraw, stand, 1)).toEqual({ outcome: 'done', flaws: [] });
    expect(await judgeStranger(parts, withdraw, stand)).toEqual([]);
  });
});
