import type { Instant } from '#domain/time/instant.ts';
import type { PaymentAsked } from './payment.ts';

/** When the case goes on: the waiting is left out of the term. */
interface GoesOn {
  readonly dueAt?: Instant;
  readonly calendarVersions: readonly string[];
}

/** What happened to a request for payment. */
export type PaymentFact =
  | ({
      readonly type: 'payment-requested';
      readonly number: number;
      readonly leaseNo: number;
      readonly agency: string;
      readonly requestedBy: string;
    } & PaymentAsked)
  | ({
      /** Paid at a counter, against a biên lai of the same commit. */
      readonly type: 'payment-received';
      readonly number: number;
      readonly office: string;
      readonly receipt: string;
    } & GoesOn)
  | ({
      /** Paid to the treasury; the department has seen it there. */
      readonly type: 'payment-confirmed';
      readonly number: number;
      readonly agency: string;
      readonly reference: string;
      readonly confirmedBy: string;
    } & GoesOn)
  | ({
      readonly type: 'payment-cancelled';
      readonly number: number;
      readonly agency: string;
      readonly reason: string;
      readonly cancelledBy: string;
    } & GoesOn);
