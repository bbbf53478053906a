import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';

const Secret = z.object({ username: z.string().min(1), password: z.string().min(1) });

/** Our user at somebody else's system, cached five minutes. */
export const userAccountFrom = (secretId: string) => async (): Promise<z.output<typeof Secret>> =>
  Secret.parse(await secretOf(secretId));

/** The same; undefined where the secret holds none yet. */
export const userAccountIn =
  (secretId: string) => async (): Promise<z.output<typeof Secret> | undefined> =>
    Secret.safeParse(await secretOf(secretId)).data;

const secretOf = (secretId: string): Promise<unknown> =>
  getSecret(secretId, { transform: 'json', maxAge: 300 });
