import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { FunctionHost } from '#local/cloud/lambda/function-host.ts';

export interface StreamSourceOptions {
  streams: DynamoDBStreamsClient;
  /** Where the emulator serves it. */
  streamArn: string;
  /** What the function is told. */
  reportedStreamArn: string;
  functionId: string;
  host: FunctionHost;
  batchSize: number;
  batchWindowSeconds: number;
  /** FilterCriteria patterns as JSON text. */
  filters: readonly string[];
  reportBatchItemFailures: boolean;
  bisectBatchOnFunctionError: boolean;
  /** -1: without end. */
  maximumRetryAttempts: number;
  /** -1: without end. */
  maximumRecordAgeSeconds: number;
  startingPosition: 'TRIM_HORIZON' | 'LATEST';
  onFailure?: (metadata: object) => Promise<void>;
  checkpoint: {
    load(shardId: string): string | undefined;
    save(shardId: string, sequenceNumber: string): void;
  };
  region: string;
  onProblem?: (text: string) => void;
}
