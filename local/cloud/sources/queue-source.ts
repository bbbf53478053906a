import { setTimeout as pause } from 'node:timers/promises';
import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { FunctionHost, Invocation } from '#local/cloud/lambda/function-host.ts';
import { judgeBatch } from './batch-response.ts';
import { payloadChunks } from './payload-chunks.ts';
import { queueRecord } from './queue-event.ts';

interface QueueSourceOptions {
  sqs: SQSClient;
  queueUrl: string;
  queueArn: string;
  functionId: string;
  host: FunctionHost;
  batchSize: number;
  batchWindowSeconds: number;
  maximumConcurrency?: number;
  reportBatchItemFailures: boolean;
  region: string;
  /** Ends every long poll at the queue; without it a poll is short, so that closing need not wait. */
  wake?: () => void;
  onProblem?: (text: string) => void;
}

/** The most that one ReceiveMessage or DeleteMessageBatch takes. */
const mostPerCall = 10;

/** AWS begins with five concurrent batches; without a stated maximum it stays at that here. */
const usualConcurrency = 5;

/**
 * A long poll is never cut off: the emulator goes on waiting for a caller that left and would hand it a
 * message. It is woken to close, or is so short that closing may wait for it. There are more than a hundred
 * sources: each request of an idle one counts.
 */
const pollSeconds = { woken: 20, unwoken: 1 } as const;

/** A poll may begin while others are woken. */
const wakeEveryMs = 50;

/** A wait within a batch window that is too short for a long poll, which counts whole seconds. */
const shortPauseMs = 50;

class QueueSource {
  readonly #o: QueueSourceOptions;
  readonly #running = new Set<Promise<void>>();
  readonly #loop: Promise<void>;
  #closing = false;

  constructor(o: QueueSourceOptions) {
    this.#o = o;
    this.#loop = this.#poll();
  }

  async close(): Promise<void> {
    this.#closing = true;
    const waking = setInterval(() => this.#o.wake?.(), wakeEveryMs);
    await this.#loop;
    clearInterval(waking);
    await Promise.all(this.#running);
  }

  /** One poller: it hands a batch over and receives the next while that is handled. */
  async #poll(): Promise<void> {
    const limit = this.#o.maximumConcurrency ?? usualConcurrency;
    while (!this.#closing) {
      if (this.#running.size >= limit) await Promise.race(this.#running);
      else this.#handOver(await this.#gather());
    }
  }

  #handOver(messages: readonly Message[]): void {
    if (messages.length === 0) return;
    const handling = this.#handle(messages)
      .catch((error: unknown) => this.#problem(String(error)))
      .finally(() => this.#running.delete(handling));
    this.#running.add(handling);
  }

  /** The window opens with the first message, and closes when the batch is full or on time. */
  async #gather(): Promise<readonly Message[]> {
    const { batchSize, batchWindowSeconds, wake } = this.#o;
    const longest = wake ? pollSeconds.woken : pollSeconds.unwoken;
    const batch: Message[] = [...(await this.#receive(batchSize, longest))];
    const until = performance.now() + batchWindowSeconds * 1000;
    while (batch.length > 0 && batch.length < batchSize && !this.#closing) {
      const left = until - performance.now();
      if (left <= 0) break;
      if (left < 1000) await pause(Math.min(shortPauseMs, left));
      batch.push(...(await this.#receive(batchSize - batch.length, left < 1000 ? 0 : 1)));
    }
    return batch;
  }

  async #receive(wanted: number, WaitTimeSeconds: number): Promise<readonly Message[]> {
    try {
      const { Messages: messages } = await this.#o.sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: this.#o.queueUrl,
          MaxNumberOfMessages: Math.min(mostPerCall, wanted),
          WaitTimeSeconds,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
      );
      return messages ?? [];
    } catch (error) {
      this.#problem(`receive: ${String(error)}`);
      await pause(this.#closing ? 0 : 500);
      return [];
    }
  }

  async #handle(messages: readonly Message[]): Promise<void> {
    const record = (message: Message): object =>
      queueRecord(message, { queueArn: this.#o.queueArn, region: this.#o.region });
    for (const chunk of payloadChunks(messages, record)) {
      const event = { Records: chunk.map(record) };
      const invocation = await this.#o.host.invoke(this.#o.functionId, event);
      await this.#delete(this.#succeeded(chunk, invocation));
    }
  }

  /** Whatever is not known to have succeeded stays, and is seen again after its visibility timeout. */
  #succeeded(messages: readonly Message[], invocation: Invocation): readonly Message[] {
    if (!invocation.ok) return [];
    if (!this.#o.reportBatchItemFailures) return messages;
    const ids = new Set(messages.map(({ MessageId: id }) => id ?? ''));
    const judgement = judgeBatch(invocation.payload, ids);
    switch (judgement.kind) {
      case 'all-succeeded':
        if (judgement.warning !== undefined) this.#problem(judgement.warning);
        return messages;
      case 'some-failed':
        return messages.filter(({ MessageId: id }) => !judgement.failed.has(id ?? ''));
      case 'all-failed':
        this.#problem(`the whole batch counts as failed: ${judgement.because}`);
        return [];
    }
  }

  async #delete(messages: readonly Message[]): Promise<void> {
    for (let from = 0; from < messages.length; from += mostPerCall) {
      const entries = messages.slice(from, from + mostPerCall);
      const { Failed: failed } = await this.#o.sqs.send(
        new DeleteMessageBatchCommand({
          QueueUrl: this.#o.queueUrl,
          Entries: entries.map(({ ReceiptHandle }, index) => ({
            Id: String(index),
            ReceiptHandle,
          })),
        }),
      );
      for (const { Code, Message: why } of failed ?? []) this.#problem(`delete: ${Code} ${why}`);
    }
  }

  #problem(text: string): void {
    this.#o.onProblem?.(`${this.#o.queueArn} → ${this.#o.functionId}: ${text}`);
  }
}

/**
 * An SQS event source mapping. It deletes what the function has handled and touches nothing else: no
 * visibility timeout is changed, no dead letter is moved. Closing lets running batches finish.
 */
export const startQueueSource = (o: QueueSourceOptions): { close(): Promise<void> } =>
  new QueueSource(o);
