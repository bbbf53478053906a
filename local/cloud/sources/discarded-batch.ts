import { randomUUID } from 'node:crypto';
import type { Invocation } from '#local/cloud/lambda/function-host.ts';
import type { StreamRecord } from './stream-event.ts';
import type { StreamSourceOptions } from './stream-options.ts';

export interface Discarded {
  readonly shardId: string;
  readonly records: readonly StreamRecord[];
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  readonly invokeCount: number;
  readonly last: Invocation | undefined;
}

const toSecond = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

const responseContext = (last: Invocation | undefined): object =>
  last
    ? {
        responseContext: {
          statusCode: 200,
          executedVersion: '$LATEST',
          ...(!last.ok && { functionError: 'Unhandled' }),
        },
      }
    : {};

/**
 * What AWS sends to the on-failure destination: where the records are, never what they hold.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export const discardedBatch = (
  { shardId, records, condition, invokeCount, last }: Discarded,
  o: Pick<StreamSourceOptions, 'functionId' | 'region' | 'reportedStreamArn'>,
  now: number,
): object => ({
  requestContext: {
    requestId: randomUUID(),
    functionArn: `arn:aws:lambda:${o.region}:000000000000:function:${o.functionId}`,
    condition,
    approximateInvokeCount: invokeCount,
  },
  ...responseContext(last),
  version: '1.0',
  timestamp: new Date(now).toISOString(),
  DDBStreamBatchInfo: {
    shardId,
    startSequenceNumber: records[0]?.sequenceNumber,
    endSequenceNumber: records.at(-1)?.sequenceNumber,
    approximateArrivalOfFirstRecord: toSecond(records[0]?.arrivedAt ?? now),
    approximateArrivalOfLastRecord: toSecond(records.at(-1)?.arrivedAt ?? now),
    batchSize: records.length,
    streamArn: o.reportedStreamArn,
  },
});
