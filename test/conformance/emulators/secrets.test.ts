import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { zaloAccountIn } from '#functions/notifications/adapters/secrets/zalo-account.ts';
import {
  ensureSecret,
  openSecretStore,
  randomPassword,
  startSecretsServer,
} from '#local/cloud/emulators/secrets.ts';
import { open } from '#test/conformance/fixture/open-templates.ts';
import { aDirectory } from './a-directory.ts';

const secretWith = (Properties: Parameters<typeof randomPassword>[0]) => {
  const [secret] = open({
    resources: { Keys: { Type: 'AWS::SecretsManager::Secret', Properties } },
  }).of('AWS::SecretsManager::Secret');
  if (!secret) throw new Error('no secret');
  return secret;
};

describe('a generated password', () => {
  it('obeys its rule', () => {
    fc.assert(
      fc.property(
        fc.record({
          PasswordLength: fc.integer({ min: 4, max: 80 }),
          ExcludePunctuation: fc.boolean(),
          ExcludeUppercase: fc.boolean(),
          ExcludeNumbers: fc.boolean(),
          ExcludeCharacters: fc.constantFrom('', '"@/\\', 'aeiou'),
        }),
        (rule) => {
          const password = randomPassword(rule);
          expect(password).toHaveLength(rule.PasswordLength);
          expect(/[a-z]/.test(password)).toBe(true);
          expect(/[A-Z]/.test(password)).toBe(!rule.ExcludeUppercase);
          expect(/[0-9]/.test(password)).toBe(!rule.ExcludeNumbers);
          expect(/[^A-Za-z0-9]/.test(password)).toBe(!rule.ExcludePunctuation);
          expect([...rule.ExcludeCharacters].some((letter) => password.includes(letter))).toBe(
            false,
          );
        },
      ),
    );
  });
});

describe('a secret of the template', () => {
  it('is made once and found again by the next run, readable by its owner alone', () => {
    const file = join(aDirectory(), 'secrets.json');
    const secret = secretWith({
      GenerateSecretString: {
        SecretStringTemplate: '{"user":"counter"}',
        GenerateStringKey: 'password',
      },
    });
    const first = openSecretStore(file);
    ensureSecret(first, secret);
    const value = first.value(secret.identity.ref);
    expect(JSON.parse(value)).toEqual({
      user: 'counter',
      password: expect.stringMatching(/^.{32}$/),
    });
    const second = openSecretStore(file);
    ensureSecret(second, secret);
    expect(second.value(secret.identity.ref)).toBe(value);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('may be given instead', () => {
    const store = openSecretStore(join(aDirectory(), 'secrets.json'));
    const secret = secretWith({ SecretString: 'given' });
    ensureSecret(store, secret);
    expect(store.value(secret.identity.ref)).toBe('given');
  });

  it('is read and renewed through the SDK, by its ARN or its name', async () => {
    const store = openSecretStore(join(aDirectory(), 'secrets.json'));
    const secret = secretWith({ Name: 'counter/keys', SecretString: 'given' });
    ensureSecret(store, secret);
    const server = await startSecretsServer(store);
    const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
    const client = new SecretsManagerClient({
      endpoint: server.url,
      region: 'ap-southeast-1',
      credentials,
      maxAttempts: 1,
    });
    onTestFinished(() => server.close());
    for (const SecretId of [secret.identity.ref, 'counter/keys'])
      expect(await client.send(new GetSecretValueCommand({ SecretId }))).toMatchObject({
        ARN: secret.identity.ref,
        Name: 'counter/keys',
        SecretString: 'given',
      });
    await expect(
      client.send(new GetSecretValueCommand({ SecretId: 'nobody' })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await client.send(
      new PutSecretValueCommand({ SecretId: secret.identity.ref, SecretString: 'renewed' }),
    );
    const renewed = await client.send(new GetSecretValueCommand({ SecretId: 'counter/keys' }));
    expect(renewed.SecretString).toBe('renewed');
    await expect(
      client.send(new PutSecretValueCommand({ SecretId: 'nobody', SecretString: 'x' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(client.send(new ListSecretsCommand({}))).rejects.toThrow(
      /ListSecrets is not served locally/,
    );
  });
});

describe('Zalo’s account', () => {
  it('is read from its secret, and what was renewed is there for every process', async () => {
    const store = openSecretStore(join(aDirectory(), 'secrets.json'));
    const account = {
      appId: '1',
      appSecret: 's',
      oaSecretKey: 'k',
      templates: { accepted: '701' },
      refreshToken: 'first',
    };
    const secret = secretWith({ SecretString: JSON.stringify(account) });
    ensureSecret(store, secret);
    const server = await startSecretsServer(store);
    onTestFinished(() => server.close());
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', server.url);
    vi.stubEnv('AWS_REGION', 'ap-southeast-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDLOCAL');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local-secret');
    const zalo = zaloAccountIn(secret.identity.ref);
    expect(await zalo.read()).toEqual(account);
    const renewed = { ...account, refreshToken: 'second', accessToken: 'a', expiresAt: 9 };
    await zalo.store(renewed);
    expect(await zalo.read(true)).toEqual(renewed);
    expect(await zalo.read()).toEqual(renewed);
  });
});
