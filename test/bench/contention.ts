// How acceptances of one agency-day get on when they come all at once: `npm run bench:contention`.
// Everything in one run; seconds depend on the machine, refused and left out must be 0 everywhere.
import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { makeNumbers } from '#adapters/aws/dynamodb/numbers.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { makeSeals, sha256 } from '#adapters/node/seals.ts';
import { systemClock } from '#adapters/node/system-clock.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { calendars } from '#data/calendars.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { makeAcceptDossier } from '#functions/intake/application/accept-dossier.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { anApplicant, aProcedure, historyUntil, monday9 } from '#test/support/dossiers.ts';
import { provinceCatalogue } from '#test/support/province.ts';
import { clerk } from '#test/support/shipments.ts';
import { startTables } from '#test/support/tables.ts';
import { seeded, troubled } from '#test/support/troubled-client.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const ids = makeUlids();

const scanned = async (ledger: UnitOfWork): Promise<DossierId> => {
  const id = ids.next(monday9) as DossierId;
  const facts = historyUntil('scanned').events.map(({ fact }) =>
    fact.type === 'dossier-registered' ? { ...fact, id } : fact,
  );
  const change = record(undefined, id, facts, { actor: clerk, now: monday9 });
  await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] });
  return id;
};

type Running = Awaited<ReturnType<typeof startTables>>;

/** A day of its own for each round: codes begin anew. */
let day = 0;

const round = async (
  running: Running,
  title: string,
  many: number,
  client: DynamoDBDocumentClient,
) => {
  const now = (monday9 + day++ * 86_400_000) as typeof monday9;
  const clock = { ...systemClock, now: () => now };
  const book = makeCalendarBook(calendars);
  const parts = { client, tables: running.tables, clock, sha256 };
  const ledger = makeUnitOfWork(parts);
  const calm = makeUnitOfWork({ ...parts, client: running.document });
  const accept = makeAcceptDossier({
    ledger,
    numbers: makeNumbers(client, running.tables, clock),
    clock,
    catalogue: { ...provinceCatalogue, procedureVersion: () => aProcedure },
    calendars: { current: async () => book },
    seals: makeSeals(async () => ({ master: 'm'.repeat(64) })),
  });
  const dossiers: DossierId[] = [];
  for (let n = 0; n < many; n++) dossiers.push(await scanned(calm));
  const started = performance.now();
  const outcomes = await Promise.all(
    dossiers.map((dossierId) => {
      const idempotency = { scope: 'bench', key: randomUUID(), requestHash: 'accept' };
      return accept({ actor: clerk, idempotency, dossierId });
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const codes = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.code] : []));
  const refused = many - codes.length;
  const numbers = codes.map((code) => Number(code.split('-').at(-1))).sort((a, b) => a - b);
  const gaps = numbers.filter((number, at) => number !== at + 1).length;
  say(
    `${title.padEnd(44)} ${String(many).padStart(4)} at once ${seconds.toFixed(1).padStart(6)} s  ${String(refused).padStart(3)} refused  ${String(gaps).padStart(3)} out of order or left out`,
  );
  return refused + gaps;
};

/** What the same machine does of bare transactions of three puts, all at once: the ceiling. */
const bare = async ({ document, tables }: Running, many: number) => {
  const started = performance.now();
  await Promise.all(
    Array.from({ length: many }, (_, n) =>
      document.send(
        new TransactWriteCommand({
          TransactItems: ['A', 'B', 'C'].map((sk) => ({
            Put: { TableName: tables.dossiers, Item: { pk: `BARE#${n}`, sk } },
          })),
        }),
      ),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  say(
    `${'bare transactions of three puts'.padEnd(44)} ${String(many).padStart(4)} at once ${seconds.toFixed(1).padStart(6)} s`,
  );
};

const main = async () => {
  const running = await startTables();
  const random = seeded(1);
  let wrong = 0;
  try {
    await bare(running, 300);
    for (const many of [50, 300]) {
      wrong += await round(running, 'in one process', many, running.document);
      const client = troubled(running.document, { conflicts: 30, random });
      wrong += await round(running, 'in one process, 30 % TransactionConflict', many, client);
    }
  } finally {
    await running.stop();
  }
  return wrong;
};

process.exitCode = (await main()) > 0 ? 1 : 0;
