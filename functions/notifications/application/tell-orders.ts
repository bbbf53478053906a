import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { OrderMessage } from '#functions/returns/domain/order-message.ts';
import type { ReturnOrder } from '#functions/returns/domain/return-order.ts';
import { orderMessageKind, returnOrderKind } from '#functions/returns/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';
import { smsRecord } from './send-sms.ts';
import { type SmsDesk, sendThrough } from './send-through.ts';

interface Deps extends SmsDesk {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
  readonly officeName: (id: string) => string;
  readonly keepsQuietHours: boolean;
}

const perRun = 200;

/**
 * Tells the recipients of return orders what their orders owe them, through the same ledger as all SMS.
 * Dying anywhere in it is safe: the ledger knows what went out, and the message stays listed until it was
 * passed on.
 */
export const makeTellOrders = (deps: Deps) => async (): Promise<number> => {
  const { items } = await deps.index.listed(orderMessageKind, 'waiting', { limit: perRun });
  for (const id of items) {
    const message = await deps.ledger.record(orderMessageKind, id);
    if (message && message.passedOnAt === undefined) await passOn(deps, message);
  }
  return items.length;
};

const passOn = async (deps: Deps, message: OrderMessage): Promise<void> => {
  const order = await deps.ledger.record(returnOrderKind, message.order);
  if (order) await tell(deps, order, message);
  const after = { ...message, version: message.version + 1, passedOnAt: deps.clock.now() };
  // Refused where another run was faster: it has passed on the same message.
  await deps.ledger.commit({
    records: [recordWrite(orderMessageKind, message, after)],
  });
};

const tell = async (deps: Deps, order: ReturnOrder, message: OrderMessage): Promise<void> => {
  const { template, no: dossierVersion, waybill } = message;
  const code = codeIn(order, waybill);
  const office = deps.officeName(order.office);
  const values = {
    dispatched: { code, waybill },
    'order-delivered': { code },
    'pick-up-ready': { code, office },
    'returned-to-agency': { code, office },
    'parcel-lost': { code, waybill },
    'lost-result': { code },
  }[template];
  const dossierId = order.id as string as DossierId;
  const record = smsRecord(deps, {
    dossierId,
    dossierVersion,
    template,
    values,
    about: 'return-order',
  });
  const isNew = await deps.sms.open(record);
  const current = isNew ? record : await deps.sms.find(record.reference);
  if (current?.state !== 'held') await sendThrough(deps, record, order.recipient.phone);
};

/** The field of the templates takes 40 characters; a longer code gives way to the waybill, or is cut where there is none. */
const longestCode = 40;
const codeIn = ({ externalCode }: ReturnOrder, waybill: string): string =>
  externalCode.length <= longestCode ? externalCode : waybill || externalCode.slice(0, longestCode);
