import type { Instant } from '#domain/time/instant.ts';
import { commitWrites } from './commit-writes.ts';
import type { Tables } from './document.ts';
import type { Item } from './items.ts';
import type { LinkedCommit } from './linked-commit.ts';
import type { GuardedWrite } from './transaction.ts';

/** What DynamoDB takes in one transaction. */
export const mostWrites = 100;

/**
 * The transaction of a commit, or the name of what forbids it. Both stores run this plan, so that
 * neither takes what the other refuses.
 * @throws {DoubleWrite} where a commit writes one item twice: two decisions upon one state that do not
 * know of each other, a defect of the use case.
 */
export const plannedCommit = (
  commit: LinkedCommit,
  tables: Tables,
  now: Instant,
): { readonly writes: readonly GuardedWrite[] } | { readonly why: 'too-large' } => {
  for (const { change, applicant } of commit.dossiers)
    if (change.events.length > 0 && !change.before && !applicant)
      throw new Error('a new dossier needs its applicant');
  const writes = commitWrites(commit, tables, now);
  const seen = new Set<string>();
  for (const guarded of writes) {
    const target = targetOf(guarded);
    if (seen.has(target)) throw new DoubleWrite(target);
    seen.add(target);
  }
  return writes.length > mostWrites ? { why: 'too-large' } : { writes };
};

/** Table and key of the item that a write replaces, or takes texts out of. */
export const targetOf = ({ write: { Put, Update } }: GuardedWrite): string => {
  const key = Put?.Item ?? Update?.Key;
  if (!key) throw new Error('a commit writes whole items, and takes texts out of one');
  const { pk, sk = '' } = key as Item;
  return `${Put?.TableName ?? Update?.TableName} ${pk} ${sk}`;
};

export class DoubleWrite extends Error {
  override readonly name = 'DoubleWrite';
  constructor(target: string) {
    super(`one commit writes ${target.replace(/(PHONE|NAME)#.*/, '$1#…')} twice`);
  }
}
