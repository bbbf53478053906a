import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { SmsTemplate } from './sms-texts.ts';

/** A message to a gateway. `reference` is ours and unique: the gateway refuses it a second time. */
export interface OutgoingSms {
  readonly reference: string;
  readonly phone: string;
  readonly text: string;
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
  send(sms: OutgoingSms): Promise<SmsOutcome>;
}

export type SmsState = 'intent' | 'held' | 'sending' | 'sent' | 'failed' | 'unknown';

export interface SmsRecord {
  readonly reference: string;
  readonly dossierId: DossierId;
  readonly dossierVersion: number;
  readonly template: SmsTemplate;
  readonly values: Readonly<Record<string, string>>;
  readonly state: SmsState;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Held over the night until then. */
  readonly sendAt?: Instant;
  readonly gatewayId?: string | null;
  readonly why?: string | null;
  /** What the network said; may come before `sent` is written. */
  readonly receipt?: { readonly status: 'delivered' | 'undelivered'; readonly at: Instant };
}

/** One row per (dossier, transition, template); the conditions make a second gateway call impossible. */
export interface SmsLedger {
  find(reference: string): Promise<SmsRecord | undefined>;
  /** False when there is a row already. */
  open(record: SmsRecord): Promise<boolean>;
  /** False when the row is not in one of the `from` states. */
  move(
    reference: string,
    from: readonly SmsState[],
    to: {
      readonly state: SmsState;
      readonly at: Instant;
      readonly gatewayId?: string;
      readonly why?: string;
    },
  ): Promise<boolean>;
  /** False when there is no such message. */
  receipt(reference: string, receipt: NonNullable<SmsRecord['receipt']>): Promise<boolean>;
  /** Messages held over the night and due by now. */
  due(now: Instant, limit: number): Promise<readonly SmsRecord[]>;
}
