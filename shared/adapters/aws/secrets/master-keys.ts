import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';
import type { MasterKeys } from '#adapters/node/seals.ts';

const Secret = z.object({ master: z.string().min(32), previous: z.string().min(32).optional() });

const cachedSeconds = 300;

/** The deployment's keys from Secrets Manager, cached five minutes so that a rotation is noticed. */
export const masterKeysFrom = (secretId: string) => async (): Promise<MasterKeys> =>
  Secret.parse(await getSecret(secretId, { transform: 'json', maxAge: cachedSeconds }));
