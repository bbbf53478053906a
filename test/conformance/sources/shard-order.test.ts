import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FunctionHost } from '#local/cloud/lambda/function-host.ts';
import { startStreamSource } from '#local/cloud/sources/stream-source.ts';

/** One shard per page, as a stream with many shards is listed. */
const listed = (shards: readonly Shard[], after: string | undefined): object => {
  const at = shards.findIndex(({ ShardId: id }) => id === after) + 1;
  const page = shards.slice(at, at + 1);
  const more = at < shards.length - 1;
  return {
    StreamDescription: {
      Shards: page,
      ...(more && { LastEvaluatedShardId: page[0]?.ShardId }),
    },
  };
};

/** DynamoDB Local splits no shard on demand, so these shards are made up. */
const shardedStream = (shards: readonly Shard[], records: Readonly<Record<string, string>>) => {
  const recordsAt = (iterator: string): object => {
    const [shard = '', kind] = iterator.split('/');
    const range = shards.find(({ ShardId: id }) => id === shard)?.SequenceNumberRange;
    const number = kind === 'TRIM_HORIZON' ? records[shard] : undefined;
    return {
      Records: number ? [{ eventName: 'INSERT', dynamodb: { SequenceNumber: number } }] : [],
      ...(range?.EndingSequenceNumber === undefined && { NextShardIterator: `${shard}/next` }),
    };
  };
  const send = async (command: unknown): Promise<object> => {
    if (command instanceof DescribeStreamCommand)
      return listed(shards, command.input.ExclusiveStartShardId);
    if (command instanceof GetRecordsCommand) return recordsAt(command.input.ShardIterator ?? '');
    if (command instanceof GetShardIteratorCommand)
      return { ShardIterator: `${command.input.ShardId}/${command.input.ShardIteratorType}` };
    throw new Error('unexpected command');
  };
  return { send } as unknown as DynamoDBStreamsClient;
};

const closed = (ShardId: string, ParentShardId?: string): Shard => ({
  ShardId,
  ...(ParentShardId !== undefined && { ParentShardId }),
  SequenceNumberRange: { StartingSequenceNumber: '1', EndingSequenceNumber: '9' },
});
const open = (ShardId: string, ParentShardId?: string): Shard => ({
  ShardId,
  ...(ParentShardId !== undefined && { ParentShardId }),
  SequenceNumberRange: { StartingSequenceNumber: '1' },
});

const read = (
  shards: readonly Shard[],
  records: Readonly<Record<string, string>>,
  settings: { startingPosition: 'TRIM_HORIZON' | 'LATEST'; checkpoints?: Record<string, string> },
) => {
  const seen: string[] = [];
  const host: FunctionHost = {
    invoke: async (_id, event) => {
      const batch = event as { Records: { dynamodb: { SequenceNumber: string } }[] };
      seen.push(...batch.Records.map(({ dynamodb }) => dynamodb.SequenceNumber));
      return { ok: true, payload: null };
    },
    replace: async () => undefined,
    close: async () => undefined,
  };
  const saved = new Map(Object.entries(settings.checkpoints ?? {}));
  const source = startStreamSource({
    streams: shardedStream(shards, records),
    streamArn: 'stream',
    reportedStreamArn: 'stream',
    functionId: 'Tiny',
    host,
    batchSize: 10,
    batchWindowSeconds: 0,
    filters: [],
    reportBatchItemFailures: false,
    bisectBatchOnFunctionError: false,
    maximumRetryAttempts: -1,
    maximumRecordAgeSeconds: -1,
    startingPosition: settings.startingPosition,
    checkpoint: { load: (id) => saved.get(id), save: (id, at) => void saved.set(id, at) },
    region: 'ap-southeast-1',
  });
  onTestFinished(() => source.close());
  return seen;
};

describe('the shards of a stream', () => {
  const family = [
    open('grandchild', 'child'),
    closed('child', 'parent'),
    closed('parent', 'trimmed-long-ago'),
  ];
  const records = { parent: '1', child: '2', grandchild: '3' };

  it('are read after their parents, however they are listed', async () => {
    const seen = read(family, records, { startingPosition: 'TRIM_HORIZON' });
    await expect.poll(() => seen).toEqual(['1', '2', '3']);
  });

  it('that opened while nobody read are read whole, though reading had begun at the latest', async () => {
    const seen = read(family, records, {
      startingPosition: 'LATEST',
      checkpoints: { parent: '1' },
    });
    await expect.poll(() => seen).toEqual(['2', '3']);
  });
});
