import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AccessLog } from '#ports/unit-of-work.ts';
import type { Tables } from './document.ts';
import { accessKey } from './keys.ts';

export const makeAccessLog = (client: DynamoDBDocumentClient, tables: Tables): AccessLog => ({
  record: async (entry) => {
    await client.send(
      new PutCommand({
        TableName: tables.dossiers,
        Item: { ...accessKey(entry.dossierId, entry.at, entry.id), entry },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  },
});
