import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { refuse } from '#domain/refusal.ts';
import type { Handlers } from '#edge/call.ts';
import type {
  makeListCalls,
  makeSettleCall,
} from '#functions/notifications/application/call-list.ts';
import type { makeCorrectContact } from '#functions/notifications/application/correct-contact.ts';
import type { SmsLedger, SmsRecord } from '#functions/notifications/ports/sms.ts';
import type { ZaloEvents } from '#functions/notifications/ports/zalo-events.ts';
import type { Clock } from '#ports/clock.ts';
import type { Seals } from '#ports/seals.ts';
import { type Count, counted } from '#watch/metrics.ts';
import type { contract } from './contract.ts';
import { callLine, settledView } from './views/call.ts';

interface Deps {
  readonly sms: SmsLedger;
  readonly seals: Seals;
  readonly zalo: ZaloEvents;
  readonly clock: Clock;
  readonly listUnreached: (reference: string) => Promise<boolean>;
  readonly count: Count;
  readonly listCalls: ReturnType<typeof makeListCalls>;
  readonly settleCall: ReturnType<typeof makeSettleCall>;
  readonly correctContact: ReturnType<typeof makeCorrectContact>;
}

export const makeHandlers = (deps: Deps): Handlers<typeof contract> => ({
  ...receiptHandlers(deps),
  listCalls: async ({ actor, query: { office, limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const listed = await deps.listCalls({ actor, office, page });
    if (!listed.ok) return listed;
    const { items, ...rest } = listed.value;
    const called = items.filter(({ phone }) => phone !== undefined);
    const about = [...new Set(called.map(({ record }) => record.dossierId))];
    return { status: 200, about, body: { ...rest, items: items.flatMap(callLine) } };
  },
  settleCall: async ({ actor, params: { reference }, body }) => {
    const settled = await deps.settleCall({ ...body, actor, reference });
    return settled.ok ? { status: 200, body: settledView(reference, settled.value) } : settled;
  },
  correctContact: async ({ actor, idempotency, params, body: { phone, reason } }) => {
    const dossierId = params.dossierId as DossierId;
    const asked = { actor, idempotency, dossierId, phone: phone.phone, why: reason };
    const corrected = await deps.correctContact(asked);
    return corrected.ok
      ? { status: 200, body: { ...corrected.value, warnings: [...phone.warnings] } }
      : corrected;
  },
});

interface Receipt {
  readonly RequestId: string;
  readonly SendSuccess: number;
  readonly SendFailed: number;
}

type ReceiptHandlers = Pick<
  Handlers<typeof contract>,
  'receiveSmsWebhook' | 'receiveSmsCallback' | 'receiveZaloEvent'
>;

/** eSMS does not sign its callbacks: the token in the address is the proof. Zalo signs its events. */
const receiptHandlers = (deps: Deps): ReceiptHandlers => {
  const { sms, seals, zalo, clock, listUnreached, count } = deps;
  const record = async (reference: string, status: NonNullable<SmsRecord['receipt']>['status']) => {
    const recorded = await sms.receipt(reference, { status, at: clock.now() });
    if (recorded && status === 'undelivered' && (await listUnreached(reference)))
      count(counted.smsUnreached);
    return { status: 200, body: { recorded } } as const;
  };
  const take = async (token: string, { RequestId, SendSuccess, SendFailed }: Receipt) => {
    if (!(await seals.isCallbackToken(RequestId, token))) return refuse({ code: 'webhook-forged' });
    if (SendSuccess > 0 === SendFailed > 0) return refuse({ code: 'receipt-unclear' });
    return record(RequestId, SendSuccess > 0 ? 'delivered' : 'undelivered');
  };
  return {
    receiveSmsWebhook: ({ query, body }) => take(query.token, body),
    receiveSmsCallback: ({ query }) => take(query.token, query),
    receiveZaloEvent: async ({ headers, rawBody, body: { event_name, timestamp, message } }) => {
      const signature = headers['x-zevent-signature'] ?? '';
      if (!(await zalo.isSigned({ rawBody, timestamp, signature })))
        return refuse({ code: 'webhook-forged' });
      return event_name === 'user_received_message' && message?.tracking_id
        ? record(message.tracking_id, 'delivered')
        : { status: 200, body: { recorded: false } };
    },
  };
};
