import { spawnSync } from 'node:child_process';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { systemClock } from '#adapters/node/system-clock.ts';
import { publishedEvent, recordEvent } from '#application/published-event.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { record } from '#domain/dossier/record.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import { storedFigures } from '#functions/oversight/adapters/figure-reader.ts';
import { makeFigures } from '#functions/oversight/adapters/figures.ts';
import { makeProjectFigures } from '#functions/oversight/application/project-figures.ts';
import { anApplicant, dossierId, historyUntil, monday9, officer } from '#test/support/dossiers.ts';
import { startTables } from '#test/support/tables.ts';

let tables: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  tables = await startTables();
}, 120_000);
afterAll(() => tables.stop());

class Killed extends Error {}

/** A client whose process dies before or after its next writes, as the list says. */
const dying = (deaths: readonly ('before' | 'after' | 'no')[]) => {
  const left = [...deaths];
  const send = async (command: never) => {
    const death = left.shift() ?? 'no';
    if (death === 'before') throw new Killed();
    const answer = await tables.document.send(command);
    if (death === 'after') throw new Killed();
    return answer;
  };
  return { send } as unknown as typeof tables.document;
};

const unitOfWork = () =>
  makeUnitOfWork({
    client: tables.document,
    tables: tables.tables,
    clock: systemClock,
    sha256,
  });

const projector = (client = tables.document) =>
  makeProjectFigures({
    ledger: unitOfWork(),
    figures: makeFigures({ client, table: tables.figures, clock: systemClock }),
  });

const lines = async (containing: string) =>
  (await storedFigures({ client: tables.document, table: tables.figures }))
    .split('\n')
    .filter((line) => line.includes(containing));

const taken = (office: string, n: number): PublishedEvent => {
  const subject = `01KAPXJ5V0ZK9Q4T8N6W2${String(n).padStart(5, '0')}` as Ulid;
  const data = { version: n, office, group: 'nop', number: `A${n}` };
  return recordEvent('ticket-taken', { subject, at: monday9, data });
};

/** Until the queue has got an answer for the message, however often its reader dies. */
const delivered = async (
  project: ReturnType<typeof projector>,
  event: PublishedEvent,
): Promise<void> => {
  for (;;) {
    try {
      if ((await project(event)).ok) return;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
};

describe('a figure', () => {
  it('counts each event once, wherever its projector dies and however often a message comes', async () => {
    let run = 0;
    const deaths = fc.array(fc.constantFrom('before', 'after', 'no'), { maxLength: 12 });
    const messages = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(deaths, messages, async (dies, numbers) => {
        run += 1;
        const office = `bd-run-${run}`;
        const ids = numbers.map((n) => run * 10 + n);
        const project = projector(dying(dies));
        for (const n of ids) await delivered(project, taken(office, n));
        expect(await lines(`office#${office} `)).toEqual([
          `tickets-taken office#${office} 2026-11-23 ${new Set(ids).size}`,
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same however many projectors count the same messages at once', async () => {
    const events = [901, 902, 903].map((n) => taken('bd-at-once', n));
    const project = projector();
    await Promise.all([...events, ...events, ...events].map((each) => delivered(project, each)));
    expect(await lines('office#bd-at-once ')).toEqual([
      'tickets-taken office#bd-at-once 2026-11-23 3',
    ]);
  });

  it('of dossiers stands for the office and the agency that had it then', async () => {
    const facts = historyUntil('returned').events.map(({ fact }) => fact);
    const change = record(undefined, dossierId, facts, { actor: officer, now: monday9 });
    await unitOfWork().commit({
      dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }],
    });
    const project = projector();
    for (const event of await unitOfWork().history(dossierId)) {
      const published = publishedEvent(event);
      if (published) expect((await project(published)).ok).toBe(true);
    }
    const wanted = ['accepted', 'accepted-postal', 'decided', 'returned'].flatMap((what) => [
      `dossiers-${what} agency#ct-nnmt 2026-11-23 1`,
      `dossiers-${what} office#bd-vi-thanh 2026-11-23 1`,
    ]);
    expect(await lines('dossiers-')).toEqual(wanted.sort());
  });

  it('is recounted from the events, and what is not as counted is named', async () => {
    const run = () => {
      const env = {
        ...process.env,
        DOSSIERS_TABLE: tables.tables.dossiers,
        LEDGER_TABLE: tables.tables.ledger,
        FIGURES_TABLE: tables.figures,
      };
      const args = ['ops/main.ts', 'rebuild-figures', '--url', tables.endpoint];
      return spawnSync(process.execPath, args, { encoding: 'utf8', env });
    };
    // The tickets of the tests above were never written: they are what a recount does not find.
    const withStrays = run();
    expect(withStrays.status).toBe(1);
    expect(withStrays.stdout).toContain('stored     tickets-taken office#bd-at-once 2026-11-23 3');
    expect(withStrays.stdout).not.toContain('dossiers-');
    await tables.document.send(
      new UpdateCommand({
        TableName: tables.figures,
        Key: { pk: 'FIG#dossiers-decided#agency#ct-nnmt', sk: '2026-11-23' },
        UpdateExpression: 'ADD #count :one',
        ExpressionAttributeNames: { '#count': 'count' },
        ExpressionAttributeValues: { ':one': 1 },
      }),
    );
    const off = run();
    expect(off.stdout).toContain('stored     dossiers-decided agency#ct-nnmt 2026-11-23 2');
    expect(off.stdout).toContain('recounted  dossiers-decided agency#ct-nnmt 2026-11-23 1');
  });
});
