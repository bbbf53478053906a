import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { SmsLedger, SmsRecord, SmsState } from '#ports/sms.ts';
import type { Tables } from './document.ts';
import { smsKey } from './keys.ts';

const HELD = 'HELD';

/** State and receipt are separate attributes: a receipt may come before `sent` is written. */
export const makeSmsLedger = (client: DynamoDBDocumentClient, { ledger }: Tables): SmsLedger => ({
  find: async (reference) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: ledger, Key: smsKey(reference), ConsistentRead: true }),
    );
    return Item?.['sms'] as SmsRecord | undefined;
  },
  open: (sms) => conditional(() => client.send(opening(ledger, sms))),
  move: (reference, from, to) =>
    conditional(() => client.send(moving(ledger, reference, from, to))),
  receipt: (reference, receipt) =>
    conditional(() =>
      client.send(
        new UpdateCommand({
          TableName: ledger,
          Key: smsKey(reference),
          UpdateExpression: 'SET sms.receipt = :receipt',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':receipt': receipt },
        }),
      ),
    ),
  due: async (now, limit) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: ledger,
        IndexName: 'held',
        KeyConditionExpression: 'held = :held AND heldUntil <= :now',
        ExpressionAttributeValues: { ':held': HELD, ':now': now },
        Limit: limit,
      }),
    );
    return Items.map((item) => item['sms'] as SmsRecord);
  },
});

const opening = (table: string, sms: SmsRecord): PutCommand =>
  new PutCommand({
    TableName: table,
    Item: {
      ...smsKey(sms.reference),
      sms,
      ...(sms.sendAt !== undefined && { held: HELD, heldUntil: sms.sendAt }),
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  });

const moving = (
  table: string,
  reference: string,
  from: readonly SmsState[],
  to: Parameters<SmsLedger['move']>[2],
): UpdateCommand => {
  const states = Object.fromEntries(from.map((state, n) => [`:from${n}`, state]));
  return new UpdateCommand({
    TableName: table,
    Key: smsKey(reference),
    UpdateExpression:
      'SET sms.#state = :state, sms.updatedAt = :at, sms.gatewayId = :id, sms.why = :why REMOVE held, heldUntil',
    ConditionExpression: `sms.#state IN (${Object.keys(states).join(', ')})`,
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ...states,
      ':state': to.state,
      ':at': to.at,
      ':id': to.gatewayId ?? null,
      ':why': to.why ?? null,
    },
  });
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
