import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
  loadVisible,
  writeOf,
} from '#application/deciding.ts';
import { senderLinks } from '#application/sender-links.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { ContactCorrection } from '#domain/dossier/dossier-event.ts';
import { correctContact } from '#domain/dossier/steps/correct-contact.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
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

/**
 * The phone was another's. The number changes with the fact that it did; the fact is published, and
 * what still matters is said again to the new number (domain §10.12).
 */
export const makeCorrectContact =
  (deps: Deciding & { readonly seals: Seals }) =>
  ({ actor, idempotency, dossierId, phone, why }: CorrectContact) =>
    decideOnce(deps, idempotency, async (now): Promise<Outcome<Attempt<ContactCorrected>>> => {
      const found = await loadVisible(deps.ledger, actor, dossierId);
      // Whoever also works for the department sees it, and still is of another office.
      if (!found.ok || found.value.dossier.office !== actor.office)
        return refuse({ code: 'dossier-unknown' });
      const { dossier, applicant } = found.value;
      const { office } = dossier;
      const corrected = { ...applicant, phone };
      if (applicant.phone === phone) return refuse({ code: 'contact-unchanged' });
      const decision = correctContact(dossier, why);
      if (!decision.ok) return decision;
      const write = writeOf(found.value, decision.value, { actor, now });
      return done({
        result: { dossierId, version: write.change.after.version },
        commit: {
          dossiers: [{ ...write, applicant: corrected }],
          records: await senderLinks(deps, { office, dossierId, applicant: corrected }),
        },
      });
    });
