import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Tables } from '#adapters/aws/dynamodb/document.ts';
import { everyOffice, smsKey } from '#adapters/aws/dynamodb/keys.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { SmsLedger, SmsRecord } from '#functions/notifications/ports/sms.ts';
import type { Page, PageAsk } from '#ports/unit-of-work.ts';
import { calling, forgetting, held, moving, overdue, receiving, settling } from './sms-updates.ts';

/** State and receipt are separate attributes: a receipt may come before `sent` is written. */
export const makeSmsLedger = (client: DynamoDBDocumentClient, { ledger }: Tables): SmsLedger => {
  const find = async (reference: string): Promise<SmsRecord | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: ledger, Key: smsKey(reference), ConsistentRead: true }),
    );
    return Item?.['sms'] as SmsRecord | undefined;
  };
  const update = (reference: string, change: Partial<UpdateCommandInput>): Promise<boolean> =>
    conditional(() =>
      client.send(new UpdateCommand({ TableName: ledger, Key: smsKey(reference), ...change })),
    );
  const query = (input: Partial<QueryCommandInput>) =>
    client.send(new QueryCommand({ TableName: ledger, ...input }));
  const until = async (list: string, now: Instant, limit: number) => {
    const { Items = [] } = await query({
      IndexName: 'held',
      KeyConditionExpression: 'held = :list AND heldUntil <= :now',
      ExpressionAttributeValues: { ':list': list, ':now': now },
      Limit: limit,
    });
    return Items.map((item) => item['sms'] as SmsRecord);
  };

  return {
    find,
    open: (sms) => conditional(() => client.send(opening(ledger, sms))),
    move: (reference, from, to) => update(reference, moving(from, to)),
    receipt: async (reference, receipt) =>
      (await update(reference, receiving(receipt))) || (await find(reference)) !== undefined,
    due: (now, limit) => until(held, now, limit),
    overdue: (now, limit) => until(overdue, now, limit),
    forget: async (reference) => {
      await update(reference, forgetting);
    },
    call: (reference, call) => update(reference, calling(reference, call)),
    settleCall: (reference, settled) => update(reference, settling(settled)),
    calls: async (office, ask) => pageOf(office, await query(callsOf(office, ask))),
  };
};

const opening = (table: string, sms: SmsRecord): PutCommand =>
  new PutCommand({
    TableName: table,
    Item: {
      ...smsKey(sms.reference),
      sms,
      ...(sms.sendAt !== undefined && { held, heldUntil: sms.sendAt }),
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  });

const indexOf = (office: string | undefined) => (office === undefined ? 'allCalls' : 'calls');

/** The cursor is the sort key alone: whose calls they are comes from the caller's token. */
const callsOf = (
  office: string | undefined,
  { limit, after }: PageAsk,
): Partial<QueryCommandInput> => {
  const index = indexOf(office);
  const partition = office ?? everyOffice;
  return {
    IndexName: index,
    KeyConditionExpression: '#partition = :partition',
    ExpressionAttributeNames: { '#partition': index },
    ExpressionAttributeValues: { ':partition': partition },
    Limit: limit,
    ...(after !== undefined && {
      ExclusiveStartKey: {
        ...smsKey(after.slice(after.indexOf('#') + 1)),
        [index]: partition,
        [`${index}Sort`]: after,
      },
    }),
  };
};

const pageOf = (
  office: string | undefined,
  { Items = [], LastEvaluatedKey }: QueryCommandOutput,
): Page<SmsRecord> => {
  const next = LastEvaluatedKey?.[`${indexOf(office)}Sort`];
  return {
    items: Items.map((item) => item['sms'] as SmsRecord),
    ...(typeof next === 'string' && { next }),
  };
};

/** True when the write went through, false when its condition did not hold. */
const conditional = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
