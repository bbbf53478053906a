import { refuse } from '#domain/refusal.ts';
import type { Handlers } from '#edge/call.ts';
import type { Clock } from '#ports/clock.ts';
import type { Seals } from '#ports/seals.ts';
import type { SmsLedger } from '#ports/sms.ts';
import type { contract } from './contract.ts';

interface Deps {
  readonly sms: SmsLedger;
  readonly seals: Seals;
  readonly clock: Clock;
}

const DELIVERED = '5';

/** eSMS does not sign its callbacks: the token in the address is the proof. */
export const makeHandlers = ({ sms, seals, clock }: Deps): Handlers<typeof contract> => ({
  receiveSmsWebhook: async ({ query, body }) => {
    if (!(await seals.isCallbackToken(body.RequestId, query.token)))
      return refuse({ code: 'webhook-forged' });
    const status = body.SendStatus === DELIVERED ? 'delivered' : 'undelivered';
    const recorded = await sms.receipt(body.RequestId, { status, at: clock.now() });
    return { status: 200, body: { recorded } };
  },
});
