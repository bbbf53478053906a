import type { IntakeMode } from '#domain/catalogue/post-office.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, refuse } from '#domain/refusal.ts';
import type { BackEntry, DeclaredComponent, FeesTaken } from '../dossier.ts';
import type { Decision } from './step.ts';

export interface Registration {
  readonly id: DossierId;
  readonly office: string;
  readonly intakeMode: IntakeMode;
  readonly components: readonly DeclaredComponent[];
  readonly fees: FeesTaken;
  readonly backEntry?: Pick<BackEntry, 'number' | 'wasComplete'>;
}

/**
 * Clerk and citizen count the papers against the published list (QĐ 45/2016 art. 6). A missing
 * required component is refused here, with every missing one named: guidance is given once,
 * completely (NĐ 61/2018 art. 15).
 */
export const register = (procedure: Procedure, registration: Registration): Decision => {
  const known = new Set(procedure.components.map((component) => component.id));
  const unknown = registration.components.find((component) => !known.has(component.id));
  if (unknown) return refuse({ code: 'component-unknown', component: unknown.id });

  const brought = new Set(
    registration.components.filter(({ count }) => count > 0).map(({ id }) => id),
  );
  const missing = procedure.components
    .filter((component) => component.required && !brought.has(component.id))
    .map((component) => component.id);
  if (missing.length > 0) return refuse({ code: 'component-missing', components: missing });

  return done([
    {
      type: 'dossier-registered',
      ...registration,
      procedure: { code: procedure.code, version: procedure.version },
    },
  ]);
};
