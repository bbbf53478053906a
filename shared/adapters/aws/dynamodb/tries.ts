import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { instant } from '#domain/time/instant.ts';
import type { Tries } from '#ports/tries.ts';
import type { Tables } from './document.ts';
import { triesKey } from './keys.ts';

export const makeTries = (client: DynamoDBDocumentClient, tables: Tables): Tries => ({
  count: async (name, window, now) => {
    const slot = Math.floor(now / window);
    const endsAt = instant((slot + 1) * window);
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: tables.ledger,
        Key: triesKey(name, slot),
        UpdateExpression: 'ADD n :one SET expiresAt = :expires',
        ExpressionAttributeValues: { ':one': 1, ':expires': Math.ceil(endsAt / 1000) + 3600 },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return { n: Attributes?.['n'] as number, endsAt };
  },
  giveBack: async (name, window, now) => {
    await client.send(
      new UpdateCommand({
        TableName: tables.ledger,
        Key: triesKey(name, Math.floor(now / window)),
        UpdateExpression: 'ADD n :back',
        // Counted before, so it is there; a row that has run out is not made anew without its end.
        ConditionExpression: 'attribute_exists(expiresAt)',
        ExpressionAttributeValues: { ':back': -1 },
      }),
    );
  },
});
