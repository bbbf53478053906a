import { limitTries } from '#application/limit-tries.ts';
import { senderKey } from '#application/sender-links.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Applicant } from '#domain/dossier/dossier.ts';
import { actorName } from '#domain/dossier/record.ts';
import { isOfSender, type SenderNumber } from '#domain/dossier/sender.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { minutes } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ids } from '#ports/ids.ts';
import { senderKind } from '#ports/kernel-records.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import type { AccessLog, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly access: AccessLog;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly seals: Seals;
  readonly tries: Tries;
}

export interface FindSender {
  readonly actor: Staff;
  readonly kind: SenderNumber;
  readonly value: string;
}

/** Whose matter it was last time (chủ hồ sơ) is nobody's business this time. */
export type Sender = Omit<Applicant, 'owner'>;

/** A rush has one sender a minute at each counter; whoever asks more is looking for something else. */
const perClerk = { limit: 60, window: minutes(15) } as const;

/**
 * Who handed in before at this post office, to be filled in again and read back to the citizen. Exact
 * numbers only, and the name of the clerk is kept before anything is shown.
 */
export const makeFindSender =
  ({ ledger, access, clock, ids, seals, tries }: Deps) =>
  async ({ actor, kind, value }: FindSender): Promise<Outcome<Sender>> => {
    const at = clock.now();
    const refused = await limitTries(tries, at, { name: `sender#${actor.id}`, ...perClerk });
    if (refused) return refused;
    const office = actor.office ?? '';
    const link = await ledger.record(senderKind, await senderKey(seals, office, kind, value));
    const found = link && (await ledger.load(link.dossierId));
    if (!found || !isOfSender(found.applicant, kind, value))
      return refuse({ code: 'sender-unknown' });
    const { dossierId } = link;
    await access.record({
      dossierId,
      actor: actorName(actor),
      what: 'sender',
      at,
      id: ids.next(at),
    });
    const { owner: _, ...sender } = found.applicant;
    return done(sender);
  };
