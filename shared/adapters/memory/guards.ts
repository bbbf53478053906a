import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { marshalling } from '#adapters/aws/dynamodb/document.ts';
import { targetOf } from '#adapters/aws/dynamodb/planned-commit.ts';
import { type GuardedWrite, strongest, type Why } from '#adapters/aws/dynamodb/transaction.ts';

/** What conditions ask of an item that stands; no more of it is kept here. */
export interface Guard {
  readonly version?: unknown;
  readonly n?: unknown;
  readonly recordId?: unknown;
}

/** By table and key. */
export type Guards = Map<string, Guard>;

const largestItem = 400 * 1024;

/** Why the table would not take the writes, by the strongest of all reasons, as DynamoDB judges them. */
export const refusalOf = (guards: Guards, writes: readonly GuardedWrite[]): Why | undefined =>
  strongest(
    new Set(
      writes.flatMap((guarded) => {
        if (sizeOf(guarded) > largestItem) return ['too-large' as const];
        return holds(guards.get(targetOf(guarded)), guarded) ? [] : [guarded.ifRefused];
      }),
    ),
  );

export const keepGuards = (guards: Guards, writes: readonly GuardedWrite[]): void => {
  for (const guarded of writes) {
    const { version, n, recordId }: Guard = guarded.write.Put?.Item ?? {};
    guards.set(targetOf(guarded), { version, n, recordId });
  }
};

/** The conditions that the plan of a commit uses; another one is to be learned here first. */
const holds = (guard: Guard | undefined, { write: { Put } }: GuardedWrite): boolean => {
  const value = (name: string): unknown => Put?.ExpressionAttributeValues?.[name];
  switch (Put?.ConditionExpression) {
    case undefined:
      return true;
    case 'attribute_not_exists(pk)':
      return guard === undefined;
    case 'attribute_not_exists(pk) OR recordId = :record':
      return guard === undefined || guard.recordId === value(':record');
    case 'version = :version':
      return guard?.version === value(':version');
    case 'n = :n':
      return guard?.n === value(':n');
    default:
      throw new Error(`memory knows no condition ${Put?.ConditionExpression}`);
  }
};

/**
 * What is read again after the write: without properties that are `undefined`, as a copy that nobody
 * shares. @throws as the document client does, for what a table cannot keep.
 */
export const asStored = <T extends object>(value: T): T =>
  unmarshall(marshall(value, marshalling)) as T;

/** Roughly as DynamoDB counts: names and values in UTF-8 bytes. Exact sizes matter to no use case. */
const sizeOf = ({ write: { Put } }: GuardedWrite): number => {
  const text = JSON.stringify(Put?.Item);
  return text.length * 3 < largestItem ? 0 : bytesOf(marshall(Put?.Item, marshalling));
};

const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce(
    (sum, [name, each]) => sum + nameBytes(name) + bytesOf(each),
    0,
  );
};

/** `S`, `N`, `M` and their like are types, not names. */
const nameBytes = (name: string): number =>
  /^(S|N|M|L|B|BOOL|NULL)$/.test(name) ? 1 : Buffer.byteLength(name);
