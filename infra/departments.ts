import { createHash } from 'node:crypto';
import { agencies } from '#data/province.ts';
import type { Agency } from '#domain/catalogue/agency.ts';

/** The agencies that take dossiers: one queue each. An agency that has ended has none. */
export const departmentsWithQueues = agencies.filter(
  ({ takesDossiers, effective }) => takesDossiers && effective.to === undefined,
);

/** The one physical name of the stack (ADR 009): who knows the agency knows its queue. */
export const queuePrefix = 'Department-';

const communeStacks = 5;

/**
 * The stack that an agency's queue lies in. It must never change: a queue that moves takes its
 * messages nowhere. So communes are spread by a hash of their own id, not by their place in a list.
 */
export const queueStackOf = ({ id, level }: Pick<Agency, 'id' | 'level'>): string => {
  if (level !== 'commune') return 'Departments';
  const [first = 0] = createHash('sha256').update(id).digest();
  return `Communes${1 + (first % communeStacks)}`;
};
