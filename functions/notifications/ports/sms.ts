import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';
import type {
  CallOutcome,
  CallReason,
  SmsState,
} from '#functions/notifications/domain/unreached.ts';
import type { Page, PageAsk } from '#ports/unit-of-work.ts';
import type { SmsTemplate } from './sms-texts.ts';

/** A message to a gateway. `reference` is ours and unique: the gateway refuses it a second time. */
export interface OutgoingSms {
  readonly reference: string;
  readonly phone: string;
  readonly text: string;
  /** For a channel that sends its own registered template instead of our text. */
  readonly content?: {
    readonly template: SmsTemplate;
    readonly values: Readonly<Record<string, string>>;
  };
}

/**
 * `sent`: the gateway has it. `refused`: it has said no and will not send. `unknown`: nobody knows,
 * so nobody may send again without asking the gateway first.
 */
export type SmsOutcome =
  | { readonly outcome: 'sent'; readonly gatewayId: string }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'unknown'; readonly why: string };

export interface SmsGateway {
  readonly name: string;
  /** True where nobody ever tells us that a message arrived: it is not waited for. */
  readonly givesNoReceipts?: boolean;
  send(sms: OutgoingSms): Promise<SmsOutcome>;
}

/** A call to the citizen in place of a message that did not arrive: "gọi cho người dân". */
export interface SmsCall {
  /** The post office that took the dossier in. */
  readonly office: string;
  readonly reason: CallReason;
  readonly since: Instant;
  readonly settled?: SettledCall;
}

export interface SettledCall {
  readonly outcome: CallOutcome;
  readonly note?: string;
  readonly by: string;
  readonly at: Instant;
}

export interface SmsRecord {
  readonly reference: string;
  /** Or the id of a return order, of the request for a code, or of a notice, see `about`. */
  readonly dossierId: DossierId;
  readonly about?: 'return-order' | 'phone-session' | 'number-notice';
  readonly dossierVersion: number;
  readonly template: SmsTemplate;
  readonly values: Readonly<Record<string, string>>;
  /** 2: by the next channel, because the first has refused. */
  readonly attempt?: number;
  readonly state: SmsState;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Held over the night until then. */
  readonly sendAt?: Instant;
  readonly gatewayId?: string | null;
  readonly why?: string | null;
  /** What the network said; may come before `sent` is written. */
  readonly receipt?: { readonly status: 'delivered' | 'undelivered'; readonly at: Instant };
  readonly call?: SmsCall;
}

export interface SmsMove {
  readonly state: SmsState;
  readonly at: Instant;
  readonly gatewayId?: string;
  readonly why?: string;
  /** When the message is looked at again, if nobody has been heard of; absent: never. */
  readonly expectedBy?: Instant;
}

/** One row per (dossier, transition, template); the conditions make a second gateway call impossible. */
export interface SmsLedger {
  find(reference: string): Promise<SmsRecord | undefined>;
  /** False when there is a row already. */
  open(record: SmsRecord): Promise<boolean>;
  /** False when the row is not in one of the `from` states. */
  move(reference: string, from: readonly SmsState[], to: SmsMove): Promise<boolean>;
  /**
   * False when there is no such message. Delivered once is delivered: the message leaves every list,
   * and a later `undelivered` changes nothing.
   */
  receipt(reference: string, receipt: NonNullable<SmsRecord['receipt']>): Promise<boolean>;
  /** Messages held over the night and due by now. */
  due(now: Instant, limit: number): Promise<readonly SmsRecord[]>;
  /** Messages of which somebody should have been heard by now. */
  overdue(now: Instant, limit: number): Promise<readonly SmsRecord[]>;
  /** Nobody need be heard of any more. */
  forget(reference: string): Promise<void>;
  /** On the call list; false when it is there, or delivered meanwhile. */
  call(reference: string, call: SmsCall): Promise<boolean>;
  /** Off the call list, with the outcome; false when it was never there or has an outcome. */
  settleCall(reference: string, settled: SettledCall): Promise<boolean>;
  /** Open calls of one office, or of all, the oldest first. */
  calls(office: string | undefined, page: PageAsk): Promise<Page<SmsRecord>>;
}
