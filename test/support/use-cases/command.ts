import type { Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { KeptRecord, RecordKind } from '#ports/records.ts';
import { dossierId as nobodys } from '../dossiers.ts';
import type { UseCases } from './built.ts';
import { clerk, leaderOf, officerOf, strangeClerk, strangeOfficer, supervisor } from './staff.ts';
import type { Stand } from './stand.ts';
import type { World } from './world.ts';

/** What commands refer to: of each kind the newest thing there is, or an id that nothing bears. */
export interface Place {
  readonly now: Instant;
  readonly stand: Stand;
  readonly dossier: Dossier | undefined;
  readonly dossierId: DossierId;
  readonly newest: <T extends KeptRecord>(kind: RecordKind<T>) => T | undefined;
  readonly idOf: <T extends KeptRecord>(kind: RecordKind<T>) => T['id'];
}

export const placeOf = (stand: Stand): Place => {
  const dossier = [...stand.dossiers.values()].at(-1)?.dossier;
  const newest = <T extends KeptRecord>({ name }: RecordKind<T>): T | undefined =>
    [...stand.records.values()].filter(({ kind }) => kind.name === name).at(-1)?.after as
      | T
      | undefined;
  return {
    now: stand.now,
    stand,
    dossier,
    dossierId: dossier?.id ?? nobodys,
    newest,
    idOf: (kind) => newest(kind)?.id ?? nobodys,
  };
};

export interface By {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
}

export interface Scene {
  readonly on: UseCases;
  readonly at: Place;
  readonly world: World;
}

/** One way to ask a use case for something, in whatever state things are. */
export interface Command {
  /** Who may ask. Absent: a worker or somebody outside, who is nobody's staff. */
  readonly who?: (at: Place) => Staff;
  /** Does the same work at a place that this is no business of. Absent: everybody acts on their own. */
  readonly stranger?: Staff;
  /** How a stranger is refused, where it is not by `…-unknown`. */
  readonly denied?: string;
  /** Writes nothing in any state. */
  readonly reads?: true;
  /** Is wrong as it is asked, and refused in every state. */
  readonly never?: true;
  /** Is several commands in one call, each in a transaction and under a key of its own. */
  readonly isMany?: true;
  /** Has no idempotency key: saying it again is safe by itself. */
  readonly keyless?: true;
  readonly run: (scene: Scene, by: By) => Promise<unknown>;
}

export type Commands = Readonly<Record<string, Command>>;
type Run = Command['run'];

/** At the counter of the dossier's own post office. */
export const counter = (run: Run): Command => ({ who: () => clerk, stranger: strangeClerk, run });

/** A clerk's own business: nobody else's is named. */
export const ownCounter = (run: Run): Command => ({ who: () => clerk, run });

/** By an officer of the agency that has the dossier. */
export const department = (run: Run): Command => ({
  who: ({ dossier }) => officerOf(dossier?.department?.agency),
  stranger: strangeOfficer,
  run,
});

export const leadership = (run: Run): Command => ({
  ...department(run),
  who: ({ dossier }) => leaderOf(dossier?.department?.agency),
});

/** The province's; it has no place to be strange to. */
export const supervision = (run: Run): Command => ({ who: () => supervisor, run });

/** A queue's, a schedule's or the public's: there is no staff and no key. */
export const work = (run: Run): Command => ({ run });

export const reading = (command: Command): Command => ({ ...command, reads: true });

/** A paper that is counted; told by its name again, it is the same print. */
export const printing = (command: Command): Command => ({ ...command, keyless: true });

export const never = (command: Command): Command => ({ ...command, never: true });
