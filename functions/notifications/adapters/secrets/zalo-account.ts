import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { ZaloAccounts } from '#functions/notifications/adapters/zalo-account.ts';

const text = z.string().min(1);
const Secret = z.object({
  appId: text,
  appSecret: text,
  oaSecretKey: text,
  templates: z.record(z.string(), z.string()),
  refreshToken: text,
  accessToken: text.optional(),
  expiresAt: z.number().optional(),
});

/** The Official Account's secret, cached five minutes; renewed tokens go back into it. */
export const zaloAccountIn = (secretId: string): ZaloAccounts => ({
  read: async (isFresh = false) =>
    Secret.parse(
      await getSecret(secretId, { transform: 'json', maxAge: 300, forceFetch: isFresh }),
    ),
  store: async (account) => {
    const client = new SecretsManagerClient();
    const SecretString = JSON.stringify(account);
    await client.send(new PutSecretValueCommand({ SecretId: secretId, SecretString }));
  },
});
