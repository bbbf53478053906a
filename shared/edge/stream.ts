import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type {
  Context,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import { codes } from '#watch/codes.ts';
import { errorFields, type Log } from '#watch/logger.ts';

interface Reader<T> {
  /** Takes the record apart; undefined for one that is not for this reader. */
  readonly read: (record: DynamoDBRecord) => T | undefined;
  readonly take: (item: T) => Promise<unknown>;
  readonly log: Log;
}

/** The stream loop, once: what failed is reported and comes again, what came through does not wait. */
export const streamWorker =
  <T>({ read, take, log }: Reader<T>) =>
  (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> => {
    const one = async (record: DynamoDBRecord): Promise<void> => {
      try {
        const item = read(record);
        if (item !== undefined) await take(item);
      } catch (error) {
        log.warn(codes.messageFailed, { why: 'stream-record', error: errorFields(error) });
        throw error;
      }
    };
    const processor = new BatchProcessor(EventType.DynamoDBStreams);
    return processPartialResponse(event, one, processor, {
      context,
      throwOnFullBatchFailure: false,
    }) as Promise<DynamoDBBatchResponse>;
  };
