import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type PublishedEvent, ReceivedEvent } from '#events/catalogue.ts';

/** What a recount reads: whole tables, so for tools and never for a request. */
interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

/** Every event of a record, of whatever version, in the form of today. */
export async function* everyRecordEvent({ client, table }: Table): AsyncGenerator<PublishedEvent> {
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      FilterExpression: 'begins_with(pk, :record) AND begins_with(sk, :event)',
      ExpressionAttributeValues: { ':record': 'R#', ':event': 'EV#' },
    },
  );
  for await (const { Items = [] } of pages)
    for (const { event } of Items) yield ReceivedEvent.parse(event);
}

const Figure = z.object({
  name: z.string(),
  unit: z.string(),
  day: z.iso.date(),
  count: z.int().min(1),
});

/** The counters as they are, a line each in the order of their keys. */
export const storedFigures = async ({ client, table }: Table): Promise<string> => {
  const lines: string[] = [];
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      FilterExpression: 'begins_with(pk, :figure)',
      ExpressionAttributeValues: { ':figure': 'FIG#' },
    },
  );
  for await (const { Items = [] } of pages)
    for (const item of Items) {
      const { name, unit, day, count } = Figure.parse(item);
      lines.push(`${name} ${unit} ${day} ${count}\n`);
    }
  return lines.sort().join('');
};
