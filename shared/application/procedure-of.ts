import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Catalogue } from '#ports/catalogue.ts';

/** The procedure in the version that the dossier was registered with, which it keeps. */
export const procedureOf = (
  catalogue: Pick<Catalogue, 'procedureVersion'>,
  { procedure: { code, version } }: Pick<Dossier, 'procedure'>,
): Outcome<Procedure> => {
  const procedure = catalogue.procedureVersion(code, version);
  return procedure ? done(procedure) : refuse({ code: 'procedure-not-in-force', procedure: code });
};
