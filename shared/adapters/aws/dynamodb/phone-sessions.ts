import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { PhoneSession, PhoneSessions } from '#ports/phone-sessions.ts';
import type { Tables } from './document.ts';
import { phoneSessionKey } from './keys.ts';

/** Items that run out in the ledger. The table removes them hours later, so the moment is looked at too. */
export const makePhoneSessions = (
  client: DynamoDBDocumentClient,
  { ledger: TableName }: Tables,
): PhoneSessions => ({
  open: async (key, session) => {
    await client.send(
      new PutCommand({
        TableName,
        Item: {
          ...phoneSessionKey(key),
          session,
          expiresAt: Math.ceil(session.expiresAt / 1000),
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  },
  find: async (key, now) => {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: phoneSessionKey(key), ConsistentRead: true }),
    );
    const session = Item?.['session'] as PhoneSession | undefined;
    if (!session || Item?.['ended'] === true || session.expiresAt <= now) return undefined;
    return session;
  },
  end: async (key) => {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: phoneSessionKey(key),
          UpdateExpression: 'SET ended = :yes',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':yes': true },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});
