import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { everyItem } from '#adapters/aws/dynamodb/every-item.ts';
import { days, type Instant, minutes } from '#domain/time/instant.ts';
import type { MissKind, Week } from '../domain/question/miss.ts';
import type { QuestionMisses } from '../ports/question-misses.ts';

const kept = days(90);

/** Of the whole province, so that nobody fills the table. */
const atMostAMinute = 30;

const partitionOf = (week: Week): string => `MISS#${week}`;
const countOf = { nothing: 'nothing', 'not-meant': 'notMeant' } as const satisfies Readonly<
  Record<MissKind, string>
>;

interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

/** Counts one more in this minute, unless it has had all that it may. */
const takesPlace = async ({ client, table }: Table, now: Instant): Promise<boolean> => {
  const minute = Math.floor(now / minutes(1));
  try {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk: 'MISSES', sk: String(minute) },
        UpdateExpression: 'ADD #n :one SET #expires = :expires',
        ConditionExpression: 'attribute_not_exists(#n) OR #n < :most',
        ExpressionAttributeNames: { '#n': 'count', '#expires': 'expiresAt' },
        ExpressionAttributeValues: {
          ':one': 1,
          ':most': atMostAMinute,
          ':expires': Math.ceil((now + days(1)) / 1000),
        },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/** In the table of figures: an item a week and text. */
export const makeQuestionMisses = (at: Table): QuestionMisses => ({
  note: async ({ text, week, kind }, now) => {
    if (!(await takesPlace(at, now))) return 'full';
    await at.client.send(
      new UpdateCommand({
        TableName: at.table,
        Key: { pk: partitionOf(week), sk: text },
        UpdateExpression: 'ADD #n :one SET #expires = if_not_exists(#expires, :expires)',
        ExpressionAttributeNames: { '#n': countOf[kind], '#expires': 'expiresAt' },
        ExpressionAttributeValues: { ':one': 1, ':expires': Math.ceil((now + kept) / 1000) },
      }),
    );
    return 'noted';
  },
});

const Miss = z.object({
  sk: z.string(),
  nothing: z.int().default(0),
  notMeant: z.int().default(0),
  expiresAt: z.int(),
});

export interface CountedMiss {
  readonly text: string;
  readonly nothing: number;
  readonly notMeant: number;
}

/** What led nowhere in a week, most asked first; without what is past its 90 days and not yet taken away. */
export const questionMissesOf = async (
  { client, table }: Table,
  week: Week,
  now: Instant,
): Promise<readonly CountedMiss[]> => {
  const items = await everyItem(client, {
    TableName: table,
    KeyConditionExpression: 'pk = :week',
    ExpressionAttributeValues: { ':week': partitionOf(week) },
  });
  return items
    .map((item) => Miss.parse(item))
    .filter(({ expiresAt }) => expiresAt * 1000 > now)
    .map(({ sk, nothing, notMeant }) => ({ text: sk, nothing, notMeant }))
    .sort((a, b) => b.nothing + b.notMeant - a.nothing - a.notMeant || (a.text < b.text ? -1 : 1));
};
