import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/node/seals.ts';
import { anchorOf } from '#domain/anchor/anchor.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

const monday = '2026-11-23' as VietnamDay;
const tuesday = '2026-11-24' as VietnamDay;
const hashes = ['a', 'b', 'c'].map(sha256);
const first = anchorOf(monday, hashes, undefined, sha256);

describe('the anchor of a day', () => {
  it('says how many events it stands for, and that nothing came before the first', () => {
    expect(first).toMatchObject({ day: monday, count: 3, previous: GENESIS });
  });

  it('is the same in whatever order the store lists the events', () => {
    expect(anchorOf(monday, [...hashes].reverse(), undefined, sha256)).toEqual(first);
  });

  it('points to the day before, and differs when that day was another', () => {
    const next = anchorOf(tuesday, [], first, sha256);
    const forged = anchorOf(monday, hashes.slice(1), undefined, sha256);
    expect(next.previous).toBe(first.hash);
    expect(anchorOf(tuesday, [], forged, sha256).hash).not.toBe(next.hash);
  });

  it.each([
    ['another day', anchorOf(tuesday, hashes, undefined, sha256)],
    ['an event less', anchorOf(monday, hashes.slice(1), undefined, sha256)],
    ['another event', anchorOf(monday, hashes.with(0, sha256('d')), undefined, sha256)],
  ])('is another for %s', (_, other) => {
    expect(other.hash).not.toBe(first.hash);
  });
});
