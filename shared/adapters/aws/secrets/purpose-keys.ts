import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';
import type { KeysOf, PurposeKeys } from '#adapters/node/seals.ts';
import { type KeyVariable, keyPurposes, keyVariable } from '#domain/identifiers/key-purpose.ts';

const Secret = z.object({ key: z.string().min(32), previous: z.string().min(32).optional() });

const cachedSeconds = 300;

/** One purpose's keys from Secrets Manager, cached five minutes so that a rotation is noticed. */
const keysFrom = (secretId: string) => async (): Promise<PurposeKeys> =>
  Secret.parse(await getSecret(secretId, { transform: 'json', maxAge: cachedSeconds }));

/** The keys of the purposes that the function's environment names. */
export const keysIn = (env: Readonly<Partial<Record<KeyVariable, string>>>): KeysOf =>
  Object.fromEntries(
    keyPurposes.flatMap((purpose) => {
      const secretId = env[keyVariable(purpose)];
      return secretId === undefined ? [] : [[purpose, keysFrom(secretId)]];
    }),
  );
