import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultProvider } from '#infra/library-parts/environment-credentials.ts';
import { EndpointCache } from '#infra/library-parts/no-endpoint-cache.ts';
import {
  EventStreamSerde,
  eventStreamSerdeProvider,
  resolveEventStreamSerdeConfig,
} from '#infra/library-parts/no-event-streams.ts';
import {
  aggregateChecks,
  createStandardJSONSchemaMethod,
  createToJSONSchemaMethod,
} from '#infra/library-parts/no-json-schema.ts';

afterEach(() => vi.unstubAllEnvs());

describe('credentials of a function', () => {
  it('are those of its variables, read at each call', async () => {
    const provide = defaultProvider();
    for (const turn of ['first', 'second']) {
      vi.stubEnv('AWS_ACCESS_KEY_ID', `${turn}-id`);
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', `${turn}-word`);
      vi.stubEnv('AWS_SESSION_TOKEN', `${turn}-session`);
      expect(await provide()).toMatchObject({
        accessKeyId: `${turn}-id`,
        secretAccessKey: `${turn}-word`,
        sessionToken: `${turn}-session`,
      });
    }
  });

  it('are refused by name where the variables are missing', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
    await expect(defaultProvider()()).rejects.toThrow(
      expect.objectContaining({ name: 'CredentialsProviderError' }),
    );
  });
});

describe('event streams', () => {
  it('are left out, and say so when one is needed', () => {
    expect(() => eventStreamSerdeProvider()).toThrow('no-event-streams.ts');
    expect(() => new EventStreamSerde()).toThrow('no-event-streams.ts');
  });

  it('do not stand in the way of a client that could have one', () => {
    const config = { region: 'ap-southeast-1' };
    expect(resolveEventStreamSerdeConfig(config)).toBe(config);
  });
});

describe('endpoint discovery', () => {
  it('is left out, and says so when a cache of endpoints is asked', () => {
    expect(() => new EndpointCache().getEndpoint()).toThrow('no-endpoint-cache.ts');
  });
});

describe('JSON Schema', () => {
  it('is left out, and says so when a schema is asked for its own', () => {
    expect(createToJSONSchemaMethod()).toThrow('no-json-schema.ts');
    expect(createStandardJSONSchemaMethod()).toThrow('no-json-schema.ts');
    expect(aggregateChecks).toThrow('no-json-schema.ts');
  });
});
