import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect, it, onTestFinished } from 'vitest';
import { openQueueClient } from '#local/cloud/emulators/queue-client.ts';
import { queueUrl, startQueues } from '#local/cloud/emulators/queues.ts';
import { startQueueSource } from '#local/cloud/sources/queue-source.ts';
import { aFunction, runHost } from '../lambda/tiny-functions.ts';
import { credentials, region } from './emulated-queue.ts';

const arn = `arn:aws:sqs:${region}:000000000000:work`;

/** Closing waits for the poll: twenty seconds, were it not woken. */
it('hands over what comes while it waits long, and is woken to close', {
  timeout: 10_000,
}, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'post-counter-queues-'));
  const queues = await startQueues({ directory, port: 0, region });
  const sqs = openQueueClient({ endpoint: queues.url, region, credentials });
  onTestFinished(async () => {
    sqs.destroy();
    await queues.close();
    rmSync(directory, { recursive: true });
  });
  queues.ensure({ name: 'work', arn, attributes: {} });
  const url = queueUrl(queues.url, 'work');
  const { host, printed } = runHost(
    aFunction('export const handler = async (event) => console.log(JSON.stringify(event));'),
  );
  const source = startQueueSource({
    sqs,
    queueUrl: url,
    queueArn: arn,
    functionId: 'Tiny',
    host,
    batchSize: 10,
    batchWindowSeconds: 0,
    reportBatchItemFailures: false,
    region,
    wake: () => queues.wake(arn),
  });
  await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'work' }));
  await expect.poll(() => printed()).toHaveLength(1);
  await expect.poll(() => queues.depth('work')).toBe(0);
  await source.close();
});
