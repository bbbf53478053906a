import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { keyUnderMaster } from '#adapters/node/seals.ts';
import { keyPurposes, keyVariable } from '#domain/identifiers/key-purpose.ts';
import { openSecretStore, startSecretsServer } from '#local/cloud/emulators/secrets.ts';
import { splitMasterKey } from '../../../ops/split-master-key/command.ts';

const master = 'm'.repeat(64);
const generated = 'g'.repeat(64);
const arn = (name: string): string =>
  `arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:${name}-abc123`;

it('what one master stood for goes into each purpose’s secret, once', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'split-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const store = openSecretStore(join(directory, 'secrets.json'));
  store.ensure(arn('Keys'), () => JSON.stringify({ master }));
  for (const purpose of keyPurposes)
    store.ensure(arn(purpose), () => JSON.stringify({ key: generated }));
  const server = await startSecretsServer(store);
  onTestFinished(() => server.close());
  const env: Record<string, string> = {
    MASTER_KEY: arn('Keys'),
    ...Object.fromEntries(keyPurposes.map((purpose) => [keyVariable(purpose), arn(purpose)])),
  };
  for (let n = 0; n < 2; n++) {
    expect(await splitMasterKey(['--url', server.url], env)).toBe(0);
    for (const purpose of keyPurposes)
      expect(JSON.parse(store.value(arn(purpose)))).toEqual({
        key: keyUnderMaster(master, purpose),
        previous: generated,
      });
  }
  expect(JSON.parse(store.value(arn('Keys')))).toEqual({ master });
  const { ['KEY_OTP']: _, ...incomplete } = env;
  await expect(splitMasterKey(['--url', server.url], incomplete)).rejects.toThrow('KEY_OTP');
});
