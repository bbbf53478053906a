import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';
import type { VnpostAccount } from '#adapters/courier/vnpost-session.ts';

const Secret = z.object({ username: z.string().min(1), password: z.string().min(1) });

/** The account at the carrier, cached five minutes; undefined where the secret holds none. */
export const courierAccountFrom =
  (secretId: string) => async (): Promise<VnpostAccount | undefined> =>
    Secret.safeParse(await getSecret(secretId, { transform: 'json', maxAge: 300 })).data;
