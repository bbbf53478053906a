import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Staff } from './actor.ts';

/**
 * Which post office a question is about. Staff of one ask about their own, named or not; a supervisor
 * about any, or about all. A foreign name is refused (`office-unknown`), never answered with one's own.
 */
export const officeAsked = (
  { role, office }: Staff,
  asked: string | undefined,
): Outcome<string | undefined> => {
  if (role === 'supervisor') return done(asked);
  const isOwn = office !== undefined && (asked === undefined || asked === office);
  return isOwn ? done(office) : refuse({ code: 'office-unknown' });
};
