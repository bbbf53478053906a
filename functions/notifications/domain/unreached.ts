import { type Instant, type Milliseconds, minutes, plus } from '#domain/time/instant.ts';

/** How the sending of a message stands. */
export type SmsState =
  | 'intent'
  | 'held'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'unknown'
  | 'suppressed'
  /** The citizen has no number that takes messages. */
  | 'unaddressed';

/** Why a person calls the citizen instead. */
export const callReasons = [
  'no-receipt',
  'undelivered',
  'failed',
  'unknown',
  /** A landline, or no telephone at all. */
  'no-mobile',
] as const;
export type CallReason = (typeof callReasons)[number];

/** What came of it; `letter-sent` where nobody could be called. */
export const callOutcomes = ['reached', 'not-reached', 'wrong-number', 'letter-sent'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/**
 * Longest time in `sending` (reliability invariant 9), and the time that the receipt of a message
 * with an unknown outcome, or the next channel, is given.
 */
const settlesWithin: Milliseconds = minutes(15);

/** By when somebody must have been heard of a message in this state; undefined: of no one. */
export const expectedBy = (
  state: SmsState,
  now: Instant,
  on: {
    /** How long the network may take to confirm; undefined where the gateway never does. */
    readonly receiptWithin: Milliseconds | undefined;
    readonly hasNextChannel: boolean;
  },
): Instant | undefined => {
  switch (state) {
    case 'sending':
    case 'unknown':
      return plus(now, settlesWithin);
    case 'failed':
      return on.hasNextChannel ? plus(now, settlesWithin) : now;
    case 'unaddressed':
      return now;
    case 'sent':
      return on.receiptWithin === undefined ? undefined : plus(now, on.receiptWithin);
    default:
      return undefined;
  }
};

/** Why a message cannot be counted on; undefined: it has reached the phone, or was never to go. */
export const reasonToCall = (
  state: SmsState,
  receipt: 'delivered' | 'undelivered' | undefined,
): CallReason | undefined => {
  if (receipt !== undefined) return receipt === 'undelivered' ? 'undelivered' : undefined;
  switch (state) {
    case 'sent':
      return 'no-receipt';
    case 'failed':
      return 'failed';
    case 'unknown':
      return 'unknown';
    case 'unaddressed':
      return 'no-mobile';
    default:
      return undefined;
  }
};
