import { type Deciding, decideOn } from '#application/deciding.ts';
import type { System } from '#domain/actor/actor.ts';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { expireSupplement } from '#domain/dossier/steps/end.ts';
import { expirePayment } from '#domain/dossier/steps/payment.ts';
import type { Decision } from '#domain/dossier/steps/step.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { DossierIndex } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly index: DossierIndex;
  /** Every agency that has an inbox. */
  readonly agencies: readonly string[];
  readonly calendars: Calendars;
}

const worker: System = { kind: 'system', id: 'departments/expire-requests' };
const atOnce = 100;

/**
 * Hết hạn bổ sung, hết hạn nộp tiền: stops what waits for papers or a payment past its last day. The list is sorted by that day, so a
 * run looks at the expired ones and one more.
 */
export const makeExpireRequests = (deps: Deps) => async (): Promise<number> => {
  let expired = 0;
  for (const agency of deps.agencies) expired += await expireAt(deps, agency);
  return expired;
};

const expireAt = async (deps: Deps, agency: string): Promise<number> => {
  const book = await deps.calendars.current();
  const today = dayOf(deps.clock.now());
  const { items } = await deps.index.inbox(agency, 'with-citizen', { limit: atOnce });
  let expired = 0;
  for (const { id } of items.filter(({ answerBy = today }) => answerBy < today)) {
    const stopped = await decideOn(
      deps,
      'expire-request',
      { actor: worker, dossierId: id },
      ({ dossier }, now) => expire(dossier, now, book),
      () => 1,
    );
    // Somebody brought what was asked for this very moment: then it has not expired.
    if (stopped.ok) expired += stopped.value;
  }
  return expired;
};

const expire = (dossier: Dossier, now: Instant, book: CalendarBook): Decision =>
  dossier.status === 'payment-requested'
    ? expirePayment(dossier, now, book)
    : expireSupplement(dossier, now, book);
