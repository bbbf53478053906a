import { isMobile, type VietnamMobile } from '#domain/identifiers/phone.ts';
import type { Milliseconds } from '#domain/time/instant.ts';
import { referenceOf } from '#functions/notifications/domain/reference.ts';
import type { Silence } from '#functions/notifications/domain/silence.ts';
import { expectedBy, type SmsState } from '#functions/notifications/domain/unreached.ts';
import type {
  SmsGateway,
  SmsLedger,
  SmsOutcome,
  SmsRecord,
} from '#functions/notifications/ports/sms.ts';
import type { SmsTexts } from '#functions/notifications/ports/sms-texts.ts';
import type { Clock } from '#ports/clock.ts';

export interface SmsDesk {
  readonly sms: SmsLedger;
  /** In the order in which they are tried: the next one only when the one before has refused. */
  readonly channels: readonly SmsGateway[];
  readonly texts: SmsTexts;
  readonly clock: Clock;
  /** How long a network may take to confirm that a message arrived. */
  readonly receiptWithin: Milliseconds;
}

export type SmsSettled =
  | 'sent'
  | 'failed'
  | 'unknown'
  | 'held'
  | 'suppressed'
  | 'unaddressed'
  | 'settled-before';

/**
 * Sends the message by the first channel that takes it. The row moves INTENT → SENDING → SENT,
 * FAILED or UNKNOWN, and only the move into SENDING allows the gateway call: a crash in between
 * leaves SENDING, which is looked at by a person and never sent again by itself (reliability (d) SMS
 * ledger). An unknown outcome ends here too; only a definite refusal lets the next channel try. Who has no
 * mobile is listed to be called, or written to, at once.
 */
export const sendThrough = (
  desk: SmsDesk,
  record: SmsRecord,
  phone: string | undefined,
): Promise<SmsSettled> =>
  phone !== undefined && isMobile(phone)
    ? sendByChannels(desk, record, phone)
    : leaveToPerson(desk, record, phone);

const sendByChannels = async (
  desk: SmsDesk,
  record: SmsRecord,
  phone: VietnamMobile,
): Promise<SmsSettled> => {
  for (const [index, gateway] of desk.channels.entries()) {
    const attempt = index === 0 ? record : nextAttempt(desk, record, index + 1);
    if (index > 0) await desk.sms.open(attempt);
    const hasNextChannel = index < desk.channels.length - 1;
    const settled = await sendBy(desk, gateway, attempt, { phone, hasNextChannel });
    const isRefused = settled === 'failed' || (await wasRefused(desk, attempt, settled));
    if (!isRefused || !hasNextChannel) return settled;
  }
  return 'settled-before';
};

const leaveToPerson = async (
  { sms, clock }: SmsDesk,
  { reference }: SmsRecord,
  phone: string | undefined,
): Promise<SmsSettled> => {
  const now = clock.now();
  const moved = await sms.move(reference, ['intent', 'held'], {
    state: 'unaddressed',
    at: now,
    why: phone === undefined ? 'no-phone' : 'landline',
    expectedBy: now,
  });
  return moved ? 'unaddressed' : 'settled-before';
};

const nextAttempt = ({ clock }: SmsDesk, record: SmsRecord, attempt: number): SmsRecord => {
  const { sendAt: _, ...message } = record;
  const now = clock.now();
  const reference = referenceOf({ ...message, attempt });
  return { ...message, reference, attempt, state: 'intent', createdAt: now, updatedAt: now };
};

const wasRefused = async ({ sms }: SmsDesk, { reference }: SmsRecord, settled: SmsSettled) =>
  settled === 'settled-before' && (await sms.find(reference))?.state === 'failed';

const sendBy = async (
  { sms, texts, clock, receiptWithin }: SmsDesk,
  gateway: SmsGateway,
  { reference, template, values }: SmsRecord,
  to: { readonly phone: string; readonly hasNextChannel: boolean },
): Promise<SmsSettled> => {
  const move = (from: readonly SmsState[], state: SmsState, told: object = {}) => {
    const at = clock.now();
    const by = expectedBy(state, at, {
      receiptWithin: gateway.givesNoReceipts ? undefined : receiptWithin,
      hasNextChannel: to.hasNextChannel,
    });
    return sms.move(reference, from, {
      ...told,
      state,
      at,
      ...(by !== undefined && { expectedBy: by }),
    });
  };
  if (!(await move(['intent', 'held'], 'sending'))) return 'settled-before';
  const text = texts.render(template, values);
  const content = { template, values };
  const { outcome, ...told } = await gateway.send({ reference, phone: to.phone, text, content });
  const state = states[outcome];
  await move(['sending'], state, told);
  return state;
};

const states = {
  sent: 'sent',
  refused: 'failed',
  unknown: 'unknown',
} as const satisfies Record<SmsOutcome['outcome'], SmsState>;

/** Not sent, for good; settled before when it has gone out already. */
export const suppress = async (
  { sms, clock }: Pick<SmsDesk, 'sms' | 'clock'>,
  reference: string,
  why: Silence,
): Promise<SmsSettled> => {
  const to = { state: 'suppressed', at: clock.now(), why } as const;
  return (await sms.move(reference, ['intent', 'held'], to)) ? 'suppressed' : 'settled-before';
};
