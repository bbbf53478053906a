import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Answer, type CarrierDesk, type Fields, openOrder } from './carrier-desk.ts';
import { codeNames } from './story.ts';
import type { CarrierEvent, Order } from './waybill-order.ts';

/**
 * The carrier's own API. Token and `token` header as MyVNPost has them; order and paged history in the
 * words of the public administrative service (domain §5). Guesses, because no public contract says:
 * the two paths under `/hcc`, the names in a line of history, status 99, and how long a token lives.
 */
const tokenLifeMs = 30 * 60_000;

const statuses = { accepted: '100', acceptedBefore: '101', refused: '99' } as const;

export interface CourierAccount {
  readonly username: string;
  readonly password: string;
}

interface Options extends CarrierDesk {
  /** Undefined: any user and password that are not empty. */
  readonly account: (() => CourierAccount) | undefined;
}

const fieldsOf = ({ body }: FastifyRequest): Fields =>
  typeof body === 'object' && body !== null ? (body as Fields) : {};

const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

const isKnown = (fields: Fields, account: Options['account']): boolean => {
  const [username, password] = [text(fields, 'username'), text(fields, 'password')];
  if (text(fields, 'customerCode') === '') return false;
  if (!account) return username !== '' && password !== '';
  const { username: wanted, password: secret } = account();
  return username === wanted && password === secret;
};

const status = (code: keyof typeof statuses, message = '') => ({
  Status: statuses[code],
  Message: message,
});

/** The same parcel again is the same parcel: 101. */
const createOrder = (desk: CarrierDesk, fields: Fields): Answer => {
  const waybill = text(fields, 'ItemCode').toUpperCase();
  const known = desk.store.find(waybill);
  const opened = openOrder(desk, {
    waybill,
    dossierCode: text(fields, 'OrderNumber'),
    receiver: {
      name: text(fields, 'ReceiverName'),
      phone: text(fields, 'ReceiverTel'),
      address: text(fields, 'ReceiverAddress'),
    },
    sender: text(fields, 'SenderName'),
    codAmount: fields['CODAmount'],
    description: text(fields, 'Description'),
  });
  if (opened.status !== 201)
    return { status: 200, body: status('refused', (opened.body as { message: string }).message) };
  return { status: 200, body: status(known ? 'acceptedBefore' : 'accepted') };
};

/** `2026-11-20T08:30:00+07:00` → `20/11/2026 08:30:00` */
const statusDate = (iso: string): string =>
  `${iso.slice(0, 10).split('-').reverse().join('/')} ${iso.slice(11, 19)}`;

const historyLine = (event: CarrierEvent, order: Order | undefined) => ({
  Id: event.id,
  ItemCode: event.waybill,
  OrderNumber: order?.dossierCode ?? '',
  StatusCode: event.code,
  StatusName: codeNames[event.code] ?? '',
  StatusDate: statusDate(event.occurredAt),
  POSCode: event.place.code,
  POSName: event.place.name,
  Note: event.note,
});

const history = ({ store }: CarrierDesk, query: Fields): Answer => {
  const after = Number(query['lastId'] ?? 0);
  const size = Math.min(500, Math.max(1, Number(query['pageSize'] ?? 100) || 100));
  const events = store.events({ after }).slice(0, size);
  const lines = events.map((event) => historyLine(event, store.find(event.waybill)));
  return { status: 200, body: { ...status('accepted'), Data: lines } };
};

/** Lets in who carries a live token. Restarted, the carrier knows no token any more. */
const makeTokens = (clock: () => number) => {
  const until = new Map<string, number>();
  return {
    issue: (): string => {
      const token = randomUUID();
      until.set(token, clock() + tokenLifeMs);
      return token;
    },
    isLive: (token: unknown): boolean => (until.get(String(token)) ?? 0) > clock(),
  };
};

export const serveVnpostApi = (server: FastifyInstance, o: Options): void => {
  const tokens = makeTokens(o.clock);
  const guarded = (request: FastifyRequest, answer: () => Answer): Answer =>
    tokens.isLive(request.headers['token'])
      ? answer()
      : { status: 401, body: { success: false, message: 'Token không hợp lệ hoặc đã hết hạn' } };
  server.post('/customer-partner/GetAccessToken', async (request, reply) =>
    isKnown(fieldsOf(request), o.account)
      ? { success: true, token: tokens.issue() }
      : reply.code(200).send({ success: false, message: 'Sai tài khoản hoặc mật khẩu' }),
  );
  server.post('/hcc/CreateOrder', async (request, reply) => {
    const said = guarded(request, () => createOrder(o, fieldsOf(request)));
    return reply.code(said.status).send(said.body);
  });
  server.get('/hcc/GetStatusHistory', async (request, reply) => {
    const said = guarded(request, () => history(o, request.query as Fields));
    return reply.code(said.status).send(said.body);
  });
};
