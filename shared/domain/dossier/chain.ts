import { factVersion } from '#domain/history/fact-versions.ts';
import type { WrittenEvent, WrittenFact } from '#domain/history/written-event.ts';
import type { DossierEvent } from './dossier-event.ts';

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
    fact: event.fact as unknown as Json,
    prevHash,
  });

/** A fact as it is written today. Its version lies inside what is hashed. */
const written = (fact: DossierEvent['fact']): WrittenFact => ({
  ...fact,
  schema: factVersion(fact.type),
});

/** The events as they are written: each with its hash and that of the one before. */
export const chain = (
  events: readonly DossierEvent[],
  prevHash: string,
  sha256: Sha256Hex,
): readonly WrittenEvent[] => {
  let last = prevHash;
  return events.map((each) => {
    const event = { ...each, fact: written(each.fact) };
    const link = { ...event, prevHash: last, hash: sha256(linkText(event, last)) };
    last = link.hash;
    return link;
  });
};

/** The version of the first event that does not fit, or undefined when the whole chain holds. */
export const firstBrokenLink = (
  events: readonly WrittenEvent[],
  sha256: Sha256Hex,
): number | undefined => {
  let last = GENESIS;
  for (const [index, event] of events.entries()) {
    const fits =
      event.version === index + 1 &&
      event.prevHash === last &&
      event.hash === sha256(linkText(event, last));
    if (!fits) return event.version;
    last = event.hash;
  }
  return undefined;
};
