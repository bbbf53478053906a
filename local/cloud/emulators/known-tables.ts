import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import { type DynamoDBStreamsClient, ListStreamsCommand } from '@aws-sdk/client-dynamodb-streams';
import { ensureTable, type TableSpec } from './tables.ts';

interface KnownTable {
  /** Of the definition that the table was last made to follow. */
  readonly definition: string;
  readonly streamArn?: string | undefined;
}

type KnownTables = Readonly<Record<string, KnownTable>>;

const read = (file: string): KnownTables => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KnownTables;
  } catch {
    return {};
  }
};

const write = (file: string, tables: KnownTables): void => {
  writeFileSync(`${file}.new`, JSON.stringify(tables));
  renameSync(`${file}.new`, file);
};

const fingerprint = ({ definition }: TableSpec): string =>
  createHash('sha256').update(JSON.stringify(definition)).digest('hex');

/** Told without counting. */
const namesOf = async (client: DynamoDBClient): Promise<ReadonlySet<string>> => {
  const names: string[] = [];
  for await (const { TableNames: page } of paginateListTables({ client }, {}))
    names.push(...(page ?? []));
  return new Set(names);
};

/** Told without counting. */
const streamsOf = async (streamsClient: DynamoDBStreamsClient): Promise<ReadonlySet<string>> => {
  const arns: (string | undefined)[] = [];
  let from: string | undefined;
  do {
    const command = new ListStreamsCommand({ ...(from && { ExclusiveStartStreamArn: from }) });
    const page = await streamsClient.send(command);
    arns.push(...(page.Streams ?? []).map(({ StreamArn: arn }) => arn));
    from = page.LastEvaluatedStreamArn;
  } while (from !== undefined);
  return new Set(arns.filter((arn) => arn !== undefined));
};

/**
 * Makes every table what the template says and answers the ARN of each one's stream. DynamoDB Local
 * counts a table's rows to describe it (37 s at 100,000 dossiers), so what was made is remembered
 * beside the database, and a table is described only when its definition has changed or the database
 * does not know the table or the stream that were remembered.
 */
export const ensureTables = async (o: {
  readonly client: DynamoDBClient;
  readonly streamsClient: DynamoDBStreamsClient;
  readonly directory: string;
  readonly tables: readonly TableSpec[];
}): Promise<ReadonlyMap<string, string>> => {
  const file = join(o.directory, 'tables.json');
  const before = read(file);
  const [names, streams] = await Promise.all([namesOf(o.client), streamsOf(o.streamsClient)]);
  const isAsRemembered = (spec: TableSpec): boolean => {
    const known = before[spec.name];
    return (
      known?.definition === fingerprint(spec) &&
      names.has(spec.name) &&
      (known.streamArn === undefined || streams.has(known.streamArn))
    );
  };
  const settled = Object.fromEntries(
    o.tables.filter(isAsRemembered).map(({ name }) => [name, before[name] as KnownTable]),
  );
  const others = o.tables.filter((spec) => !isAsRemembered(spec));
  if (others.length > 0) {
    // Forgotten before it is touched: half a change must not be taken for a whole one.
    write(file, settled);
    const made = others.map(async (spec): Promise<readonly [string, KnownTable]> => {
      const streamArn = await ensureTable(o.client, spec);
      return [spec.name, { definition: fingerprint(spec), streamArn }];
    });
    Object.assign(settled, Object.fromEntries(await Promise.all(made)));
    write(file, settled);
  }
  return new Map(
    Object.entries(settled).flatMap(([name, { streamArn }]) =>
      streamArn === undefined ? [] : [[name, streamArn] as const],
    ),
  );
};
