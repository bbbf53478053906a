import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { readRecord } from '#adapters/stored/record.ts';
import type { KeptRecord, RecordKind } from '#ports/records.ts';
import { unpacked } from './packed.ts';

/** Every record of a kind, in today's form: a whole table is read, so for tools and never for a request. */
export async function* everyRecord<T extends KeptRecord>(
  { client, table }: { readonly client: DynamoDBDocumentClient; readonly table: string },
  kind: RecordKind<T>,
): AsyncGenerator<T> {
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      FilterExpression: 'begins_with(pk, :record) AND sk = :meta',
      ExpressionAttributeValues: { ':record': `R#${kind.name}#`, ':meta': 'META' },
    },
  );
  for await (const { Items = [] } of pages)
    for (const { schema, record } of Items) yield readRecord(kind, schema, unpacked(record));
}
