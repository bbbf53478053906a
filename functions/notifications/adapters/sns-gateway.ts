import { PublishCommand, SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import type { OutgoingSms, SmsGateway, SmsOutcome } from '#functions/notifications/ports/sms.ts';

interface Settings {
  /** Sender ID, registered for Vietnam with AWS: 3 to 11 letters and digits. */
  readonly senderId: string;
  readonly endpoint?: string;
}

const timeoutMs = 10_000;

/**
 * Amazon SNS. Vietnam has no AWS long codes, only registered sender IDs (domain §7), and SNS writes
 * what became of a message into a log group: nobody calls us back.
 */
export const makeSnsGateway = ({ senderId, ...where }: Settings): SmsGateway => {
  // One try: SNS has no reference of ours by which it would know a repeat.
  const client = new SNSClient({ maxAttempts: 1, ...where });
  return {
    name: 'sns',
    givesNoReceipts: true,
    send: async (sms) => {
      try {
        const { MessageId } = await client.send(publish(sms, senderId), {
          abortSignal: AbortSignal.timeout(timeoutMs),
        });
        return MessageId
          ? { outcome: 'sent', gatewayId: MessageId }
          : { outcome: 'unknown', why: 'answer-unreadable' };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
};

const publish = ({ phone, text }: OutgoingSms, senderId: string): PublishCommand => {
  const word = (StringValue: string) => ({ DataType: 'String', StringValue });
  return new PublishCommand({
    PhoneNumber: phone,
    Message: text,
    MessageAttributes: {
      'AWS.SNS.SMS.SenderID': word(senderId),
      'AWS.SNS.SMS.SMSType': word('Transactional'),
    },
  });
};

/** A fault of ours was refused before anything was sent; a fault of theirs may have come after. */
const failureOf = (error: unknown): SmsOutcome => {
  if (!(error instanceof SNSServiceException)) return { outcome: 'unknown', why: 'no-answer' };
  const status = error.$metadata.httpStatusCode ?? 500;
  return status >= 400 && status < 500
    ? { outcome: 'refused', why: `sns-${error.name}` }
    : { outcome: 'unknown', why: `http-${status}` };
};
