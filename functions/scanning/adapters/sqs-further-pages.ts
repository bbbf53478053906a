import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { AskToGoOn } from '#functions/scanning/ports/inspection-progress.ts';

export const makeAskToGoOn = (queueUrl: string): AskToGoOn => {
  const sqs = new SQSClient({});
  return async (objectKey) => {
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: JSON.stringify({ goOnWith: objectKey }),
      }),
    );
  };
};
