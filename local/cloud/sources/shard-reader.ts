import {
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as SdkRecord,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { BatchDelivery } from './batch-delivery.ts';
import { type EventFilter, makeEventFilter } from './event-filter.ts';
import { pause } from './pause.ts';
import { type StreamRecord, streamRecord } from './stream-event.ts';
import type { StreamSourceOptions } from './stream-options.ts';

export type ShardStart = { readonly at: 'TRIM_HORIZON' | 'LATEST' } | { readonly after: string };

const quickestPollMs = 5;
const slowestPollMs = 50;
const largestPage = 1000;

/** Reads one shard in order, from its checkpoint to its end. */
export class ShardReader {
  readonly #o: StreamSourceOptions;
  readonly #shardId: string;
  readonly #closing: AbortSignal;
  readonly #passes: EventFilter;
  readonly #delivery: BatchDelivery;
  #start: ShardStart;
  #iterator: string | undefined;
  /** The end of the shard has been read. */
  #ended = false;
  /** Read, matching, not yet handed over. */
  readonly #pending: StreamRecord[] = [];
  #windowOpenedAt = 0;
  #lastRead: string | undefined;
  #pollMs = quickestPollMs;

  constructor(o: StreamSourceOptions, shardId: string, start: ShardStart, closing: AbortSignal) {
    this.#o = o;
    this.#shardId = shardId;
    this.#start = start;
    this.#closing = closing;
    this.#passes = makeEventFilter(o.filters);
    this.#delivery = new BatchDelivery(o, shardId, closing);
  }

  /** Resolves true at the end of the shard, false when the source was closed before. */
  async run(): Promise<boolean> {
    while (!this.#closing.aborted) {
      await this.#readOn();
      if (this.#pending.length === 0) {
        this.#passOver();
        if (this.#ended) return true;
      }
      await (this.#isBatchDue() ? this.#deliver() : this.#idle());
    }
    return false;
  }

  async #readOn(): Promise<void> {
    if (this.#ended || this.#pending.length >= this.#o.batchSize) return;
    await this.#readSafely();
  }

  /** Records that match no filter are behind us as soon as nothing before them is left. */
  #passOver(): void {
    if (this.#lastRead === undefined) return;
    this.#o.checkpoint.save(this.#shardId, this.#lastRead);
    this.#lastRead = undefined;
  }

  #isBatchDue(): boolean {
    const { batchSize, batchWindowSeconds } = this.#o;
    if (this.#pending.length === 0) return false;
    if (this.#ended || this.#pending.length >= batchSize) return true;
    return performance.now() - this.#windowOpenedAt >= batchWindowSeconds * 1000;
  }

  async #deliver(): Promise<void> {
    const batch = this.#pending.splice(0, this.#o.batchSize);
    this.#windowOpenedAt = performance.now();
    await this.#delivery.deliver(batch);
  }

  async #idle(): Promise<void> {
    await pause(this.#pollMs, this.#closing);
    this.#pollMs = Math.min(slowestPollMs, this.#pollMs * 2);
  }

  async #readSafely(): Promise<void> {
    try {
      await this.#read();
    } catch (error) {
      // Begins anew behind the last record read. DynamoDB Local also says "trimmed" of an iterator
      // that was opened on a shard before its first record.
      if (error instanceof ExpiredIteratorException || error instanceof TrimmedDataAccessException)
        this.#iterator = undefined;
      else await this.#stumble(error);
    }
  }

  async #stumble(error: unknown): Promise<void> {
    if (this.#closing.aborted) return;
    this.#o.onProblem?.(`${this.#shardId}: ${String(error)}`);
    await pause(500, this.#closing);
  }

  async #read(): Promise<void> {
    this.#iterator ??= await this.#openIterator();
    const page = await this.#o.streams.send(
      new GetRecordsCommand({ ShardIterator: this.#iterator, Limit: largestPage }),
    );
    this.#iterator = page.NextShardIterator;
    this.#ended = page.NextShardIterator === undefined;
    this.#accept(page.Records ?? []);
  }

  #accept(records: readonly SdkRecord[]): void {
    if (records.length === 0) return;
    this.#pollMs = quickestPollMs;
    if (this.#pending.length === 0) this.#windowOpenedAt = performance.now();
    const { reportedStreamArn: streamArn, region } = this.#o;
    const origin = { streamArn, region };
    const now = Date.now();
    const read = records.map((record) => streamRecord(record, origin, now));
    this.#pending.push(...read.filter(({ record }) => this.#passes(record)));
    const after = read.at(-1)?.sequenceNumber ?? '';
    this.#lastRead = after;
    this.#start = { after };
  }

  async #openIterator(): Promise<string | undefined> {
    if ('at' in this.#start) return this.#iteratorAt({ ShardIteratorType: this.#start.at });
    try {
      return await this.#iteratorAt({
        ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
        SequenceNumber: this.#start.after,
      });
    } catch (error) {
      // A day has passed, and the records behind the checkpoint are gone; go on with the oldest.
      if (!(error instanceof TrimmedDataAccessException)) throw error;
      return this.#iteratorAt({ ShardIteratorType: 'TRIM_HORIZON' });
    }
  }

  async #iteratorAt(from: {
    ShardIteratorType: 'TRIM_HORIZON' | 'LATEST' | 'AFTER_SEQUENCE_NUMBER';
    SequenceNumber?: string;
  }): Promise<string | undefined> {
    const { ShardIterator } = await this.#o.streams.send(
      new GetShardIteratorCommand({
        StreamArn: this.#o.streamArn,
        ShardId: this.#shardId,
        ...from,
      }),
    );
    return ShardIterator;
  }
}
