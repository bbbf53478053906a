import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeEventPublisher } from '#adapters/aws/sqs/event-publisher.ts';
import { makePublishEvent } from '#application/publish-event.ts';
import { makeSweepOutbox } from '#functions/oversight/application/sweep-outbox.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const publisher = makeEventPublisher({
  notifications: env.NOTIFICATIONS_QUEUE,
  courier: env.COURIER_QUEUE,
  portal: env.PORTAL_QUEUE,
  figures: env.FIGURES_QUEUE,
  departmentPrefix: env.DEPARTMENT_QUEUE_PREFIX,
});
const publish = makePublishEvent({ ...stores, publisher });

export const handler = makeHandler(
  makeSweepOutbox({ ...stores, publish }),
  makeLog('oversight'),
  makeCount('oversight'),
);
