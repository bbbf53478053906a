import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedEvent } from '#application/routing/published-event.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { publishedFacts } from '#domain/dossier/publication.ts';
import { catalogue, PublishedEvent } from '#events/catalogue.ts';
import { historyUntil } from '#test/support/dossiers.ts';

const samples = readdirSync('events', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: event }) =>
    readdirSync(join('events', event), { withFileTypes: true }).flatMap(({ name: version }) =>
      readdirSync(join('events', event, version, 'samples')).map((file) => ({
        type: `vn.post-counter.${event}.${version}`,
        path: join('events', event, version, 'samples', file),
      })),
    ),
  );

describe('a published event', () => {
  it('has a sample for each type', () => {
    expect(new Set(samples.map(({ type }) => type))).toEqual(new Set(Object.keys(catalogue)));
  });

  it.each(samples)(
    '$path parses as $type, and with one field more it does not',
    ({ type, path }) => {
      const sample = JSON.parse(readFileSync(path, 'utf8')) as { type: string; data: object };
      expect(sample.type).toBe(type);
      expect(PublishedEvent.parse(sample)).toEqual(sample);
      const wider = { ...sample, data: { ...sample.data, phone: '+84912345678' } };
      expect(PublishedEvent.safeParse(wider).success).toBe(false);
    },
  );

  it('comes from each fact that is to be published, and from no other', () => {
    const links = historyUntil('returned').events.map((event) => ({
      ...event,
      prevHash: GENESIS,
      hash: GENESIS,
    }));
    const published = links.filter((event) => publishedEvent(event) !== undefined);
    expect(published.map(({ fact }) => fact.type)).toEqual([...publishedFacts]);
  });
});
