import type { Instant } from '#domain/time/instant.ts';
import type { WatchedChange } from './number-watch.ts';

/**
 * What a number is told of apart from the case: what may be an attack, that a complaint was answered, and money
 * that went back to somebody.
 */
export type NoticedChange = WatchedChange | 'complaint-answered' | 'money-given-back';

/** Tin báo số điện thoại: one number that is to be told of one change. */
export interface NumberNotice {
  readonly id: string;
  readonly version: number;
  readonly dossierId: string;
  /** Mã hồ sơ, or the number of the slip. */
  readonly number: string;
  readonly office: string;
  readonly change: NoticedChange;
  /** Đồng, of money that was given back. */
  readonly amountVnd?: number;
  readonly createdAt: Instant;
  /** E.164; taken out once it was passed on. */
  readonly phone?: string;
  readonly passedOnAt?: Instant;
}
