import type { Invocation } from '#local/cloud/lambda/function-host.ts';
import { judgeBatch } from './batch-response.ts';
import { type Discarded, discardedBatch } from './discarded-batch.ts';
import { pause } from './pause.ts';
import { payloadChunks } from './payload-chunks.ts';
import type { StreamRecord } from './stream-event.ts';
import type { StreamSourceOptions } from './stream-options.ts';

/** Records that are handed over together, and what has been tried with them. */
interface Segment {
  readonly records: readonly StreamRecord[];
  /** Failed invocations that count towards the retry quota. */
  readonly failures: number;
  readonly last?: Invocation;
}

const slowestRetryMs = 1000;
const sinkAttempts = 5;

const backOff = (failures: number): number => Math.min(slowestRetryMs, 25 * 2 ** failures);

/**
 * Hands one batch of a shard to the function until every record of it has succeeded or is given up.
 * Order holds: what follows a failed record waits for it.
 *
 * AWS's documentation is silent in two places, decided here: a batch whose first record is the one
 * reported as failed is halved (at the reported record there is nothing to split off), and progress
 * by a partial response does not set the retry count back.
 */
export class BatchDelivery {
  readonly #o: StreamSourceOptions;
  readonly #shardId: string;
  readonly #closing: AbortSignal;

  constructor(o: StreamSourceOptions, shardId: string, closing: AbortSignal) {
    this.#o = o;
    this.#shardId = shardId;
    this.#closing = closing;
  }

  /** Resolves when all was dealt with, or early when the source was closed. */
  async deliver(records: readonly StreamRecord[]): Promise<void> {
    const segments: Segment[] = payloadChunks(records, ({ record }) => record).map((chunk) => ({
      records: chunk,
      failures: 0,
    }));
    for (let next = segments.shift(); next; next = segments.shift()) {
      if (this.#closing.aborted) return;
      const fresh = await this.#discardAged(next);
      if (fresh.records.length > 0) segments.unshift(...(await this.#attempt(fresh)));
    }
  }

  /** Returns what is left to do with the segment. */
  async #attempt(segment: Segment): Promise<readonly Segment[]> {
    const { records } = segment;
    const event = { Records: records.map(({ record }) => record) };
    const last = await this.#o.host.invoke(this.#o.functionId, event);
    if (!last.ok && last.why === 'throttled') {
      // The batch did not reach the function, so the quota is not touched.
      await pause(slowestRetryMs, this.#closing);
      return [segment];
    }
    const failedAt = this.#firstFailure(records, last);
    const done = failedAt === undefined ? records : records.slice(0, failedAt);
    this.#checkpoint(done);
    if (failedAt === undefined) return [];
    const failures = segment.failures;
    return this.#again({ records: records.slice(failedAt), failures, last }, failedAt > 0);
  }

  async #again(rest: Segment, progressed: boolean): Promise<readonly Segment[]> {
    const { records, failures } = rest;
    const { bisectBatchOnFunctionError: bisect, maximumRetryAttempts } = this.#o;
    // A split costs nothing of the quota.
    if (bisect && progressed) return [rest];
    if (bisect && records.length > 1) {
      const middle = Math.ceil(records.length / 2);
      return [
        { ...rest, records: records.slice(0, middle) },
        { ...rest, records: records.slice(middle) },
      ];
    }
    const exhausted = maximumRetryAttempts >= 0 && failures >= maximumRetryAttempts;
    if (!exhausted) {
      await pause(backOff(failures), this.#closing);
      return [{ ...rest, failures: failures + 1 }];
    }
    await this.#discard(rest, 'RetryAttemptsExhausted', failures + 1);
    return [];
  }

  #firstFailure(records: readonly StreamRecord[], invocation: Invocation): number | undefined {
    if (!invocation.ok) return 0;
    if (!this.#o.reportBatchItemFailures) return undefined;
    const numbers = new Set(records.map(({ sequenceNumber }) => sequenceNumber));
    const judgement = judgeBatch(invocation.payload, numbers);
    switch (judgement.kind) {
      case 'all-succeeded':
        if (judgement.warning !== undefined) this.#problem(judgement.warning);
        return undefined;
      case 'some-failed':
        return records.findIndex(({ sequenceNumber }) => judgement.failed.has(sequenceNumber));
      case 'all-failed':
        this.#problem(`the whole batch counts as failed: ${judgement.because}`);
        return 0;
    }
  }

  async #discardAged(segment: Segment): Promise<Segment> {
    const limit = this.#o.maximumRecordAgeSeconds;
    if (limit < 0) return segment;
    const oldest = Date.now() - limit * 1000;
    const firstFresh = segment.records.findIndex(({ arrivedAt }) => arrivedAt >= oldest);
    const aged = firstFresh < 0 ? segment.records.length : firstFresh;
    if (aged === 0) return segment;
    const given = { ...segment, records: segment.records.slice(0, aged) };
    await this.#discard(given, 'RecordAgeExceeded', segment.failures);
    return { ...segment, records: segment.records.slice(aged) };
  }

  async #discard(
    { records, last }: Segment,
    condition: Discarded['condition'],
    invokeCount: number,
  ): Promise<void> {
    const shardId = this.#shardId;
    const metadata = discardedBatch(
      { shardId, records, condition, invokeCount, last },
      this.#o,
      Date.now(),
    );
    this.#problem(`${records.length} record(s) discarded: ${condition}`);
    await this.#report(metadata);
    this.#checkpoint(records);
  }

  /** As on AWS, a destination that cannot be reached does not hold up the shard for ever. */
  async #report(metadata: object): Promise<void> {
    for (let attempt = 1; attempt <= sinkAttempts; attempt += 1) {
      try {
        await this.#o.onFailure?.(metadata);
        return;
      } catch (error) {
        this.#problem(`on-failure destination: ${String(error)}: ${JSON.stringify(metadata)}`);
        await pause(backOff(attempt), this.#closing);
      }
    }
  }

  #checkpoint(done: readonly StreamRecord[]): void {
    const last = done.at(-1);
    if (last) this.#o.checkpoint.save(this.#shardId, last.sequenceNumber);
  }

  #problem(text: string): void {
    this.#o.onProblem?.(`${this.#shardId} → ${this.#o.functionId}: ${text}`);
  }
}
