import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { readEvent } from '#adapters/stored/event.ts';
import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';

type Image = Parameters<typeof unmarshall>[0];

/** The recorded event of a stream record; undefined for any other item. */
export const eventOfRecord = ({ dynamodb }: DynamoDBRecord): ChainedEvent | undefined => {
  if (!dynamodb?.NewImage?.['sk']?.S?.startsWith('EV#')) return undefined;
  return readEvent(unmarshall(dynamodb.NewImage as Image)['event']);
};
