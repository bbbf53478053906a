import { targetOf } from '#adapters/aws/dynamodb/planned-commit.ts';
import { itemBytes, largestItem } from '#adapters/aws/dynamodb/stored-value.ts';
import { type GuardedWrite, strongest, type Why } from '#adapters/aws/dynamodb/transaction.ts';

/** What conditions ask of an item that stands; no more of it is kept here. */
export interface Guard {
  readonly version?: unknown;
  readonly n?: unknown;
  readonly recordId?: unknown;
}

/** By table and key. */
export type Guards = Map<string, Guard>;

/** Why the table would not take the writes, by the strongest of all reasons, as DynamoDB judges them. */
export const refusalOf = (guards: Guards, writes: readonly GuardedWrite[]): Why | undefined =>
  strongest(
    new Set(
      writes.flatMap((guarded) => {
        if (itemBytes(guarded.write.Put?.Item ?? {}) > largestItem) return ['too-large' as const];
        return holds(guards.get(targetOf(guarded)), guarded) ? [] : [guarded.ifRefused];
      }),
    ),
  );

export const keepGuards = (guards: Guards, writes: readonly GuardedWrite[]): void => {
  for (const guarded of writes.filter(({ write }) => write.Put)) {
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
