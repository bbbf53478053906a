import type { LedgerContents } from '#adapters/memory/unit-of-work.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { SmsRow } from '#functions/notifications/adapters/memory/sms-ledger.ts';
import { monday9 } from '../dossiers.ts';

/** Everything that is durable, at one moment. */
export interface Stand extends LedgerContents {
  readonly now: Instant;
  readonly sms: Map<string, SmsRow>;
}

const maps = [
  'dossiers',
  'records',
  'answers',
  'sequences',
  'unpublished',
  'sms',
  'names',
  'numbers',
  'guards',
] as const;

/** A stand to work on, that knows which of its keys were written since it was last put somewhere. */
export const aWatchedStand = () => {
  const written = new Set<string>();
  const watched = <V>(name: string): Map<string, V> => {
    const map = new Map<string, V>();
    return Object.assign(map, {
      set: (key: string, value: V) => {
        written.add(`${name}: ${key}`);
        return Map.prototype.set.call(map, key, value) as typeof map;
      },
      delete: (key: string) => {
        if (map.has(key)) written.add(`${name}: ${key}`);
        return Map.prototype.delete.call(map, key);
      },
    });
  };
  const claims = new Set<string>();
  Object.assign(claims, {
    add: (claim: string) => {
      written.add(`claims: ${claim}`);
      return Set.prototype.add.call(claims, claim) as typeof claims;
    },
  });
  const stand: Stand = {
    now: monday9,
    dossiers: watched('dossiers'),
    records: watched('records'),
    answers: watched('answers'),
    sequences: watched('sequences'),
    unpublished: watched('unpublished'),
    sms: watched('sms'),
    names: watched('names'),
    numbers: watched('numbers'),
    // Written with what they guard, which is watched.
    guards: new Map(),
    claims,
  };
  let last: Stand | undefined;
  return {
    stand,
    /** Store and key of every write, in place of which nothing else may stand. */
    written: (): readonly string[] => [...written],
    forgetWritten: () => {
      if (written.size > 0) last = undefined;
      written.clear();
    },
    putAt: (from: Stand) => {
      if (last === from && written.size === 0) return;
      for (const name of maps) refill(stand[name] as Map<string, unknown>, from[name]);
      Set.prototype.clear.call(claims);
      for (const claim of from.claims) claims.add(claim);
      last = from;
      written.clear();
    },
  };
};

const refill = (map: Map<string, unknown>, from: ReadonlyMap<string, unknown>): void => {
  map.clear();
  for (const [key, value] of from) map.set(key, value);
};

export const copyOf = (stand: Stand, now: Instant = stand.now): Stand => ({
  now,
  dossiers: new Map(stand.dossiers),
  records: new Map(stand.records),
  answers: new Map(stand.answers),
  claims: new Set(stand.claims),
  sequences: new Map(stand.sequences),
  unpublished: new Map(stand.unpublished),
  sms: new Map(stand.sms),
  names: new Map(stand.names),
  numbers: new Map(stand.numbers),
  guards: new Map(stand.guards),
});

/** A change in place of anything stored throws from now on. */
export const frozen = (stand: Stand): Stand => {
  for (const name of maps) for (const value of stand[name].values()) freeze(value);
  return stand;
};

const freeze = (value: unknown): void => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const each of Object.values(value)) freeze(each);
};
