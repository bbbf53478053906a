import { loadVisible } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { type CountedStretch, stretchesOf, workingMinutesOf } from '#domain/clocks/attribution.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierLedger } from '#ports/dossier-ledger.ts';

interface Deps {
  readonly ledger: DossierLedger;
  readonly clock: Clock;
  readonly calendars: Calendars;
}

/** Whose time the dossier's life was, to the working minute: citizen, post or department. */
export const makeReadClocks =
  ({ ledger, clock, calendars }: Deps) =>
  async (actor: Staff, dossierId: DossierId): Promise<Outcome<readonly CountedStretch[]>> => {
    const found = await loadVisible(ledger, actor, dossierId);
    if (!found.ok) return found;
    const stretches = stretchesOf(await ledger.history(dossierId), clock.now());
    const counted = workingMinutesOf(stretches, await calendars.current());
    return counted.ok
      ? done(counted.value)
      : refuse({ code: 'calendar-missing', year: counted.year });
  };
