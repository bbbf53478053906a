import type { Sha256Hex } from '#domain/dossier/chain.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Commit } from '#ports/unit-of-work.ts';
import { commitWrites } from './commit-writes.ts';
import type { Tables } from './document.ts';
import type { Item } from './items.ts';
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
  commit: Commit,
  tables: Tables,
  now: Instant,
  sha256: Sha256Hex,
): { readonly writes: readonly GuardedWrite[] } | { readonly why: 'too-large' } => {
  for (const { change, applicant } of commit.dossiers ?? [])
    if (change.events.length > 0 && !change.before && !applicant)
      throw new Error('a new dossier needs its applicant');
  const writes = commitWrites(commit, tables, now, sha256);
  const seen = new Set<string>();
  for (const guarded of writes) {
    const target = targetOf(guarded);
    if (seen.has(target)) throw new DoubleWrite(target);
    seen.add(target);
  }
  return writes.length > mostWrites ? { why: 'too-large' } : { writes };
};

/** Table and key of the item that a write replaces. */
export const targetOf = ({ write: { Put } }: GuardedWrite): string => {
  if (!Put?.Item) throw new Error('a commit writes whole items');
  const { pk, sk = '' } = Put.Item as Item;
  return `${Put.TableName} ${pk} ${sk}`;
};

export class DoubleWrite extends Error {
  override readonly name = 'DoubleWrite';
  constructor(target: string) {
    super(`one commit writes ${target.replace(/(PHONE|NAME)#.*/, '$1#…')} twice`);
  }
}
