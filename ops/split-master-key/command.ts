import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { keyUnderMaster } from '#adapters/node/seals.ts';
import { type KeyPurpose, keyPurposes, keyVariable } from '#domain/identifiers/key-purpose.ts';
import { account } from '#local/runtime/foundation.ts';
import { argumentsOf } from '../arguments.ts';
import { InvalidUse } from '../invalid-use.ts';
import type { Environment, PlaceArguments } from '../place.ts';

const usage =
  'npm run ops -- split-master-key --region ap-southeast-1 | --url http://…, with MASTER_KEY and ' +
  `${keyPurposes.map(keyVariable).join(', ')} as names or ARNs of secrets`;

const options = { region: { type: 'string' }, url: { type: 'string' } } as const;

const clientAt = ({
  region,
  url,
}: Pick<PlaceArguments, 'region' | 'url'>): SecretsManagerClient => {
  if (url !== undefined)
    return new SecretsManagerClient({
      endpoint: url,
      region: account.region,
      credentials: account.credentials,
    });
  if (region === undefined) throw new InvalidUse(usage);
  return new SecretsManagerClient({ region });
};

const Master = z.object({ master: z.string().min(32), previous: z.string().min(32).optional() });
const Keys = z.object({ key: z.string().min(32), previous: z.string().min(32).optional() });

const named = (env: Environment, variable: string): string => {
  const name = env[variable];
  if (!name) throw new InvalidUse(`${variable} is missing\n${usage}`);
  return name;
};

/**
 * For a deployment that had one master key: what it stood for goes into each purpose's secret, so that
 * what was printed and sealed stays readable. What the secret has generated meanwhile stays beside it as
 * `previous`; a rotation of the master that was under way has to be ended first. Again is no harm.
 */
export const splitMasterKey = async (
  args: readonly string[],
  env: Environment,
): Promise<number> => {
  const client = clientAt(argumentsOf(args, options, usage));
  const read = async (SecretId: string): Promise<unknown> =>
    JSON.parse((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? '');
  const put = async (purpose: KeyPurpose, id: string, master: string): Promise<string> => {
    const key = keyUnderMaster(master, purpose);
    const before = Keys.parse(await read(id));
    if ([before.key, before.previous].includes(key)) return 'holds it already';
    const value = JSON.stringify({ key, previous: before.key });
    await client.send(new PutSecretValueCommand({ SecretId: id, SecretString: value }));
    return 'has it now';
  };
  try {
    const ids = keyPurposes.map((purpose) => [purpose, named(env, keyVariable(purpose))] as const);
    const { master, previous } = Master.parse(await read(named(env, 'MASTER_KEY')));
    if (previous) throw new InvalidUse('end the rotation of the master key first');
    for (const [purpose, id] of ids)
      process.stdout.write(`${purpose}  ${await put(purpose, id, master)}\n`);
    return 0;
  } finally {
    client.destroy();
  }
};
