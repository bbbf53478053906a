import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { expect, it, onTestFinished } from 'vitest';
import { startQueueService } from './emulated-queue.ts';

/** More than an agent of Node opens connections at once for the SDK unless told. */
const many = 120;

it('receives a message that is there, however many other queues are waited at', async () => {
  const service = await startQueueService();
  const leave = new AbortController();
  let ended = 0;
  const waits = Array.from({ length: many }, async (_, n) => {
    const { url } = await service.create(`idle-${n}`);
    const poll = new ReceiveMessageCommand({ QueueUrl: url, WaitTimeSeconds: 20 });
    return service.client
      .send(poll, { abortSignal: leave.signal })
      .catch(() => undefined)
      .finally(() => {
        ended += 1;
      });
  });
  onTestFinished(async () => {
    leave.abort();
    await Promise.all(waits);
    await service.close();
  });
  const queue = await service.create('busy');
  await service.send(queue, ['work']);
  expect(await service.receive(queue)).toEqual(['work']);
  expect(ended).toBe(0);
});
