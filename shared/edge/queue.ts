import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { codes } from '#watch/codes.ts';
import { errorFields, type Log } from '#watch/logger.ts';

/** What a worker says of one message: it is settled, or it must come again (and at last to the DLQ). */
export type Verdict = { readonly do: 'done' } | { readonly do: 'retry'; readonly why: string };

export const settled: Verdict = { do: 'done' };
export const retry = (why: string): Verdict => ({ do: 'retry', why });

interface Worker<M extends z.ZodType> {
  readonly message: M;
  readonly judge: (message: z.output<M>) => Promise<Verdict>;
  readonly log: Log;
}

/**
 * The batch loop, once for all queue workers: each message stands alone, whatever goes wrong with
 * one is reported for that one, and nothing that was not settled is ever deleted.
 */
export const queueWorker =
  <M extends z.ZodType>({ message, judge, log }: Worker<M>) =>
  (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const one = async (record: SQSRecord): Promise<void> => {
      try {
        const verdict = await judge(message.parse(JSON.parse(record.body)));
        if (verdict.do === 'retry') throw new NotYet(verdict.why);
      } catch (error) {
        const why = error instanceof NotYet ? error.message : 'defect';
        log.warn(codes.messageFailed, { why, error: errorFields(error) });
        throw error;
      }
    };
    const processor = new BatchProcessor(EventType.SQS);
    return processPartialResponse(event, one, processor, {
      context,
      throwOnFullBatchFailure: false,
    }) as Promise<SQSBatchResponse>;
  };

class NotYet extends Error {
  override readonly name = 'NotYet';
}
