// What a pull asks of the database behind an inbox of any length: `npm run bench:pull`.
// Nine of ten that wait are held by colleagues. Exit code 1 where the longest inbox costs more than a
// tenth above the shortest.
import { makeDossierIndex } from '#adapters/aws/dynamodb/dossier-index.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { countingClient } from '#test/support/counting-client.ts';
import { aDepartmentDesk } from '#test/support/department-desk.ts';
import { startTables } from '#test/support/tables.ts';
import { aClock } from '#test/support/worlds.ts';

const sizes = [100, 1_000, 5_000];

const rounds = 3;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

interface Cost {
  readonly waiting: number;
  readonly requests: number;
  readonly units: number;
}

const costOf = async (
  running: Awaited<ReturnType<typeof startTables>>,
  waiting: number,
): Promise<Cost> => {
  const { tables, document } = running;
  const { clock } = aClock();
  const { client, counted } = countingClient(document);
  const stores = {
    ledger: makeUnitOfWork({ client, tables, clock, sha256 }),
    index: makeDossierIndex(client, tables),
  };
  const desk = aDepartmentDesk(stores, clock, `ct-${waiting}`);
  const free = waiting / 10;
  await desk.lay(waiting - free, { dueAt: desk.inMinutes(60), heldUntil: desk.inMinutes(30) });
  await desk.lay(free, { dueAt: desk.inMinutes(120) });
  Object.assign(counted, { requests: 0, units: 0 });
  for (let n = 0; n < rounds; n++) {
    const { ids } = await desk.take({ max: 1 });
    if (ids.length !== 1) throw new Error(`a pull of 1 got ${ids.length} of ${free} free ones`);
  }
  return { waiting, requests: counted.requests / rounds, units: counted.units / rounds };
};

const tell = ({ waiting, requests, units }: Cost, least: Cost): void =>
  say(
    `${String(waiting).padStart(6)} waiting, ${waiting / 10} free  ${requests.toFixed(1).padStart(6)} requests  ${units.toFixed(1).padStart(6)} units  ×${(units / least.units).toFixed(2)}`,
  );

const main = async (): Promise<number> => {
  const running = await startTables();
  try {
    const least = await costOf(running, sizes[0] ?? 100);
    tell(least, least);
    let last = least;
    for (const waiting of sizes.slice(1)) {
      last = await costOf(running, waiting);
      tell(last, least);
    }
    return last.units > least.units * 1.1 || last.requests > least.requests ? 1 : 0;
  } finally {
    await running.stop();
  }
};

process.exitCode = await main();
