import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { catalogue, type Destination, type PublishedEvent } from '#events/catalogue.ts';
import type { EventPublisher } from '#ports/event-publisher.ts';

export interface QueueUrls {
  readonly notifications: string;
  readonly courier: string;
  readonly portal: string;
  readonly figures: string;
  /** One queue an agency, beside the others: no variable could hold a hundred addresses. */
  readonly departmentPrefix: string;
}

/** Sends each event to the queues that the catalogue names for it. */
export const makeEventPublisher = (queues: QueueUrls): EventPublisher => {
  const sqs = new SQSClient({});
  return {
    publish: async (event) => {
      for (const destination of catalogue[event.type].destinations) {
        await sqs.send(
          new SendMessageCommand({
            QueueUrl: urlFor(queues, destination, event),
            MessageBody: JSON.stringify(event),
          }),
        );
      }
    },
  };
};

const urlFor = (queues: QueueUrls, destination: Destination, event: PublishedEvent): string => {
  if (destination !== 'department') return queues[destination];
  const agency = 'agency' in event.data ? event.data.agency : undefined;
  if (!agency) throw new Error(`no agency in ${event.id}`);
  return new URL(`${queues.departmentPrefix}${agency}`, queues.notifications).href;
};
