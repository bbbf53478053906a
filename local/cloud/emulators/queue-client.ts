import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';

/**
 * A client that as many sources as there are queues may wait with. Each waits in a long poll of its own;
 * with the usual fifty connections, a message that is there waits for another queue's poll to end.
 */
export const openQueueClient = (
  where: Pick<SQSClientConfig, 'endpoint' | 'region' | 'credentials'>,
): SQSClient =>
  new SQSClient({
    ...where,
    requestHandler: { httpAgent: { keepAlive: true, maxSockets: Number.POSITIVE_INFINITY } },
  });
