import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { eventOfRecord } from '#adapters/aws/dynamodb/stream-event.ts';
import { makeEventPublisher } from '#adapters/aws/sqs/event-publisher.ts';
import { makePublishEvent } from '#application/publish-event.ts';
import { streamWorker } from '#edge/stream.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const publisher = makeEventPublisher({
  notifications: env.NOTIFICATIONS_QUEUE,
  courier: env.COURIER_QUEUE,
  portal: env.PORTAL_QUEUE,
  figures: env.FIGURES_QUEUE,
  departmentPrefix: env.DEPARTMENT_QUEUE_PREFIX,
});

export const handler = streamWorker({
  read: eventOfRecord,
  take: makePublishEvent({ ...makeStores(env), publisher }),
  log: makeLog('routing'),
});
