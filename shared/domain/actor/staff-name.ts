import type { Staff } from './actor.ts';

/** Họ tên of a member of staff: facts name them by id alone, screens by this. */
export interface StaffName {
  /** The token's `sub`. */
  readonly id: string;
  readonly version: number;
  readonly name: string;
}

/** The name to keep, where the token tells one and it is not the one that is kept. */
export const nameToKeep = (
  kept: StaffName | undefined,
  { id, name }: Pick<Staff, 'id' | 'name'>,
): StaffName | undefined =>
  name === undefined || name === kept?.name
    ? undefined
    : { id, version: (kept?.version ?? 0) + 1, name };
