import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type GuardedWrite, transact } from '#adapters/aws/dynamodb/transaction.ts';
import { days } from '#domain/time/instant.ts';
import type { FigureKey } from '#functions/oversight/domain/figures.ts';
import type { Figures } from '#functions/oversight/ports/figures.ts';
import type { Clock } from '#ports/clock.ts';

/** A claim outlives every message that could repeat it: queues keep 14 days, then 14 in the DLQ. */
const claimsKept = days(40);

const claimKey = (eventId: string) => ({ pk: `CLAIM#${eventId}`, sk: 'CLAIM' });
const figureKey = ({ name, unit, day }: FigureKey) => ({ pk: `FIG#${name}#${unit}`, sk: day });

interface Parts {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly clock: Clock;
}

/** Counters in a table of their own: an item a name, unit and day, and the events that were counted. */
export const makeFigures = ({ client, table, clock }: Parts): Figures => ({
  raise: async (eventId, keys) => {
    const expiresAt = Math.ceil((clock.now() + claimsKept) / 1000);
    const claim: GuardedWrite = {
      write: {
        Put: {
          TableName: table,
          Item: { ...claimKey(eventId), expiresAt },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      ifRefused: 'claimed',
    };
    const raised = await transact(client, clock, [
      claim,
      ...keys.map((key) => plusOne(table, key)),
    ]);
    if (raised.ok) return 'raised';
    return raised.why === 'claimed' ? 'counted-before' : 'busy';
  },
});

const plusOne = (table: string, key: FigureKey): GuardedWrite => ({
  write: {
    Update: {
      TableName: table,
      Key: figureKey(key),
      UpdateExpression: 'ADD #count :one SET #name = :name, #unit = :unit, #day = :day',
      ExpressionAttributeNames: {
        '#count': 'count',
        '#name': 'name',
        '#unit': 'unit',
        '#day': 'day',
      },
      ExpressionAttributeValues: {
        ':one': 1,
        ':name': key.name,
        ':unit': key.unit,
        ':day': key.day,
      },
    },
  },
  // It has no condition that could fail.
  ifRefused: 'stale',
});
