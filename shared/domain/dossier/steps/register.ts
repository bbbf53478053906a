import type { IntakeMode } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { uncountable } from '#domain/money/cash.ts';
import { done, type Refused, refuse } from '#domain/refusal.ts';
import type { Circumstances } from '../circumstances.ts';
import type { BackEntry, DeclaredComponent, FeesTaken } from '../dossier.ts';
import type { Filing } from '../filing.ts';
import type { Decision } from './step.ts';

export interface Registration extends Filing {
  readonly id: DossierId;
  readonly office: string;
  readonly intakeMode: IntakeMode;
  readonly components: readonly DeclaredComponent[];
  readonly circumstances: Circumstances;
  readonly fees: FeesTaken;
  readonly backEntry?: Pick<BackEntry, 'number' | 'wasComplete'>;
}

/**
 * Clerk and citizen count the papers against the published list (QĐ 45/2016 art. 6). A missing
 * required component is refused here, with every missing one named: guidance is given once,
 * completely (NĐ 118/2025 art. 17). One whose data was read in a public data base is not missing, and
 * of the missing ones it is said which may be read there (NĐ 309/2026 art. 2).
 */
export const register = (procedure: Procedure, registration: Registration): Decision =>
  countable(procedure, registration.components, registration.circumstances) ??
  uncountable(registration.fees.stateFeesVnd, registration.fees.postageVnd) ??
  done([
    {
      type: 'dossier-registered',
      ...registration,
      procedure: { code: procedure.code, version: procedure.version },
    },
  ]);

/** Why these papers are not what the procedure asks for; undefined where they are. */
export const countable = (
  procedure: Procedure,
  components: readonly DeclaredComponent[],
  { fromDataBase = [] }: Circumstances,
): Refused | undefined => {
  const known = new Set(procedure.components.map((component) => component.id));
  const unknown = components.find((component) => !known.has(component.id));
  if (unknown) return refuse({ code: 'component-unknown', component: unknown.id });

  const brought = components.filter(({ count }) => count > 0).map(({ id }) => id);
  const shown = new Set([...brought, ...fromDataBase.map(({ component }) => component)]);
  const missing = procedure.components.filter(({ id, required }) => required && !shown.has(id));
  return missing.length > 0
    ? refuse({
        code: 'component-missing',
        components: missing.map(({ id }) => id),
        inDataBase: missing.filter(({ dataBase }) => dataBase !== undefined).map(({ id }) => id),
      })
    : undefined;
};
