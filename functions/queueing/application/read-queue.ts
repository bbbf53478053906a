import type { Staff } from '#domain/actor/actor.ts';
import { officeAsked } from '#domain/actor/office-asked.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { OfficeQueue } from '#functions/queueing/domain/queue.ts';
import { type WaitFigures, waitFigures } from '#functions/queueing/domain/waits.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Clock } from '#ports/clock.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { queueOf } from './work-queue.ts';

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly clock: Clock;
  readonly catalogue: Pick<Catalogue, 'office'>;
}

/** Today's queue, and the waits of any day. */
export const makeReadQueue = ({ ledger, clock, catalogue }: Deps) => ({
  /** By office: for its own clerks, and for the screen on its wall. */
  today: async (office: string): Promise<Outcome<OfficeQueue>> =>
    catalogue.office(office)
      ? done(await queueOf(ledger, office, dayOf(clock.now())))
      : refuse({ code: 'office-unknown' }),
  /** A clerk sees the own office; a supervisor names any. */
  waits: async (
    actor: Staff,
    asked: string | undefined,
    day: VietnamDay,
  ): Promise<Outcome<WaitFigures>> => {
    const whose = officeAsked(actor, asked);
    if (!whose.ok) return whose;
    const { value: office } = whose;
    if (office === undefined || !catalogue.office(office))
      return refuse({ code: 'office-unknown' });
    return done(waitFigures(await queueOf(ledger, office, day)));
  },
});
