import {
  type CancellationReason,
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { type Milliseconds, seconds } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { CommitResult } from '#ports/unit-of-work.ts';

export type Why = Exclude<Extract<CommitResult, { ok: false }>['why'], 'busy'>;

/** One write of a transaction, and what it means when its condition fails. */
export interface GuardedWrite {
  readonly write: NonNullable<TransactWriteCommandInput['TransactItems']>[number];
  readonly ifRefused: Why;
}

const tries = 6;

/** Which meaning wins when several conditions failed: a repeat explains every other failure. */
const precedence: readonly Why[] = ['answered', 'claimed', 'too-large', 'stale', 'sequence-moved'];

export const strongest = (reasons: ReadonlySet<Why | undefined>): Why | undefined =>
  precedence.find((meaning) => reasons.has(meaning));

/**
 * One write alone is put as it is, which costs half of a transaction of one. The SDK's own repeat of a
 * put whose answer was lost finds that its condition no longer holds, where a transaction has a token
 * for it. So that is told as `stale`, like somebody else's write: whoever reads again finds what stands.
 */
const send = (
  client: DynamoDBDocumentClient,
  writes: readonly GuardedWrite[],
): Promise<unknown> => {
  const [only, ...others] = writes.map(({ write }) => write);
  return only?.Put && others.length === 0
    ? client.send(new PutCommand(only.Put))
    : client.send(new TransactWriteCommand({ TransactItems: writes.map(({ write }) => write) }));
};

/**
 * Runs the writes as one transaction. Each cancellation reason is judged by itself: a failed
 * condition is an answer, a conflict or throttle is retried with jitter, anything else is thrown.
 */
export const transact = async (
  client: DynamoDBDocumentClient,
  clock: Clock,
  writes: readonly GuardedWrite[],
): Promise<CommitResult> => {
  for (let round = 0; round < tries; round++) {
    try {
      await send(client, writes);
      return { ok: true };
    } catch (error) {
      const judged = judge(error, writes);
      if (judged !== 'again') return judged;
      await clock.pauseUpTo(Math.min(seconds(1), 20 * 2 ** round) as Milliseconds);
    }
  }
  return { ok: false, why: 'busy' };
};

const passing = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'None',
]);

const judge = (error: unknown, writes: readonly GuardedWrite[]): CommitResult | 'again' => {
  if (isThrottle(error)) return 'again';
  if (isItemTooLarge(error)) return { ok: false, why: 'too-large' };
  if (error instanceof ConditionalCheckFailedException)
    return { ok: false, why: writes[0]?.ifRefused ?? 'stale' };
  if (!(error instanceof TransactionCanceledException)) throw error;
  const reasons = error.CancellationReasons ?? [];
  const refused = new Set(
    reasons.flatMap((reason, index) => {
      if (saysTooLarge(reason)) return ['too-large' as const];
      return reason.Code === 'ConditionalCheckFailed' ? [writes[index]?.ifRefused] : [];
    }),
  );
  const why = strongest(refused);
  if (why) return { ok: false, why };
  if (reasons.length > 0 && reasons.every(({ Code }) => Code && passing.has(Code))) return 'again';
  throw error;
};

/** An item above 400 KB is named in a sentence only: of the whole request or of one of its writes. */
const isItemTooLarge = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === 'ValidationException' &&
  saysTooLarge({ Code: 'ValidationError', Message: error.message });

const saysTooLarge = ({ Code, Message = '' }: CancellationReason): boolean =>
  Code === 'ValidationError' && /item size/i.test(Message);

const isThrottle = (error: unknown): boolean =>
  error instanceof Error &&
  [
    'ThrottlingException',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'TransactionInProgressException',
    // A put alone, while somebody's transaction holds the item.
    'TransactionConflictException',
  ].includes(error.name);
