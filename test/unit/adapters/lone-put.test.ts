import {
  ConditionalCheckFailedException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { transact } from '#adapters/aws/dynamodb/transaction.ts';
import { aClock } from '#test/support/worlds.ts';

const about = { message: 'told by DynamoDB', $metadata: {} };
const write = { Put: { TableName: 'dossiers', Item: { pk: 'R#thing#1', sk: 'META' } } };

/** A table that answers with these errors, one a request, and then takes what it is given. */
const afterErrors = (...errors: readonly Error[]) => {
  const sent: unknown[] = [];
  const send = async (command: unknown) => {
    sent.push(command);
    const error = errors[sent.length - 1];
    if (error) throw error;
  };
  const client = { send } as unknown as DynamoDBDocumentClient;
  const told = () => transact(client, aClock().clock, [{ write, ifRefused: 'claimed' }]);
  return { told, sent };
};

it('one write alone is put as it is', async () => {
  const { told, sent } = afterErrors();
  expect(await told()).toEqual({ ok: true });
  expect(sent).toEqual([expect.any(PutCommand)]);
});

it('its condition is told by its own name', async () => {
  const { told } = afterErrors(new ConditionalCheckFailedException(about));
  expect(await told()).toEqual({ ok: false, why: 'claimed' });
});

it('waits for the transaction of somebody else, and not for ever', async () => {
  const conflicts = Array.from({ length: 6 }, () => new TransactionConflictException(about));
  expect(await afterErrors(...conflicts.slice(1)).told()).toEqual({ ok: true });
  expect(await afterErrors(...conflicts).told()).toEqual({ ok: false, why: 'busy' });
});

it('throws what nobody foresaw', async () => {
  await expect(afterErrors(new Error('no such table')).told()).rejects.toThrow('no such table');
});
