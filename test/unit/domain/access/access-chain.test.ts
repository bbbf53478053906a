import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/node/seals.ts';
import { chainOf, firstBroken, linked } from '#domain/access/access-chain.ts';
import type { AccessEntry, AccessLink } from '#domain/access/access-entry.ts';
import { instant } from '#domain/time/instant.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';

const entry = (n: number): AccessEntry => ({
  reader: 'staff:hoa',
  capacity: 'officer',
  place: 'ct-nnmt',
  operation: 'readHistory',
  what: 'history',
  subject: dossierId,
  at: instant(monday9 + n),
});

/** So many entries, kept in as many goes as the cuts say. */
const chainOfEntries = (count: number, cut: number): readonly AccessLink[] => {
  const entries = Array.from({ length: count }, (_, n) => entry(n));
  const before = linked(entries.slice(0, cut), 0, undefined, sha256);
  return [...before, ...linked(entries.slice(cut), 0, before.at(-1), sha256)];
};

const changes: Readonly<Record<string, (link: AccessLink) => AccessLink>> = {
  reader: (link) => ({ ...link, entry: { ...link.entry, reader: 'staff:other' } }),
  subject: ({ entry: { subject: _, ...rest }, ...link }) => ({ ...link, entry: rest }),
  refused: (link) => ({ ...link, entry: { ...link.entry, refused: 'dossier-unknown' } }),
  time: (link) => ({ ...link, entry: { ...link.entry, at: instant(link.entry.at + 1) } }),
  number: (link) => ({ ...link, number: link.number + 1 }),
  lane: (link) => ({ ...link, lane: link.lane + 1 }),
  prevHash: (link) => ({ ...link, prevHash: sha256('other') }),
  hash: (link) => ({ ...link, hash: sha256('other') }),
};

describe('the chain of a reader’s day', () => {
  it('holds, in however many goes it was kept', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), (count, cut) => {
        expect(firstBroken(chainOfEntries(count, cut), sha256)).toBeUndefined();
      }),
    );
  });

  it.each(Object.entries(changes))('breaks where %s was changed', (_, change) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(), (count, where) => {
        const links = chainOfEntries(count, 0);
        const at = where % count;
        const changed = links.with(at, change(links[at] as AccessLink));
        expect(firstBroken(changed, sha256)).toBe(at + 1);
      }),
    );
  });

  it('breaks where an entry was taken out, but for the last, which its anchor has', () => {
    const links = chainOfEntries(5, 2);
    expect(firstBroken(links.toSpliced(2, 1), sha256)).toBe(3);
    expect(firstBroken(links.slice(1), sha256)).toBe(1);
    expect(firstBroken(links.slice(0, -1), sha256)).toBeUndefined();
  });

  it('is of the Vietnam day on which was read', () => {
    const [link] = chainOfEntries(1, 0);
    expect(link && chainOf(link)).toEqual({ reader: 'staff:hoa', day: '2026-11-23', lane: 0 });
  });
});
