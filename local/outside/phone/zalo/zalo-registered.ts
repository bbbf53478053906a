import { smsTemplates } from '#data/province.ts';
import type { ZaloAccount } from '#functions/notifications/adapters/zalo-account.ts';
import type { ZaloRegistered } from './zalo-simulator.ts';

/** Zalo has approved the templates that our account names, with the parameters that ours have. */
export const registeredWith = (account: ZaloAccount | undefined): ZaloRegistered | undefined =>
  account && {
    ...account,
    templates: Object.fromEntries(
      smsTemplates.flatMap(({ id, fields }) => {
        const approved = account.templates[id];
        return approved === undefined ? [] : [[approved, Object.keys(fields)]];
      }),
    ),
  };
