import { loadToAct } from '#application/authority.ts';
import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  writeOf,
} from '#application/deciding.ts';
import { phoneLink } from '#application/phone-link.ts';
import { senderLinks } from '#application/sender-links.ts';
import { tellNumbers } from '#application/tell-numbers.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Applicant, Dossier } from '#domain/dossier/dossier.ts';
import type { ContactCorrection } from '#domain/dossier/dossier-event.ts';
import { correctContact } from '#domain/dossier/steps/correct-contact.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Ids } from '#ports/ids.ts';
import type { RecordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';

interface CorrectContact {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly phone: string;
  readonly why: ContactCorrection;
}

interface ContactCorrected {
  readonly dossierId: DossierId;
  readonly version: number;
}

interface Deps extends Deciding {
  readonly seals: Seals;
  readonly ids: Ids;
}

/**
 * The phone was another's. The number changes with the fact that it did; the fact is published, and
 * what still matters is said again to the new number (domain §10.12), and the old one is told.
 */
export const makeCorrectContact =
  (deps: Deps) =>
  (request: CorrectContact): Promise<Outcome<ContactCorrected>> =>
    decideOnce(deps, request.idempotency, (now) => corrected(deps, request, now));

const corrected = async (
  deps: Deps,
  { actor, dossierId, phone, why }: CorrectContact,
  now: Instant,
): Promise<Outcome<Attempt<ContactCorrected>>> => {
  const found = await loadToAct(deps.ledger, 'correct-contact', actor, dossierId);
  if (!found.ok) return found;
  const { dossier, applicant } = found.value;
  if (applicant.phone === phone) return refuse({ code: 'contact-unchanged' });
  const decision = correctContact(dossier, why);
  if (!decision.ok) return decision;
  const told = await tellNumbers(deps, { dossier, applicant, change: 'phone-changed', now });
  if (!told.ok) return told;
  const write = writeOf(found.value, decision.value, { actor, now });
  const after = { ...applicant, phone };
  return done({
    result: { dossierId, version: write.change.after.version },
    commit: {
      dossiers: [{ ...write, applicant: after }],
      records: [...told.value, ...(await linksTo(deps, dossier, after, now))],
    },
  });
};

/** Where the dossier is found by the number that it has now. */
const linksTo = async (
  deps: Deps,
  { id: dossierId, office }: Dossier,
  applicant: Applicant,
  at: Instant,
): Promise<readonly RecordWrite[]> => [
  ...(await senderLinks(deps, { office, dossierId, applicant })),
  ...(await phoneLink(deps, { dossierId, applicant, at })),
];
