import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { awaited } from './awaited.ts';
import type { DeclaredComponent, Dossier } from './dossier.ts';
import { unshown } from './steps/scans.ts';
import { forbidden } from './steps/step.ts';

export interface SheetToPrint extends DeclaredComponent {
  /** Pages that the clerk counted in the hand. */
  readonly pages: number;
}

/**
 * Tờ phân trang of a batch: one for each component that was counted, in the order of the dossier. A
 * component that no file shows yet must be among them: what has no sheet would be filed under the
 * paper before it.
 */
export const sheetsOf = (
  dossier: Dossier,
  counted: ReadonlyMap<string, number>,
): Outcome<readonly SheetToPrint[]> => {
  if (forbidden('request-scan', dossier.status))
    return refuse({ code: 'form-not-available', state: dossier.status });
  const components = awaited(dossier);
  const stranger = counted.keys().find((id) => !components.some((each) => each.id === id));
  if (stranger !== undefined) return refuse({ code: 'component-unknown', component: stranger });
  const uncounted = unshown(dossier).filter(({ id }) => !counted.has(id));
  if (uncounted.length > 0 || counted.size === 0)
    return refuse({ code: 'pages-uncounted', components: uncounted.map(({ id }) => id) });
  return done(
    components.flatMap(({ id, copyKind, count }) => {
      const pages = counted.get(id);
      return pages === undefined ? [] : [{ id, copyKind, count, pages }];
    }),
  );
};
