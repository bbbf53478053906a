import { makeUlids } from '#adapters/node/ulids.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { TemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import type { Instant } from '#domain/time/instant.ts';
import { type KeptRecord, type RecordKind, recordWrite } from '#ports/records.ts';
import type { DossierWrite } from '#ports/unit-of-work.ts';
import { anApplicant, historyUntil, monday9 } from './dossiers.ts';

const ids = makeUlids();

/** A ULID that nobody else has: tests share tables. */
export const fresh = (): string => ids.next(monday9);

/** A record as plain as it can be: with what a test puts in, found by what it says itself. */
export interface Thing extends KeptRecord {
  readonly names?: readonly string[];
  readonly list?: string;
  readonly secondList?: string;
  readonly at?: number;
  readonly holds?: unknown;
}

/** A kind of things of its own, for one test. */
export const kindOfThings = (name: string = fresh()): RecordKind<Thing> => ({
  name,
  place: ({ names = [], list, secondList, at = monday9 }) => ({
    names,
    ...(list !== undefined && { list: { name: list, at: at as Instant } }),
    ...(secondList !== undefined && { secondList: { name: secondList, at: at as Instant } }),
  }),
});

/** The write of the next version of a thing. */
export const thingWrite = (
  kind: RecordKind<Thing>,
  id: string,
  holds: Omit<Thing, 'id' | 'version'> = {},
  before?: Thing,
) => recordWrite(kind, before, { ...holds, id, version: (before?.version ?? 0) + 1 });

/** A dossier that is new, accepted under the code, taken on the slip, or both. */
export const newDossier = ({
  id = fresh(),
  code = `H13-${fresh()}`,
  slip,
  until = 'accepted',
}: {
  readonly until?: 'accepted' | 'decided';
  readonly id?: string;
  readonly code?: string;
  readonly slip?: string;
} = {}): DossierWrite => {
  const facts = historyUntil(until).events.map(({ fact }): DossierFact => {
    if (fact.type === 'dossier-accepted') return { ...fact, code };
    if (fact.type !== 'dossier-registered') return fact;
    const backEntry = { number: slip as TemporaryNumber, wasComplete: true };
    return { ...fact, id: id as DossierId, ...(slip !== undefined && { backEntry }) };
  });
  const by = { actor: { kind: 'system', id: 'test' }, now: monday9 } as const;
  const change = record(undefined, id as DossierId, facts, by);
  return { change, chainHash: GENESIS, applicant: anApplicant };
};
