import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { OtpRequests } from '#functions/tracking/ports/otp-requests.ts';

export const makeOtpRequests = (queueUrl: string): OtpRequests => {
  const sqs = new SQSClient({});
  return {
    ask: async (request) => {
      await sqs.send(
        new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(request) }),
      );
    },
  };
};
