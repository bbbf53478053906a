import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Tables } from '#adapters/aws/dynamodb/document.ts';
import { phoneAskKey } from '#adapters/aws/dynamodb/keys.ts';
import type { PhoneAsk, PhoneAsks } from '#functions/tracking/ports/phone-asks.ts';

export const makePhoneAsks = (
  client: DynamoDBDocumentClient,
  { ledger: TableName }: Tables,
): PhoneAsks => ({
  keep: async (id, ask, until) => {
    const Item = { ...phoneAskKey(id), ask, expiresAt: Math.ceil(until / 1000) };
    await client.send(new PutCommand({ TableName, Item }));
  },
  find: async (id) => {
    const asked = { TableName, Key: phoneAskKey(id), ConsistentRead: true };
    return (await client.send(new GetCommand(asked))).Item?.['ask'] as PhoneAsk | undefined;
  },
});
