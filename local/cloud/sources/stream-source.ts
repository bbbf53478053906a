import { DescribeStreamCommand, type Shard } from '@aws-sdk/client-dynamodb-streams';
import { makeEventFilter } from './event-filter.ts';
import { pause } from './pause.ts';
import { ShardReader, type ShardStart } from './shard-reader.ts';
import type { StreamSourceOptions } from './stream-options.ts';

/** How often to look for shards that follow no shard we have read to its end. */
const lookAgainMs = 5000;
/** A shard has ended and its children may not be listed yet. */
const lookSoonMs = 100;

type Progress = 'reading' | 'done';

class StreamSource {
  readonly #o: StreamSourceOptions;
  readonly #abort = new AbortController();
  readonly #progress = new Map<string, Progress>();
  readonly #readers = new Set<Promise<void>>();
  readonly #loop: Promise<void>;
  #firstLook = true;
  #shardEnded = Promise.withResolvers<void>();

  constructor(o: StreamSourceOptions) {
    this.#o = o;
    // A pattern that cannot be served must fail the start, not the first record.
    makeEventFilter(o.filters);
    this.#loop = this.#follow();
  }

  async close(): Promise<void> {
    this.#abort.abort();
    this.#shardEnded.resolve();
    await this.#loop;
    await Promise.all(this.#readers);
  }

  async #follow(): Promise<void> {
    const { signal } = this.#abort;
    while (!signal.aborted) {
      this.#shardEnded = Promise.withResolvers();
      try {
        this.#startReaders(await this.#shards());
        this.#firstLook = false;
      } catch (error) {
        this.#problem(error);
      }
      const wait = this.#readers.size > 0 ? lookAgainMs : lookSoonMs;
      await this.#untilShardEnds(wait);
    }
  }

  async #untilShardEnds(wait: number): Promise<void> {
    const waited = new AbortController();
    const signal = AbortSignal.any([this.#abort.signal, waited.signal]);
    await Promise.race([pause(wait, signal), this.#shardEnded.promise]);
    waited.abort();
  }

  async #shards(): Promise<readonly Shard[]> {
    const shards: Shard[] = [];
    let from: string | undefined;
    do {
      const { StreamDescription: page } = await this.#o.streams.send(
        new DescribeStreamCommand({
          StreamArn: this.#o.streamArn,
          ...(from !== undefined && { ExclusiveStartShardId: from }),
        }),
      );
      shards.push(...(page?.Shards ?? []));
      from = page?.LastEvaluatedShardId;
    } while (from !== undefined);
    return shards;
  }

  /** A child waits until its parent was read to the end, so that each item's changes keep order. */
  #startReaders(shards: readonly Shard[]): void {
    const listed = new Map(shards.map((shard) => [shard.ShardId ?? '', shard]));
    for (const [id, shard] of listed) {
      if (this.#progress.has(id)) continue;
      const start = this.#startOf(id, listed);
      if (start === 'skip') this.#progress.set(id, 'done');
      else if (this.#parentIsDone(shard, listed)) this.#read(id, start);
    }
  }

  #parentIsDone(shard: Shard, listed: ReadonlyMap<string, Shard>): boolean {
    const parent = shard.ParentShardId;
    return parent === undefined || !listed.has(parent) || this.#progress.get(parent) === 'done';
  }

  /**
   * LATEST holds for what is there when the mapping begins; anything that opens later is read whole.
   * The mapping has begun once a checkpoint exists: what is written before the first one is saved,
   * while the runtime is down, is not seen.
   */
  #startOf(id: string, listed: ReadonlyMap<string, Shard>): ShardStart | 'skip' {
    const after = this.#o.checkpoint.load(id);
    if (after !== undefined) return { after };
    const begunBefore = !this.#firstLook || this.#followsCheckpoint(id, listed);
    if (this.#o.startingPosition === 'TRIM_HORIZON' || begunBefore) return { at: 'TRIM_HORIZON' };
    const isClosed = listed.get(id)?.SequenceNumberRange?.EndingSequenceNumber !== undefined;
    return isClosed ? 'skip' : { at: 'LATEST' };
  }

  #followsCheckpoint(id: string, listed: ReadonlyMap<string, Shard>): boolean {
    const parent = listed.get(id)?.ParentShardId;
    if (parent === undefined) return false;
    return this.#o.checkpoint.load(parent) !== undefined || this.#followsCheckpoint(parent, listed);
  }

  #read(id: string, start: ShardStart): void {
    this.#progress.set(id, 'reading');
    const reading = new ShardReader(this.#o, id, start, this.#abort.signal)
      .run()
      .then((ended) => {
        if (ended) this.#progress.set(id, 'done');
      })
      .catch((error: unknown) => {
        // A defect: begin this shard again from its checkpoint.
        this.#progress.delete(id);
        this.#problem(error);
      })
      .finally(() => {
        this.#readers.delete(reading);
        this.#shardEnded.resolve();
      });
    this.#readers.add(reading);
  }

  #problem(error: unknown): void {
    if (!this.#abort.signal.aborted)
      this.#o.onProblem?.(`${this.#o.reportedStreamArn}: ${String(error)}`);
  }
}

/**
 * A DynamoDB stream event source mapping with one batch at a time per shard. A checkpoint is saved
 * only behind records that succeeded, were given up on, or match no filter. Closing lets the running
 * invocation finish.
 */
export const startStreamSource = (o: StreamSourceOptions): { close(): Promise<void> } =>
  new StreamSource(o);
