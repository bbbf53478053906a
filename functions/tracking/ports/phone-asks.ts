import type { Instant } from '#domain/time/instant.ts';

/** Whom a code is to be sent to, while its request waits: queues carry no numbers. */
export interface PhoneAsk {
  readonly phone: string;
  /** What the code is kept under, which only the asker can name. */
  readonly codeName: string;
}

/** By the id of the request. Gone soon after `until`. */
export interface PhoneAsks {
  keep(id: string, ask: PhoneAsk, until: Instant): Promise<void>;
  find(id: string): Promise<PhoneAsk | undefined>;
}
