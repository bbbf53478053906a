import type { KeptRecord, RecordKind } from '#ports/records.ts';
import type { Page, UnitOfWork } from '#ports/unit-of-work.ts';

/** The records of a page of a list, in its order; one that has gone meanwhile leaves the page shorter. */
export const recordsOn = async <R extends KeptRecord>(
  ledger: Pick<UnitOfWork, 'record'>,
  kind: RecordKind<R>,
  { items, ...rest }: Page<string>,
): Promise<Page<R>> => {
  const found = await Promise.all(items.map((id) => ledger.record(kind, id)));
  return { ...rest, items: found.filter((each) => each !== undefined) };
};
