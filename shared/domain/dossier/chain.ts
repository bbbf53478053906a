import { factVersion } from '#domain/history/fact-versions.ts';
import { type KeptEvent, type Sealing, sealed } from '#domain/history/sealed-text.ts';
import type { WrittenEvent, WrittenFact } from '#domain/history/written-event.ts';
import type { DossierEvent, FactType } from './dossier-event.ts';

export type Sha256Hex = (text: string) => string;

/** What the first event of every dossier points back to. */
export const GENESIS = '0'.repeat(64);

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON with sorted keys and no white space: the same event always hashes the same (after RFC 8785). */
export const canonical = (value: Json | undefined): string => {
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const record = value as { readonly [key: string]: Json };
  const members = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`);
  return `{${members.join(',')}}`;
};

/** The text that an event's hash is taken of. Published: a citizen's verifier computes the same. */
export const linkText = (
  event: Omit<WrittenEvent, 'hash' | 'prevHash'>,
  prevHash: string,
): string =>
  canonical({
    dossierId: event.dossierId,
    version: event.version,
    recordedAt: event.recordedAt,
    effectiveAt: event.effectiveAt,
    actor: event.actor,
    ...(event.capacity && { capacity: event.capacity }),
    fact: event.fact as unknown as Json,
    prevHash,
  });

/** An event whose texts, if it has any, lie beside. */
type Hashable = Omit<DossierEvent, 'fact'> & { readonly fact: { readonly type: FactType } };

/** A fact as it is written today. Its version lies inside what is hashed. */
const written = (fact: Hashable['fact']): WrittenFact => ({
  ...fact,
  schema: factVersion(fact.type),
});

const linked = (each: Hashable, prevHash: string, sha256: Sha256Hex): WrittenEvent => {
  const event = { ...each, fact: written(each.fact) };
  return { ...event, prevHash, hash: sha256(linkText(event, prevHash)) };
};

/**
 * The events as they are kept: each with its hash and that of the one before, and every text beside.
 */
export const keptChain = (
  events: readonly DossierEvent[],
  prevHash: string,
  { sha256, ...sealing }: Sealing & { readonly sha256: Sha256Hex },
): readonly KeptEvent[] => {
  let last = prevHash;
  return events.map((event) => {
    const { fact, texts } = sealed(event.fact, sealing);
    const link = linked({ ...event, fact }, last, sha256);
    last = link.hash;
    return { written: link, texts };
  });
};

/**
 * The version of the first event that does not fit, or undefined when the whole chain holds. What
 * stands in an event's place and can be read as none is `undefined`, and fits nowhere.
 */
export const firstBrokenLink = (
  events: readonly (WrittenEvent | undefined)[],
  sha256: Sha256Hex,
): number | undefined => {
  let last = GENESIS;
  for (const [index, event] of events.entries()) {
    if (!event) return index + 1;
    const fits =
      event.version === index + 1 &&
      event.prevHash === last &&
      event.hash === sha256(linkText(event, last));
    if (!fits) return event.version;
    last = event.hash;
  }
  return undefined;
};
