import type { Instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { CaseStatus } from './case-status.ts';

/**
 * What is asked for. `charge` lệ phí and `fee` phí are taken by the post or the treasury; `tax` thuế only
 * by the treasury: the post remits what it takes to the department, and a tax is not the department's.
 */
export const paymentKinds = ['charge', 'fee', 'tax'] as const;
export type PaymentKind = (typeof paymentKinds)[number];

/** Where the citizen may pay: at any post office that takes part, or to the treasury (kho bạc). */
export const paymentWays = ['counter', 'treasury'] as const;
export type PaymentWay = (typeof paymentWays)[number];

export interface PaymentAsked {
  readonly kind: PaymentKind;
  /** Whole đồng. */
  readonly amountVnd: number;
  readonly reason: string;
  /** Last day for the citizen. */
  readonly payBy: VietnamDay;
  readonly ways: readonly PaymentWay[];
  /** Account and content of the transfer, for the citizen to read; wanted where the treasury is a way. */
  readonly instructions?: string;
}

/** How a request ended; absent while it is open or the dossier ended before it. */
export type PaymentEnd = { readonly at: Instant } & (
  | { readonly how: 'received'; readonly receipt: string; readonly office: string }
  | { readonly how: 'confirmed'; readonly reference: string }
  | { readonly how: 'cancelled'; readonly reason: string }
);

/** Yêu cầu thực hiện nghĩa vụ tài chính (status 6): the department waits until it is paid. */
export interface PaymentRequest extends PaymentAsked {
  /** 1, 2, 3 … in the dossier. */
  readonly number: number;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  /** Where the case goes on afterwards. */
  readonly askedIn: CaseStatus;
  readonly end?: PaymentEnd;
}

interface Paying {
  readonly status: CaseStatus;
  readonly payments?: readonly PaymentRequest[];
}

/** The request that the dossier waits for now. */
export const openPayment = ({ status, payments = [] }: Paying): PaymentRequest | undefined =>
  status === 'payment-requested' ? payments.at(-1) : undefined;
