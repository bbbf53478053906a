import type { DossierEvent } from '#domain/dossier/dossier-event.ts';
import type { Instant } from '#domain/time/instant.ts';

/** From the deadline of a leg until its agency has answered, or the lead does without. */
export interface LateLeg {
  readonly agency: string;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The lead cannot decide before every leg of a liên thông is settled (NĐ 61/2018 art. 19(6), since replaced by NĐ 118/2025): what a leg takes
 * beyond its own date is its agency's time. An opinion is not waited for after its date, so it costs nobody.
 */
export const lateLegs = (events: readonly DossierEvent[], now: Instant): readonly LateLeg[] =>
  events
    .flatMap((event): readonly LateLeg[] => opened(event, events, now))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);

const opened = (
  { fact }: DossierEvent,
  events: readonly DossierEvent[],
  now: Instant,
): readonly LateLeg[] => {
  if (fact.type !== 'assignment-opened' || fact.dueAt === undefined) return [];
  const { id, agency, dueAt: from } = fact;
  return isLeg(id, events) ? [{ agency, from, to: endOf(id, events) ?? now }] : [];
};

const isLeg = (id: number, events: readonly DossierEvent[]): boolean =>
  events.some(
    ({ fact }) => fact.type === 'assignment-planned' && fact.id === id && fact.purpose === 'leg',
  );

const endOf = (id: number, events: readonly DossierEvent[]): Instant | undefined =>
  events.find(
    ({ fact }) =>
      (fact.type === 'assignment-answered' || fact.type === 'assignment-recalled') &&
      fact.id === id,
  )?.effectiveAt;
