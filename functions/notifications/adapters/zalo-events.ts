import { createHash, timingSafeEqual } from 'node:crypto';
import type { ZaloEvents } from '#functions/notifications/ports/zalo-events.ts';
import type { ZaloAccounts } from './zalo-account.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** `X-ZEvent-Signature: mac=<sha256(app id + body + timestamp + OA secret key)>`, in hex. */
export const zaloSignature = (
  { appId, oaSecretKey }: { readonly appId: string; readonly oaSecretKey: string },
  rawBody: string,
  timestamp: string,
): string => `mac=${digest(appId + rawBody + timestamp + oaSecretKey).toString('hex')}`;

/** A receipt changes nothing when it comes again, so an old one need not be refused. */
export const makeZaloEvents = (accounts: Pick<ZaloAccounts, 'read'>): ZaloEvents => ({
  isSigned: async ({ rawBody, timestamp, signature }) =>
    timingSafeEqual(
      digest(zaloSignature(await accounts.read(), rawBody, timestamp)),
      digest(signature),
    ),
});
