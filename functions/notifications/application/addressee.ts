import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { type Silence, silenceOf } from '#functions/notifications/domain/silence.ts';
import type { SmsRecord } from '#functions/notifications/ports/sms.ts';
import { returnOrderKind } from '#functions/returns/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

/** Whom a message is for, as things stand now. */
export interface Addressee {
  /** E.164; absent where the citizen has none. */
  readonly phone?: string;
  /** The post office that answers for the message, and calls where it does not arrive. */
  readonly office: string;
  /** The result is with the citizen: nobody need be called any more. */
  readonly isServed: boolean;
  readonly silence?: Silence;
}

/** The applicant of a dossier, or the recipient of a return order. */
export const addresseeOf = async (
  ledger: UnitOfWork,
  record: SmsRecord,
): Promise<Addressee | undefined> => {
  if (record.about === 'return-order') {
    const order = await ledger.record(returnOrderKind, record.dossierId as string as ReturnOrderId);
    if (!order) return undefined;
    const isServed = order.state === 'delivered';
    return { ...phoneOf(order.recipient), office: order.office, isServed };
  }
  const stored = await ledger.load(record.dossierId);
  if (!stored) return undefined;
  const { dossier, applicant } = stored;
  const silence = silenceOf(dossier, record);
  return {
    ...phoneOf(applicant),
    office: dossier.office,
    isServed: dossier.status === 'returned',
    ...(silence && { silence }),
  };
};

const phoneOf = ({ phone }: { readonly phone?: string }): Pick<Addressee, 'phone'> =>
  phone === undefined ? {} : { phone };
