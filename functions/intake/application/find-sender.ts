import { limitTries } from '#application/limit-tries.ts';
import { senderKey } from '#application/sender-links.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Applicant } from '#domain/dossier/dossier.ts';
import { isOfSender, type SenderNumber } from '#domain/dossier/sender.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { minutes } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import { senderKind } from '#ports/kernel-records.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly clock: Clock;
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

export interface FoundSender {
  readonly sender: Sender;
  /** Where it is known from. */
  readonly dossierId: DossierId;
}

/** A rush has one sender a minute at each counter; whoever asks more is looking for something else. */
const perClerk = { limit: 60, window: minutes(15) } as const;

/**
 * Who handed in before at this post office, to be filled in again and read back to the citizen. Exact
 * numbers only.
 */
export const makeFindSender =
  ({ ledger, clock, seals, tries }: Deps) =>
  async ({ actor, kind, value }: FindSender): Promise<Outcome<FoundSender>> => {
    const at = clock.now();
    const refused = await limitTries(tries, at, { name: `sender#${actor.id}`, ...perClerk });
    if (refused) return refused;
    const office = actor.office ?? '';
    const link = await ledger.record(senderKind, await senderKey(seals, office, kind, value));
    const found = link && (await ledger.load(link.dossierId));
    if (!found || !isOfSender(found.applicant, kind, value))
      return refuse({ code: 'sender-unknown' });
    const { owner: _, ...sender } = found.applicant;
    return done({ sender, dossierId: link.dossierId });
  };
