import type { Staff } from '#domain/actor/actor.ts';
import { nameToKeep } from '#domain/actor/staff-name.ts';
import { staffNameKind } from '#ports/kernel-records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

type Names = Pick<UnitOfWork, 'record'>;

/** The write that keeps the actor's name for those who meet their id; none where it is kept already. */
export const keptName = async (ledger: Names, actor: Staff): Promise<readonly RecordWrite[]> => {
  if (actor.name === undefined) return [];
  const kept = await ledger.record(staffNameKind, actor.id);
  const after = nameToKeep(kept, actor);
  return after ? [recordWrite(staffNameKind, kept, after)] : [];
};

export interface Named {
  readonly id: string;
  /** Absent: nobody has heard it yet. */
  readonly name?: string;
}

/** Those whose names are kept, each read once. */
export const staffNamed = async (
  ledger: Names,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Named>> => {
  const read = [...new Set(ids)].map(async (id): Promise<[string, Named]> => {
    const kept = await ledger.record(staffNameKind, id);
    return [id, { id, ...(kept && { name: kept.name }) }];
  });
  return new Map(await Promise.all(read));
};
