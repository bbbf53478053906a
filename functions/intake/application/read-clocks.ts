import { loadVisible } from '#application/authority.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { type CountedStretch, stretchesOf, workingMinutesOf } from '#domain/clocks/attribution.ts';
import { type TimeScore, timeScoreOf } from '#domain/clocks/time-score.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { LimitFlag } from '#domain/limits/warnings.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Clock } from '#ports/clock.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly clock: Clock;
  readonly calendars: Calendars;
}

/** A dossier's time: whose it was, what was warned of, and how it is scored. */
export interface DossierClocks {
  readonly stretches: readonly CountedStretch[];
  readonly flags: readonly LimitFlag[];
  readonly score: TimeScore;
}

/** Whose time the dossier's life was, to the working minute: citizen, post or department. */
export const makeReadClocks =
  ({ ledger, clock, calendars }: Deps) =>
  async (actor: Staff, dossierId: DossierId): Promise<Outcome<DossierClocks>> => {
    const found = await loadVisible(ledger, actor, dossierId);
    if (!found.ok) return found;
    const now = clock.now();
    const { dossier } = found.value;
    const stretches = stretchesOf(await ledger.history(dossierId), now);
    const counted = workingMinutesOf(stretches, await calendars.current());
    return counted.ok
      ? done({
          stretches: counted.value,
          flags: dossier.flags ?? [],
          score: timeScoreOf(dossier, now),
        })
      : refuse({ code: 'calendar-missing', year: counted.year });
  };
