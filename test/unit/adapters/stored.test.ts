import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textSealing } from '#adapters/node/sealing.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { eventToday, everyFactType, readEvent, readWritten } from '#adapters/stored/event.ts';
import { headVersion, readHead } from '#adapters/stored/head.ts';
import { firstBrokenLink, GENESIS, keptChain } from '#domain/dossier/chain.ts';
import type { FactType } from '#domain/dossier/dossier-event.ts';
import { factVersion, sealedSince } from '#domain/history/fact-versions.ts';
import { erasedText } from '#domain/history/sealed-text.ts';
import { UnknownVersion } from '#domain/history/upcast.ts';
import type { WrittenEvent } from '#domain/history/written-event.ts';
import { textFields } from '#domain/sight/fields.ts';
import { chain } from '#test/support/chained.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';
import { explored } from '#test/support/transitions/explore.ts';
import * as verifier from '../../../tools/verify-history.mjs';

const folder = new URL('../../fixtures/stored/', import.meta.url);
const sample = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const versionsUpTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);
const eventOf = (fact: unknown) => ({
  dossierId,
  version: 1,
  recordedAt: monday9,
  effectiveAt: monday9,
  actor: 'system:test',
  fact,
  prevHash: GENESIS,
  hash: 'a'.repeat(64),
});

/** As a reader has it from whom the texts beside were taken. */
const asErased = (fact: object): object =>
  JSON.parse(
    JSON.stringify(fact, (_, value) =>
      typeof value === 'object' && value !== null && 'hmacSha256' in value ? erasedText : value,
    ),
  );

const tellingTypes = Object.keys(textFields) as FactType[];

const everyFact = everyFactType.flatMap((type) =>
  versionsUpTo(factVersion(type)).map((version) => ({ type, version })),
);

/** Written before the last member came: nobody knows of it, and the rest is read as it was. */
const withoutMember: readonly string[] = [
  'papers-came-back v1',
  'papers-recovered v1',
  'papers-taken-back v1',
  'result-picked-up v1',
  'result-reissued v1',
  'result-returned-to-agency v1',
];

describe('a stored fact', () => {
  it.each(everyFact)('of type $type, written in version $version, is read', ({ type, version }) => {
    const stored = sample(`facts/${type}/v${version}.json`);
    expect(stored.schema ?? 1).toBe(version);
    const { fact } = readEvent(eventOf(stored));
    expect(fact.type).toBe(type);
    const { schema: _, ...asWritten } = stored;
    if (version === factVersion(type)) expect(fact).toEqual(asErased(asWritten));
    // Where only the texts were laid beside, what is read is the same as before.
    else if (version + 1 === sealedSince(type)) expect(fact).toEqual(asWritten);
    else if (withoutMember.includes(`${type} v${version}`)) expect(fact).toEqual(asWritten);
    else expect(fact).not.toEqual(asWritten);
  });

  it.each(tellingTypes)('of type %s says nothing without the texts beside it', (type) => {
    const written = readFileSync(
      new URL(`facts/${type}/v${factVersion(type)}.json`, folder),
      'utf8',
    );
    expect(written).toContain('hmacSha256');
    expect(asErased(JSON.parse(written))).not.toEqual(JSON.parse(written));
  });

  it.each(tellingTypes)('of type %s is refused with a text in the chain itself', (type) => {
    const told = asErased(sample(`facts/${type}/v${sealedSince(type)}.json`));
    expect(() => readEvent(eventOf(told))).toThrow('has a text in the chain');
  });

  it('has no sample of a kind or version that nobody can read', () => {
    const kept = readdirSync(new URL('facts/', folder)).flatMap((type) =>
      readdirSync(new URL(`facts/${type}/`, folder)).map((name) => `${type}/${name}`),
    );
    expect(kept.sort()).toEqual(everyFact.map((f) => `${f.type}/v${f.version}.json`).sort());
  });

  it.each(everyFactType)('of type %s is refused by name in a version to come', (type) => {
    const last = sample(`facts/${type}/v${factVersion(type)}.json`);
    const future = eventOf({ ...last, schema: factVersion(type) + 1 });
    const refused = `fact ${type} is stored in version ${factVersion(type) + 1}`;
    expect(() => readEvent(future)).toThrow(UnknownVersion);
    expect(() => readEvent(future)).toThrow(refused);
  });

  it.each(everyFactType)('of type %s is refused with a member that nobody knows', (type) => {
    const last = sample(`facts/${type}/v${factVersion(type)}.json`);
    expect(() => readEvent(eventOf({ ...last, novelty: true }))).toThrow('novelty');
  });

  it('of a type that nobody knows is refused', () => {
    expect(() => readEvent(eventOf({ type: 'dossier-sold' }))).toThrow();
  });
});

describe('a stored head', () => {
  it.each(versionsUpTo(headVersion))('of version %i is read', (version) => {
    const { schema, head } = sample(`heads/v${version}.json`);
    expect(schema ?? 1).toBe(version);
    const read = readHead(schema, head);
    expect(read).toMatchObject(head);
    if (version === headVersion) expect(read).toEqual(head);
    else expect(read).not.toEqual(head);
  });

  it('has a sample of each version', () => {
    const names = versionsUpTo(headVersion).map((version) => `v${version}.json`);
    expect(readdirSync(new URL('heads/', folder)).sort()).toEqual(names);
  });

  it.each([0, headVersion + 1, '1', null, 1.5])('of version %j is refused by name', (version) => {
    const { head } = sample(`heads/v${headVersion}.json`);
    expect(() => readHead(version, head)).toThrow(
      `head of a dossier is stored in version ${version}`,
    );
  });

  it('with a member that nobody knows is refused', () => {
    const { head } = sample(`heads/v${headVersion}.json`);
    expect(() => readHead(headVersion, { ...head, novelty: true })).toThrow('novelty');
  });
});

describe('what is written today', () => {
  it('is read as it was, in every state that a dossier can reach', () => {
    for (const { dossier, events } of explored().states) {
      const { scans: _, ...head } = dossier;
      expect(readHead(headVersion, JSON.parse(JSON.stringify(head)))).toEqual(head);
      const last = keptChain(events, GENESIS, { ...textSealing, sha256 }).at(-1);
      const { written, texts } = JSON.parse(JSON.stringify(last));
      expect(readEvent(written, texts).fact).toEqual(events.at(-1)?.fact);
    }
  }, 120_000);

  it('carries its version inside what is hashed', () => {
    const [first] = chain(explored().states[0]?.events ?? [], GENESIS, sha256);
    if (!first) throw new Error('no event');
    expect(first.fact.schema).toBe(factVersion(first.fact.type as FactType));
    expect(firstBrokenLink([first], sha256)).toBeUndefined();
    const { schema: _, ...without } = first.fact;
    expect(firstBrokenLink([{ ...first, fact: without }], sha256)).toBe(1);
  });
});

describe('a history from before versions', () => {
  const old: readonly WrittenEvent[] = sample('histories/before-versions.json').map(readWritten);

  it('verifies as it was written, by us and by the published verifier, and reads as of today', () => {
    expect(firstBrokenLink(old, sha256)).toBeUndefined();
    const { findings, isBroken } = verifier.verify({ dossierId, events: old });
    expect(findings[0]?.ok).toBe(true);
    expect(isBroken).toBe(false);
    const [first, second] = old.map((written) => eventToday({ written, texts: [] }));
    expect(first?.fact).toMatchObject({ type: 'dossier-registered', intakeMode: 'onestop' });
    expect(second?.actor).toBe('system:handover/settle-pouches');
  });

  it('breaks where it would be hashed in the form of today', () => {
    const rewritten = old
      .map((written) => eventToday({ written, texts: [] }))
      .map((event) => ({ ...event, fact: { ...event.fact } }));
    expect(firstBrokenLink(rewritten, sha256)).toBe(1);
  });
});
