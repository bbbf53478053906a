// How acceptances of one agency-day get on when they come all at once: `npm run bench:contention`.
// Everything in one run; seconds depend on the machine, refused and left out must be 0 everywhere.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { makeNumbers } from '#adapters/aws/dynamodb/numbers.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { makeSeals, sha256 } from '#adapters/node/seals.ts';
import { systemClock } from '#adapters/node/system-clock.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeClient } from '#api/client.ts';
import { province } from '#data/province.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { contracts } from '#functions/contracts.ts';
import { makeAcceptDossier } from '#functions/intake/application/accept-dossier.ts';
import { demoPassword } from '#local/people/demo-users.ts';
import { signIn } from '#local/play/sign-in.ts';
import { startRuntime } from '#local/runtime/start-runtime.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { anApplicant, aProcedure, aScan, historyUntil, monday9 } from '#test/support/dossiers.ts';
import { keysUnder } from '#test/support/keys.ts';
import { calendars } from '#test/support/plain-week.ts';
import { provinceCatalogue } from '#test/support/province.ts';
import { clerk } from '#test/support/shipments.ts';
import { startTables } from '#test/support/tables.ts';
import { seeded, troubled } from '#test/support/troubled-client.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const ids = makeUlids();

/** A dossier of a made-up procedure, ready to be accepted. */
const scanned = async (ledger: UnitOfWork): Promise<DossierId> => {
  const id = ids.next(monday9) as DossierId;
  const facts = historyUntil('scanned').events.map(({ fact }) =>
    fact.type === 'dossier-registered' ? { ...fact, id } : fact,
  );
  const change = record(undefined, id, facts, { actor: clerk, now: monday9 });
  await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] });
  return id;
};

/** Prints a round; answers how many were refused, and how many numbers are not the next. */
const told = (
  title: string,
  many: number,
  seconds: number,
  codes: readonly string[],
  before: number,
): number => {
  const refused = many - codes.length;
  const numbers = codes.map((code) => Number(code.split('-').at(-1))).sort((a, b) => a - b);
  const leftOut = numbers.filter((number, at) => number !== before + at + 1).length;
  say(
    `${title.padEnd(44)} ${String(many).padStart(4)} at once ${seconds.toFixed(1).padStart(6)} s  ${String(refused).padStart(3)} refused  ${String(leftOut).padStart(3)} twice or left out`,
  );
  return refused + leftOut;
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
    seals: makeSeals(keysUnder('m'.repeat(64))),
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
  return told(title, many, seconds, codes, 0);
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

/** A land dossier of Vị Thanh with its papers scanned, as the counter would have left it. */
const landDossier = async (ledger: UnitOfWork, now: Instant): Promise<DossierId> => {
  const id = ids.next(now) as DossierId;
  const procedure = province.procedures.find(({ code }) => code === '1.012783');
  if (!procedure) throw new Error('the catalogue has no 1.012783');
  const components = procedure.components
    .filter(({ required }) => required)
    .map(({ id: component, copyKind, count }) => ({ id: component, copyKind, count }));
  const scans = components.map((component) =>
    aScan({ id: ids.next(now) as ScanId, component: component.id }),
  );
  const facts: readonly DossierFact[] = [
    {
      type: 'dossier-registered',
      id,
      office: 'bd-vi-thanh',
      intakeMode: 'onestop',
      channel: 'postal',
      procedure: { code: procedure.code, version: procedure.version },
      components,
      circumstances: {},
      fees: { stateFeesVnd: 0, postageVnd: 0 },
    },
    ...scans.flatMap((scan): readonly DossierFact[] => [
      { type: 'scan-requested', scan },
      { type: 'scan-verified', scanId: scan.id, pages: 1, findings: [] },
    ]),
  ];
  const change = record(undefined, id, facts, { actor: clerk, now });
  await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] });
  return id;
};

/** The same through the gateway, with as many machines a function as the local runtime gives it. */
const overHttp = async () => {
  const directory = mkdtempSync(join(tmpdir(), 'bench-contention-'));
  const runtime = await startRuntime({ directory, port: 0, quiet: true });
  let wrong = 0;
  try {
    const table = (part: string) =>
      Object.entries(runtime.tables).find(([name]) => name.includes(part))?.[1] ?? '';
    const client = DynamoDBDocumentClient.from(runtime.clients.dynamo, {
      marshallOptions: { removeUndefinedValues: true },
    });
    const tables = { dossiers: table('Dossiers'), ledger: table('Ledger') };
    const ledger = makeUnitOfWork({ client, tables, clock: systemClock, sha256 });
    const signedIn = { publicUrl: runtime.url, username: 'lan.vithanh', password: demoPassword };
    const { accessToken } = await signIn(signedIn);
    const api = makeClient<typeof contracts>({ url: runtime.url, token: () => accessToken });
    let before = 0;
    for (const many of [50, 300]) {
      const dossiers: DossierId[] = [];
      for (let n = 0; n < many; n++) dossiers.push(await landDossier(ledger, systemClock.now()));
      const started = performance.now();
      const answers = await Promise.all(
        dossiers.map((dossierId) =>
          api.call('POST /v1/dossiers/{dossierId}/accept', {
            params: { dossierId },
            key: randomUUID(),
          }),
        ),
      );
      const seconds = (performance.now() - started) / 1000;
      const codes = answers.flatMap((answer) => (answer.ok ? [answer.body.code] : []));
      wrong += told('over HTTP', many, seconds, codes, before);
      before += codes.length;
    }
  } finally {
    await runtime.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  return wrong;
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
  return wrong + (await overHttp());
};

process.exitCode = (await main()) > 0 ? 1 : 0;
