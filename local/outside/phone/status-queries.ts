import type { FastifyPluginAsync } from 'fastify';
import { codes, isAuthorised, networkOf, normalPhone, type Registered } from './esms.ts';
import type { Message, MessageStore } from './message-store.ts';

interface Deps {
  readonly store: MessageStore;
  readonly registered: Registered;
}

type Fields = Readonly<Record<string, unknown>>;

const text = (fields: Fields, name: string): string => String(fields[name] ?? '');

const failure = (name: keyof typeof codes): object => ({
  CodeResult: codes[name][0],
  ErrorMessage: codes[name][1],
});

const allowed = (fields: Fields, { registered }: Deps): boolean =>
  isAuthorised(
    { apiKey: text(fields, 'ApiKey'), secretKey: text(fields, 'SecretKey') },
    registered,
  );

/** `GetSendStatus`: its code is called CodeResponse. */
const sendStatus = (message: Message): object => ({
  CodeResponse: '100',
  SMSID: message.smsId,
  SendFailed: message.status === 'failed' ? 1 : 0,
  SendStatus: message.status === 'sent' ? 7 : 5,
  SendSuccess: message.status === 'delivered' ? 1 : 0,
  TotalPrice: message.price,
  TotalReceiver: 1,
  TotalSent: 1,
});

const receiverStatus = (message: Message): object => ({
  CodeResult: '100',
  ReceiverList: [
    {
      IsSent: true,
      NetworkName: networkOf(message.phone).name,
      Phone: message.phone.replace(/^\+84/, '0'),
      Retry: 0,
      SentResult: message.status === 'delivered',
    },
  ],
});

const sendResults = { sent: 2, delivered: 1, failed: 0 } as const;

const sentData = (message: Message): object => ({
  Campaign: message.campaign,
  Content: message.text,
  Phone: message.phone.replace(/^\+84/, '0'),
  ReferenceId: message.smsId,
  SellPrice: message.price,
  SendResult: sendResults[message.status],
  SendStatus: message.status === 'sent' ? 7 : 5,
  SentTime: `/Date(${Date.parse(message.at)}+0700)/`,
  SmsId: message.sequence,
  SmsType: 2,
  // Not in eSMS's documentation: without it nobody can find a message by his own RequestId.
  RequestId: message.requestId,
});

/** `yyyy-MM-dd HH:mm:ss`, Vietnam time. */
const instantOf = (localTime: string): number => Date.parse(`${localTime.replace(' ', 'T')}+07:00`);

const isBetween = ({ at }: Message, fields: Fields): boolean => {
  const from = instantOf(text(fields, 'From'));
  const to = instantOf(text(fields, 'To'));
  return Date.parse(at) >= from && Date.parse(at) <= to;
};

const sentBetween = ({ store }: Deps, fields: Fields): object => {
  const size = Math.min(500, Math.max(1, Number(text(fields, 'PageSize')) || 500));
  const page = Math.max(1, Number(text(fields, 'Page')) || 1);
  const messages = store.list({}).filter((message) => isBetween(message, fields));
  return {
    CodeResult: '100',
    CountTotal: messages.length,
    SentData: messages.slice((page - 1) * size, page * size).map(sentData),
  };
};

/**
 * The questions that eSMS answers. It documents a look-up by SMSID and a list by time; a look-up by
 * the caller's RequestId could not be confirmed, so ours takes either in RefId.
 */
export const statusQueries =
  (deps: Deps): FastifyPluginAsync =>
  async (server) => {
    const one = (fields: Fields, view: (message: Message) => object): object => {
      if (!allowed(fields, deps)) return failure('unauthorised');
      const reference = text(fields, 'RefId');
      const message = deps.store.byId(reference) ?? deps.store.byRequestId(reference);
      return message ? view(message) : failure('unknownMessage');
    };
    server.get('/MainService.svc/json/GetSendStatus', async ({ query }) => {
      const found = one(query as Fields, sendStatus) as Record<string, unknown>;
      const { CodeResult, ...rest } = found;
      return CodeResult === undefined ? found : { CodeResponse: CodeResult, ...rest };
    });
    server.get('/MainService.svc/json/GetSmsReceiverStatus_get', async ({ query }) =>
      one(query as Fields, receiverStatus),
    );
    server.post('/MainService.svc/json/GetSmsSentData_V2', async ({ body }) => {
      const fields = (body ?? {}) as Fields;
      return allowed(fields, deps) ? sentBetween(deps, fields) : failure('unauthorised');
    });
    server.get('/messages', async ({ query }) => {
      const fields = query as Fields;
      // `+84…` in a query arrives as ` 84…` when nobody escaped the plus.
      const asked = text(fields, 'phone').trim();
      const phone = asked === '' ? undefined : (normalPhone(asked) ?? asked);
      return { messages: deps.store.list({ phone, after: Number(text(fields, 'after')) || 0 }) };
    });
  };
