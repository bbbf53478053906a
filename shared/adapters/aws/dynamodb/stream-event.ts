import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Unpublished } from '#ports/unit-of-work.ts';
import { unpublishedOf } from './unpublished.ts';

type Image = Parameters<typeof unmarshall>[0];

/** The recorded event of a stream record; undefined for any other item. */
export const eventOfRecord = ({ dynamodb }: DynamoDBRecord): Unpublished | undefined => {
  if (!dynamodb?.NewImage?.['sk']?.S?.startsWith('EV#')) return undefined;
  return unpublishedOf(unmarshall(dynamodb.NewImage as Image));
};
