import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { type Agency, successorOn } from './agency.ts';
import type { Procedure } from './procedure.ts';

/**
 * The agency that settles the procedure on a day. `commune` procedures go to the commune that is
 * named; without one nobody can be. An agency that has ended
 * is followed to whoever does its work on that day.
 */
export const ownerOn = (
  agencies: ReadonlyMap<string, Agency>,
  { owner }: Pick<Procedure, 'owner'>,
  day: VietnamDay,
  commune?: string,
): Agency | undefined => {
  const id = owner === 'commune' ? commune : owner;
  return id === undefined ? undefined : successorOn(agencies, id, day);
};
