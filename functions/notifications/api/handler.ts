import { refuse } from '#domain/refusal.ts';
import type { Handlers, Reply } from '#edge/call.ts';
import type { Clock } from '#ports/clock.ts';
import type { Seals } from '#ports/seals.ts';
import type { SmsLedger } from '#ports/sms.ts';
import type { contract } from './contract.ts';

interface Deps {
  readonly sms: SmsLedger;
  readonly seals: Seals;
  readonly clock: Clock;
}

interface Receipt {
  readonly RequestId: string;
  readonly SendSuccess: number;
  readonly SendFailed: number;
}

/** eSMS does not sign its callbacks: the token in the address is the proof. */
export const makeHandlers = ({ sms, seals, clock }: Deps): Handlers<typeof contract> => {
  const take = async (token: string, receipt: Receipt): Promise<Reply> => {
    if (!(await seals.isCallbackToken(receipt.RequestId, token)))
      return refuse({ code: 'webhook-forged' });
    const status = receipt.SendSuccess > 0 ? 'delivered' : 'undelivered';
    const recorded = await sms.receipt(receipt.RequestId, { status, at: clock.now() });
    return { status: 200, body: { recorded } };
  };
  return {
    receiveSmsWebhook: ({ query, body }) => take(query.token, body),
    receiveSmsCallback: ({ query }) => take(query.token, query),
  };
};
