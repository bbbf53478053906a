import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { catalogue, type Destination, type PublishedEvent } from '#events/catalogue.ts';
import type { EventPublisher } from '#ports/event-publisher.ts';

export interface QueueUrls {
  readonly notifications: string;
  readonly courier: string;
  readonly portal: string;
  /** One queue an agency: one department's backlog or poison never delays another. */
  readonly departments: Readonly<Record<string, string>>;
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
  const url = agency && Object.hasOwn(queues.departments, agency) && queues.departments[agency];
  if (!url) throw new Error(`no queue for the agency of ${event.id}`);
  return url;
};
