import { type Idempotency, keyOfLine } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Applicant } from '#domain/dossier/dossier.ts';
import type { Outcome } from '#domain/refusal.ts';
import type { Seals } from '#ports/seals.ts';
import type { HandedIn, makeRegisterDossier, Registered } from './register-dossier.ts';

export type HandedInLine = Omit<HandedIn, 'applicant'>;

interface RegisterMany {
  readonly actor: Staff;
  readonly idempotency: Idempotency;
  readonly applicant: Applicant;
  readonly lines: readonly HandedInLine[];
}

interface Deps {
  readonly register: ReturnType<typeof makeRegisterDossier>;
  readonly seals: Pick<Seals, 'sha256'>;
}

/**
 * One sender, many dossiers (doanh nghiệp, dịch vụ nộp hộ; domain §10.11). Each line is a registration
 * of its own under a key of its own, so a call that was cut off is repeated as a whole and goes on where
 * it stood. In order: the lines share their sender's links, and would only wait for each other.
 */
export const makeRegisterMany =
  ({ register, seals }: Deps) =>
  async ({ actor, idempotency, applicant, lines }: RegisterMany) => {
    const outcomes: Outcome<Registered>[] = [];
    for (const [n, line] of lines.entries())
      outcomes.push(
        await register({
          ...line,
          actor,
          applicant,
          idempotency: keyOfLine(idempotency, {
            purpose: 'register-many',
            line: String(n + 1),
            requestHash: seals.sha256(JSON.stringify({ applicant, line })),
          }),
        }),
      );
    return outcomes;
  };
