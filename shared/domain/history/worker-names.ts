/**
 * Names of workers as they stand in old events, with their names of today. The old ones are bound into
 * chains of hashes, so they stay there for ever.
 */
const formerNames: Readonly<Record<string, string>> = {
  'system:handover/settle-pouch': 'system:handover/settle-pouches',
};

/** Who acted, by the name of today. */
export const actorToday = (actor: string): string => formerNames[actor] ?? actor;
