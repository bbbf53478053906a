import { refuse } from '#domain/refusal.ts';
import { fits, type TakeBackLine } from '#domain/shipment/take-back.ts';
import type { Dossier } from '../dossier.ts';
import { handing } from '../handing.ts';
import { asExpected, oldPapersOutstanding, reportOldPapers } from '../old-papers.ts';
import { type Decision, forbidden } from './step.ts';

/** The citizen brings an old paper after the result, or declares it lost: at the dossier's own counter. */
export const takeOldPapers = (dossier: Dossier, lines: readonly TakeBackLine[]): Decision => {
  const refused = forbidden('take-old-papers', dossier.status);
  if (refused) return refused;
  const due = oldPapersOutstanding(dossier);
  if (lines.length === 0 || !fits(asExpected(due), lines))
    return refuse({ code: 'old-papers-differ', papers: due.map(({ id }) => id) });
  return handing(
    dossier,
    reportOldPapers(due, { lines, to: { kind: 'office', id: dossier.office } }),
  );
};
