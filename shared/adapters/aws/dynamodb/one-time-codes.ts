import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  PutCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Tables } from '#adapters/aws/dynamodb/document.ts';
import type { Item } from '#adapters/aws/dynamodb/items.ts';
import { oneTimeCodeKey } from '#adapters/aws/dynamodb/keys.ts';
import type { OneTimeCodes } from '#ports/one-time-codes.ts';

export const makeOneTimeCodes = (
  client: DynamoDBDocumentClient,
  { ledger }: Tables,
): OneTimeCodes => {
  /** What the item is after the update; undefined when its condition did not hold. */
  const change = async (
    name: string,
    update: Pick<
      UpdateCommandInput,
      'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'
    >,
  ): Promise<Item | undefined> => {
    const command = new UpdateCommand({
      TableName: ledger,
      Key: oneTimeCodeKey(name),
      ReturnValues: 'ALL_NEW',
      ...update,
    });
    try {
      return (await client.send(command)).Attributes;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  };
  return {
    put: async (name, { salt, seal, validUntil, tries }) => {
      const expiresAt = Math.ceil(validUntil / 1000);
      const Item = { ...oneTimeCodeKey(name), salt, seal, validUntil, tries, expiresAt };
      await client.send(new PutCommand({ TableName: ledger, Item }));
    },
    spendTry: async (name, now) => {
      const code = await change(name, {
        UpdateExpression: 'ADD tries :spent',
        ConditionExpression: 'tries > :none AND validUntil > :now AND attribute_not_exists(used)',
        ExpressionAttributeValues: { ':spent': -1, ':none': 0, ':now': now },
      });
      return code && { salt: code['salt'] as string, seal: code['seal'] as string };
    },
    consume: async (name, seal) => {
      const code = await change(name, {
        UpdateExpression: 'SET used = :yes',
        ConditionExpression: 'seal = :seal AND attribute_not_exists(used)',
        ExpressionAttributeValues: { ':yes': true, ':seal': seal },
      });
      return code !== undefined;
    },
  };
};
