import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { Applicant } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { type Instant, type Milliseconds, plus } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { anApplicant, dossierId, historyUntil, monday9, type Station } from './dossiers.ts';

/** A clock that stands until it is told to go on. */
export const aClock = (start: Instant = monday9) => {
  let now = start;
  const clock: Clock = { now: () => now, pauseUpTo: async () => undefined };
  return {
    clock,
    advance: (span: Milliseconds) => {
      now = plus(now, span);
    },
    setTo: (moment: Instant) => {
      now = moment;
    },
  };
};

/** Memory stores that hold one dossier at a station, or where more facts led it from there. */
export const aWorldAt = async (
  station: Station,
  more: readonly DossierFact[] = [],
  applicant: Applicant = anApplicant,
) => {
  const stores = makeMemoryUnitOfWork(sha256);
  const facts = [...historyUntil(station).events.map(({ fact }) => fact), ...more];
  const by = { actor: { kind: 'system', id: 'test' }, now: monday9 } as const;
  const change = record(undefined, dossierId, facts, by);
  await stores.ledger.commit({
    dossiers: [{ change, chainHash: GENESIS, applicant }],
  });
  return { ...stores, ...aClock(), dossierId };
};

/** Facts written as if somebody had decided them. */
export const writing = async (
  { ledger, clock }: Pick<Awaited<ReturnType<typeof aWorldAt>>, 'ledger' | 'clock'>,
  facts: readonly DossierFact[],
): Promise<void> => {
  const stored = await ledger.load(dossierId);
  if (!stored) throw new Error('no dossier');
  const actor = { kind: 'system', id: 'test' } as const;
  await ledger.commit({ dossiers: [givenWrite(stored, facts, { actor, now: clock.now() })] });
};
