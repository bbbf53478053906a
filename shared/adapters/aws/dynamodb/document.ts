import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface Tables {
  readonly dossiers: string;
  readonly ledger: string;
}

/** How values become attributes: a property that is `undefined` is one that is not there. */
export const marshalling = { removeUndefinedValues: true } as const;

/** Three tries by the SDK, each with the same client token: a repeated transaction applies once. */
export const makeDocumentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 3 }), {
    marshallOptions: marshalling,
  });
