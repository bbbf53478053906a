import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { decideOn } from '#application/deciding.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { anApplicant, monday9 } from '#test/support/dossiers.ts';
import { type Edge, explored, lawfulSuccessors } from '#test/support/transitions/explore.ts';
import { transitionTable } from '#test/support/transitions/table.ts';
import { aClock } from '#test/support/worlds.ts';

const { states, edges } = explored();

const steps = edges.filter((edge): edge is Edge & { after: readonly Dossier[] } => 'after' in edge);
const refusals = edges.filter(
  (edge): edge is Edge & { refusal: { readonly code: string } } => 'refusal' in edge,
);

describe('every command against every state that any commands can lead to', () => {
  it('is a step or a named refusal, and there are many of both', () => {
    expect(states.length).toBeGreaterThan(60);
    expect(steps.length + refusals.length).toBe(edges.length);
    expect(steps.length).toBeGreaterThan(300);
    expect(refusals.every(({ refusal }) => refusal.code.length > 0)).toBe(true);
  });

  it('moves the national status only as the law lets it (domain §1.5)', () => {
    const unlawful = steps.flatMap(({ command, before, after }) =>
      [before, ...after].flatMap(({ status }, n, all) => {
        const next = all[n + 1]?.status;
        const isLawful = next === undefined || next === status;
        return isLawful || lawfulSuccessors[status].includes(next)
          ? []
          : [`${command}: ${status} → ${next}`];
      }),
    );
    expect([...new Set(unlawful)]).toEqual([]);
  });

  it('reaches every national status that this system sets', () => {
    expect(new Set(states.map(({ dossier }) => dossier.status))).toEqual(
      new Set([
        'registered',
        'accepted',
        'not-accepted',
        'in-progress',
        'supplement-requested',
        'payment-requested',
        'withdrawal-requested',
        'stopped',
        'decided',
        'returned',
      ]),
    );
  });

  it('ends: from "returned" only news that the parcel went back leads anywhere else', () => {
    const onwards = steps.filter(
      ({ before, after }) =>
        before.status === 'returned' && after.some(({ status }) => status !== 'returned'),
    );
    expect(new Set(onwards.map(({ command }) => command))).toEqual(
      new Set(['hear that it went back']),
    );
  });

  it('is told in docs/transitions.md as it is', () => {
    expect(readFileSync('docs/transitions.md', 'utf8')).toBe(transitionTable(edges));
  });
});

const refusalsOf = Map.groupBy(refusals, ({ before }) => before);

describe('a refusal', () => {
  it('writes nothing, whatever the state and the command', async () => {
    for (const { dossier, events } of states) {
      const { ledger } = makeMemoryUnitOfWork(sha256);
      const change = { before: undefined, events, after: dossier };
      await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] });
      const before = await ledger.load(dossier.id);
      for (const { run } of refusalsOf.get(dossier) ?? [])
        await decideOn(
          { ledger, clock: aClock(monday9).clock },
          'verify-scan',
          { actor: { kind: 'system', id: 'test' }, dossierId: dossier.id },
          ({ dossier: found }) => run(found),
          () => 'done',
        );
      expect(await ledger.load(dossier.id)).toEqual(before);
      expect(await ledger.history(dossier.id)).toHaveLength(events.length);
    }
  });
});
