import type { Dossier } from '#domain/dossier/dossier.ts';
import { filingCount } from '#domain/dossier/filing.ts';
import { replayed } from '#domain/history/replay.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import {
  type FigureKey,
  type FigureName,
  type Unit,
  unitsOf,
} from '#functions/oversight/domain/figures.ts';
import type { Figures } from '#functions/oversight/ports/figures.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

/** The dossier before and after the event. */
export interface Step {
  readonly before: Dossier | undefined;
  readonly after: Dossier;
}

const keysOf = (name: FigureName, units: readonly Unit[], day: VietnamDay) =>
  units.map((unit): FigureKey => ({ name, unit, day }));

const acceptedKeys = (dossier: Dossier, day: VietnamDay) =>
  (['dossiers-accepted', `dossiers-accepted-${filingCount(dossier)}`] as const).flatMap((name) =>
    keysOf(name, unitsOf(dossier), day),
  );

/**
 * The counters that an event raises by one. `stepOf` is asked only where the event alone does not say
 * it, and answers from the dossier's history up to this event: so a recount says the same for ever.
 */
export const raisedBy = async (
  event: PublishedEvent,
  stepOf: () => Promise<Step>,
): Promise<readonly FigureKey[]> => {
  const day = dayOf(instant(Date.parse(event.time)));
  switch (event.type) {
    case 'vn.post-counter.ticket-taken.v1':
      return keysOf('tickets-taken', [`office#${event.data.office}`], day);
    case 'vn.post-counter.ticket-served.v1':
      return keysOf('tickets-served', [`office#${event.data.office}`], day);
    case 'vn.post-counter.dossier-accepted.v1':
      return acceptedKeys((await stepOf()).after, day);
    case 'vn.post-counter.dossier-decided.v1':
      return keysOf('dossiers-decided', unitsOf((await stepOf()).after), day);
    case 'vn.post-counter.result-delivered.v1':
    case 'vn.post-counter.result-picked-up.v1': {
      const { before, after } = await stepOf();
      const isReturned = after.status === 'returned' && before?.status !== 'returned';
      return isReturned ? keysOf('dossiers-returned', unitsOf(after), day) : [];
    }
    default:
      return [];
  }
};

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'history'>;
  readonly figures: Figures;
}

/** Counts one event, once, however often and in whatever order it comes. */
export const makeProjectFigures =
  ({ ledger, figures }: Deps) =>
  async (event: PublishedEvent): Promise<Outcome<'raised' | 'counted-before' | 'not-counted'>> => {
    const keys = await raisedBy(event, () => stepIn(ledger, event));
    if (keys.length === 0) return done('not-counted');
    const raised = await figures.raise(event.id, keys);
    return raised === 'busy' ? refuse({ code: 'changed-meanwhile' }) : done(raised);
  };

const stepIn = async (
  ledger: Pick<UnitOfWork, 'history'>,
  { subject, data }: PublishedEvent,
): Promise<Step> => {
  const events = (await ledger.history(subject as DossierId)).slice(0, data.version);
  const after = replayed(events);
  if (!after || events.length < data.version) throw new Error(`${subject} has no ${data.version}`);
  return { before: replayed(events.slice(0, -1)), after };
};
