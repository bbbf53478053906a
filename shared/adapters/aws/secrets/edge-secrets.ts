import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';

const Secret = z.object({ edge: z.string().min(32), previous: z.string().min(32).optional() });

/** What CloudFront proves itself with, today's first; cached five minutes. */
export const edgeSecretsFrom = (secretId: string) => async (): Promise<readonly string[]> => {
  const { edge, previous } = Secret.parse(
    await getSecret(secretId, { transform: 'json', maxAge: 300 }),
  );
  return previous === undefined ? [edge] : [edge, previous];
};
