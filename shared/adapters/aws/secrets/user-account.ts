import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';

const Secret = z.object({ username: z.string().min(1), password: z.string().min(1) });

/** Our user at somebody else's system, cached five minutes. */
export const userAccountFrom = (secretId: string) => async (): Promise<z.output<typeof Secret>> =>
  Secret.parse(await getSecret(secretId, { transform: 'json', maxAge: 300 }));
