import * as z from 'zod';
import { instant } from '#domain/time/instant.ts';
import { kindOfVnpostCode } from '#functions/returns/domain/vnpost-codes.ts';
import type {
  CourierDesk,
  NewsPage,
  OrderOutcome,
  ParcelOrder,
} from '#functions/returns/ports/courier-desk.ts';
import { makeVnpostSession, type VnpostAccount } from './vnpost-session.ts';

interface Settings {
  /** Base address, e.g. `https://connect-my.vnpost.vn`. */
  readonly baseUrl: string;
  readonly customerCode: string;
  /** Undefined until the operator has put it in. */
  readonly account: () => Promise<VnpostAccount | undefined>;
}

/** What the stack says of a customer code that nobody has given (`functions/returns/plan.ts`). */
const noCustomerCode = 'replace-me';

/**
 * Token and header as MyVNPost has them; the order of the public administrative service (hành chính
 * công) as provinces send it (domain §5). No public contract gives the paths of these two.
 */
const paths = { order: '/hcc/CreateOrder', history: '/hcc/GetStatusHistory' } as const;
const pageSize = 100;

const ACCEPTED = '100';
/** Read in deployed code as "has it already"; to be confirmed with VNPost. */
const ACCEPTED_BEFORE = '101';

const OrderAnswer = z.object({ Status: z.coerce.string() });

const HistoryAnswer = z.object({
  Status: z.coerce.string(),
  Data: z.array(
    z.object({
      Id: z.int(),
      ItemCode: z.string().min(1).max(30),
      StatusCode: z.coerce.string().max(12),
      /** `dd/MM/yyyy HH:mm:ss`, Vietnam time. */
      StatusDate: z.string().regex(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}:\d{2}$/),
      POSName: z.string().max(200).nullish(),
      Note: z.string().max(1_000).nullish(),
    }),
  ),
});

type HistoryLine = z.output<typeof HistoryAnswer>['Data'][number];

/** VNPost's own system. Its history names no receiver: proof comes by webhook or from our courier. */
export const makeVnpostDesk = (settings: Settings): CourierDesk => {
  const ask = makeVnpostSession(settings);
  return {
    carrier: 'vnpost',
    isConfigured: async () =>
      settings.customerCode !== noCustomerCode && (await settings.account()) !== undefined,
    announce: async (order) => {
      try {
        const response = await ask(paths.order, orderBody(settings.customerCode, order));
        if (!response.ok) return { outcome: 'unknown', why: `http-${response.status}` };
        return outcomeOf(await response.json());
      } catch {
        return { outcome: 'unknown', why: 'no-answer' };
      }
    },
    newsAfter: async (lastId) => {
      const response = await ask(`${paths.history}?lastId=${lastId}&pageSize=${pageSize}`);
      if (!response.ok) throw new Error(`the carrier answered ${response.status}`);
      return pageOf(lastId, HistoryAnswer.parse(await response.json()).Data);
    },
  };
};

const outcomeOf = (body: unknown): OrderOutcome => {
  const answer = OrderAnswer.safeParse(body);
  if (!answer.success) return { outcome: 'unknown', why: 'answer-unreadable' };
  const { Status: status } = answer.data;
  return status === ACCEPTED || status === ACCEPTED_BEFORE
    ? { outcome: 'accepted' }
    : { outcome: 'refused', why: `vnpost-${status.slice(0, 20)}` };
};

/** The carrier's form has one amount to collect; ours stay apart, and the description names them. */
const orderBody = (customerCode: string, order: ParcelOrder) => ({
  CustomerCode: customerCode,
  ItemCode: order.waybill,
  OrderNumber: order.orderNumber,
  CODAmount: order.collect.stateFeesVnd + order.collect.codVnd,
  SenderName: order.sender.name,
  SenderTel: order.sender.phone,
  SenderAddress: order.sender.address,
  ReceiverName: order.receiver.name,
  // The carrier's form wants a number: who has none is asked after at the sender's.
  ReceiverTel: order.receiver.phone ?? order.sender.phone,
  ReceiverAddress: order.receiver.address,
  Description: descriptionOf(order),
  FlagConfig: '',
});

const descriptionOf = ({ collect, takeBack }: ParcelOrder): string =>
  [
    'Kết quả giải quyết thủ tục hành chính',
    ...(collect.stateFeesVnd > 0 ? [`phí, lệ phí ${collect.stateFeesVnd} đồng`] : []),
    ...(collect.codVnd > 0 ? [`thu hộ ${collect.codVnd} đồng`] : []),
    ...(takeBack.length > 0 ? [`thu hồi: ${takeBack.join(', ')}`] : []),
  ].join('; ');

const pageOf = (after: number, lines: readonly HistoryLine[]): NewsPage => ({
  lastId: Math.max(after, ...lines.map(({ Id }) => Id)),
  news: lines.map(({ Id, ItemCode, StatusCode, StatusDate, POSName, Note }) => ({
    waybill: ItemCode,
    event: {
      id: `vnpost:history-${Id}`,
      kind: kindOfVnpostCode(StatusCode),
      rawCode: StatusCode,
      occurredAt: instantOf(StatusDate),
      ...(POSName && { place: POSName }),
      ...(Note && { attemptReason: Note }),
    },
  })),
});

const instantOf = (date: string) => {
  const [day = '', time = ''] = date.split(' ');
  return instant(Date.parse(`${day.split('/').reverse().join('-')}T${time}+07:00`));
};
