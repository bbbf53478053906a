import type { AttributeValue, _Record as SdkRecord } from '@aws-sdk/client-dynamodb-streams';
import { clockOffsetMs } from '#local/cloud/clock/machine-clock.ts';

/** A stream record as AWS hands it to a function. */
export interface StreamRecord {
  readonly sequenceNumber: string;
  /** When it was written, as far as is known; never later than it was read. */
  readonly arrivedAt: number;
  readonly record: Readonly<Record<string, unknown>>;
}

export interface StreamOrigin {
  readonly streamArn: string;
  readonly region: string;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/**
 * DynamoDB-JSON: binary values in base64, everything else as the SDK has it. In its streams
 * DynamoDB Local writes an empty map as `{}`, which is no value at all; AWS writes `{"M":{}}`.
 */
const toJson = (value: AttributeValue): unknown => {
  if (Object.keys(value).length === 0) return { M: {} };
  if (value.B) return { B: base64(value.B) };
  if (value.BS) return { BS: value.BS.map(base64) };
  if (value.M) return { M: imageToJson(value.M) };
  if (value.L) return { L: value.L.map(toJson) };
  return value;
};

const imageToJson = (image: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, toJson(value)]));

/** DynamoDB Local tells the machine's time; the stack may have another. */
const statedAt = ({ dynamodb }: SdkRecord): number | undefined => {
  const stated = dynamodb?.ApproximateCreationDateTime?.getTime();
  return stated === undefined ? undefined : stated + clockOffsetMs();
};

const change = (record: SdkRecord): Record<string, unknown> => {
  const { Keys, NewImage, OldImage, ...rest } = record.dynamodb ?? {};
  return {
    ApproximateCreationDateTime: Math.floor((statedAt(record) ?? 0) / 1000),
    ...(Keys && { Keys: imageToJson(Keys) }),
    ...(NewImage && { NewImage: imageToJson(NewImage) }),
    ...(OldImage && { OldImage: imageToJson(OldImage) }),
    SequenceNumber: rest.SequenceNumber,
    SizeBytes: rest.SizeBytes,
    StreamViewType: rest.StreamViewType,
  };
};

/** DynamoDB Local names an expired item's removal so, and says not who did it. */
const isExpiry = ({ eventName }: SdkRecord): boolean =>
  String(eventName) === 'UNKNOWN_TO_SDK_VERSION';

const identityOf = (record: SdkRecord): object | undefined => {
  const { userIdentity } = record;
  if (userIdentity) return { type: userIdentity.Type, principalId: userIdentity.PrincipalId };
  return isExpiry(record) ? { type: 'Service', principalId: 'dynamodb.amazonaws.com' } : undefined;
};

/** DynamoDB Local rounds the time down to the minute, AWS to the second. */
const mostRoundedOffMs = 59_999;

/** Taken as late as it may have been, so that no record is thought too old too early. */
const arrival = (record: SdkRecord, readAt: number): number => {
  const stated = statedAt(record) ?? readAt;
  return Math.min(readAt, stated + mostRoundedOffMs);
};

/** https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
export const streamRecord = (
  record: SdkRecord,
  origin: StreamOrigin,
  readAt: number,
): StreamRecord => {
  const userIdentity = identityOf(record);
  return {
    sequenceNumber: record.dynamodb?.SequenceNumber ?? '',
    arrivedAt: arrival(record, readAt),
    record: {
      eventID: record.eventID,
      eventName: isExpiry(record) ? 'REMOVE' : record.eventName,
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: origin.region,
      dynamodb: change(record),
      ...(userIdentity && { userIdentity }),
      eventSourceARN: origin.streamArn,
    },
  };
};
