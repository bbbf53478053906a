import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDossierIndex } from '#adapters/aws/dynamodb/dossier-index.ts';
import { makeNumbers } from '#adapters/aws/dynamodb/numbers.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { makeSeals, sha256 } from '#adapters/node/seals.ts';
import { systemClock } from '#adapters/node/system-clock.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { firstBrokenLink, GENESIS } from '#domain/dossier/chain.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Outcome } from '#domain/refusal.ts';
import { makeReceiveDossier } from '#functions/departments/application/receive-dossier.ts';
import { type Accepted, makeAcceptDossier } from '#functions/intake/application/accept-dossier.ts';
import type { DossierLine, UnitOfWork } from '#ports/unit-of-work.ts';
import { anApplicant, aProcedure, historyUntil, monday9 } from '#test/support/dossiers.ts';
import { keysUnder } from '#test/support/keys.ts';
import { calendars } from '#test/support/plain-week.ts';
import { provinceCatalogue } from '#test/support/province.ts';
import { clerk } from '#test/support/shipments.ts';
import { startTables } from '#test/support/tables.ts';
import { seeded, troubled } from '#test/support/troubled-client.ts';

const many = 300;
/** All from one process, each request at once: no machine lets another go first. */
const machines = 300;
const random = seeded(20_261_130);
/** What AWS does to writers of one item, and what a network does to answers. */
const trouble = { conflicts: 30, lostAnswers: 3, random };
const ids = makeUlids();
const agency = 'ct-nnmt';
/** It stands: no run of this crosses midnight, where the codes begin anew. */
const clock = { ...systemClock, now: () => monday9 };
let running: Awaited<ReturnType<typeof startTables>>;

beforeAll(async () => {
  running = await startTables();
}, 60_000);
afterAll(() => running?.stop());

/** A counter over the real tables; each machine that serves it is one of these. */
const aCounter = (client = running.document) => {
  const parts = { client, tables: running.tables, clock, sha256 };
  const ledger = makeUnitOfWork(parts);
  const book = makeCalendarBook(calendars);
  const deps = {
    ledger,
    numbers: makeNumbers(client, running.tables, clock),
    clock,
    catalogue: { ...provinceCatalogue, procedureVersion: () => aProcedure },
    calendars: { current: async () => book },
    seals: makeSeals(keysUnder('m'.repeat(64))),
  };
  return {
    ledger,
    index: makeDossierIndex(running.document, running.tables),
    accept: makeAcceptDossier(deps),
    receive: makeReceiveDossier(deps),
  };
};

type Counter = ReturnType<typeof aCounter>;

const registered = async (ledger: UnitOfWork, isScanned: boolean): Promise<DossierId> => {
  const id = ids.next(clock.now()) as DossierId;
  const facts = historyUntil(isScanned ? 'scanned' : 'registered').events.map(({ fact }) =>
    fact.type === 'dossier-registered' ? { ...fact, id } : fact,
  );
  const change = record(undefined, id, facts, { actor: clerk, now: clock.now() });
  await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] });
  return id;
};

/** As a device does it: while it hears that the system is busy, the same request under the same key. */
const insisting = async (ask: () => Promise<Outcome<Accepted>>): Promise<Outcome<Accepted>> => {
  for (;;) {
    const outcome = await ask().catch(() => undefined);
    // Nobody heard what became of it.
    if (!outcome) continue;
    if (outcome.ok || outcome.refusal.code !== 'changed-meanwhile') return outcome;
  }
};

/** So many machines, each with one request at a time and all others waiting. */
const served = async <T>(
  jobs: readonly ((counter: Counter) => Promise<T>)[],
  client = running.document,
) => {
  const waiting = [...jobs];
  const answers: T[] = [];
  const machine = async (): Promise<void> => {
    const counter = aCounter(client);
    for (let job = waiting.shift(); job; job = waiting.shift()) answers.push(await job(counter));
  };
  await Promise.all(Array.from({ length: machines }, machine));
  return answers;
};

const inboxOf = async (index: Counter['index']) => {
  const lines: DossierLine[] = [];
  let after: string | undefined;
  do {
    const page = await index.inbox(agency, 'waiting', {
      limit: 100,
      ...(after !== undefined && { after }),
    });
    lines.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return lines;
};

describe(`${many} acceptances of one agency-day at once, with refused and repeated ones between`, () => {
  it('give the codes 1 to n, none twice, each durable and in the inbox once', async () => {
    const opening = (isScanned: boolean) => (at: Counter) => registered(at.ledger, isScanned);
    const ready = await served(Array.from({ length: many }, () => opening(true)));
    const unscanned = await served(Array.from({ length: 20 }, () => opening(false)));
    // Every fourth device asks twice at once, and every fifth dossier is tried by a colleague as well.
    const asked = ready.flatMap((dossierId, n) => [
      { dossierId, key: `key-${dossierId}` },
      ...(n % 4 === 0 ? [{ dossierId, key: `key-${dossierId}` }] : []),
      ...(n % 5 === 0 ? [{ dossierId, key: `other-${dossierId}` }] : []),
      ...unscanned
        .slice(n / 10, n % 10 === 0 ? n / 10 + 1 : 0)
        .map((id) => ({ dossierId: id, key: `key-${id}` })),
    ]);
    const answers = await served(
      asked.map(({ dossierId, key }) => async ({ accept }) => {
        const idempotency = { scope: 'bd-vi-thanh', key, requestHash: 'accept' };
        const outcome = await insisting(() => accept({ actor: clerk, idempotency, dossierId }));
        return { dossierId, key, outcome };
      }),
      troubled(running.document, trouble),
    );

    const receipts = new Map<string, Set<string>>(ready.map((id) => [id, new Set()]));
    for (const { dossierId, key, outcome } of answers)
      if (outcome.ok) receipts.get(dossierId)?.add(`${key} ${outcome.value.code}`);
    const refused = answers.flatMap(({ dossierId, outcome }) =>
      outcome.ok ? [] : [`${unscanned.includes(dossierId)} ${outcome.refusal.code}`],
    );
    expect([...new Set(refused)].sort()).toEqual([
      'false step-not-allowed',
      'true component-unscanned',
    ]);
    // One of its keys got the code, and every request under that key the same.
    expect([...receipts.values()].every(({ size }) => size === 1)).toBe(true);
    const codeOf = (id: string) => [...(receipts.get(id) ?? [])][0]?.split(' ')[1] ?? '';
    const numbers = ready.map((id) => Number(codeOf(id).split('-').at(-1)));
    expect(numbers.sort((a, b) => a - b)).toEqual(ready.map((_, n) => n + 1));

    await served(
      ready.map((id) => async (counter) => {
        const history = await counter.ledger.history(id);
        expect(history.filter(({ fact }) => fact.type === 'dossier-accepted')).toHaveLength(1);
        expect(
          firstBrokenLink(
            (await counter.ledger.kept(id)).map(({ written }) => written),
            sha256,
          ),
        ).toBeUndefined();
        expect(await counter.ledger.findByCode(codeOf(id))).toBe(id);
        // The queue brings each message twice.
        const message = { eventId: `${id}:accepted`, dossierId: id, agency };
        await Promise.all([counter.receive(message), counter.receive(message)]);
      }),
    );
    const lines = await inboxOf(aCounter().index);
    expect(lines.map(({ id }) => id).sort()).toEqual([...ready].sort());
    expect(lines.every(({ id, code }) => codeOf(id) === code)).toBe(true);
  }, 120_000);
});
