import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { envelope } from '#events/envelope.ts';
import { currentTypes, received } from '#events/versions.ts';

const type = (version: number) => `vn.post-counter.planted.v${version}` as const;
const V1 = envelope(type(1), z.strictObject({ office: z.string() }));
const V2 = envelope(type(2), z.strictObject({ offices: z.array(z.string()) }));
const V3 = envelope(type(3), z.strictObject({ offices: z.array(z.string()), first: z.string() }));

const earlier = {
  [type(1)]: {
    schema: V1,
    toNext: (event: unknown) => {
      const { data, ...rest } = V1.parse(event);
      return { ...rest, type: type(2), data: { offices: [data.office] } };
    },
  },
  [type(2)]: {
    schema: V2,
    toNext: (event: unknown) => {
      const { data, ...rest } = V2.parse(event);
      return { ...rest, type: type(3), data: { ...data, first: data.offices[0] ?? '' } };
    },
  },
};
const Received = received(V3, [type(3)], earlier);
const event = (version: number, data: object) => ({
  specversion: '1.0',
  id: '01M9Z6V8W9HJ3K5Q7R2T4X6Y8Z:6',
  source: 'urn:post-counter',
  type: type(version),
  subject: '01M9Z6V8W9HJ3K5Q7R2T4X6Y8Z',
  time: '2026-11-23T02:15:04.120Z',
  datacontenttype: 'application/json',
  data,
});

describe('a consumer', () => {
  it.each([
    event(1, { office: 'bd-vi-thanh' }),
    event(2, { offices: ['bd-vi-thanh'] }),
    event(3, { offices: ['bd-vi-thanh'], first: 'bd-vi-thanh' }),
  ])('reads $type as the version of today', (written) => {
    expect(Received.parse(written)).toEqual(
      event(3, { offices: ['bd-vi-thanh'], first: 'bd-vi-thanh' }),
    );
  });

  it('refuses a version to come by its name, and one that is half of another', () => {
    expect(() => Received.parse(event(4, { office: 'x' }))).toThrow(`${type(4)} is not known here`);
    expect(() => Received.parse(event(1, { offices: ['x'] }))).toThrow();
    expect(() => Received.parse('nothing')).toThrow();
  });
});

it('no event has two versions of today', () => {
  expect(currentTypes([type(1)])).toEqual({ planted: type(1) });
  expect(() => currentTypes([type(1), type(2)])).toThrow('two current versions');
});
