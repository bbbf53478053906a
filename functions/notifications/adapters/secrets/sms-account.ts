import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';
import type { EsmsAccount } from '#functions/notifications/adapters/esms-gateway.ts';

const Secret = z.object({ apiKey: z.string().min(1), secretKey: z.string().min(1) });

/** The gateway's API key and secret, cached five minutes. */
export const smsAccountFrom = (secretId: string) => async (): Promise<EsmsAccount> =>
  Secret.parse(await getSecret(secretId, { transform: 'json', maxAge: 300 }));
