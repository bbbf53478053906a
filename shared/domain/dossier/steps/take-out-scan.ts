import type { Procedure } from '#domain/catalogue/procedure.ts';
import { heldBy, lacking } from '#domain/custody/holding.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import { done, refuse } from '#domain/refusal.ts';
import { isOfCitizen, type Scan, type TakenOutWhy } from '#domain/scan/scan.ts';
import type { DeclaredComponent, Dossier } from '../dossier.ts';
import type { DossierFact } from '../dossier-event.ts';
import { handing } from '../handing.ts';
import { tooMany } from './correct-applicant.ts';
import { countable } from './register.ts';
import { findScan } from './scans.ts';
import { type Decision, forbidden } from './step.ts';

type Recorded = Pick<
  Extract<DossierFact, { type: 'scan-taken-out' }>,
  'correction' | 'recordSha256'
>;

/**
 * Gỡ tệp quét: a verified file that does not belong there, a stranger's paper above all, leaves manifest and
 * views; the file itself stays under lock. Who has accepted the dossier with it learns that the manifest is
 * another.
 */
export const takeOutScan = (
  dossier: Dossier,
  asked: Recorded & { readonly scanId: ScanId; readonly why: TakenOutWhy },
  manifestHash: (scans: readonly Scan[]) => string,
): Decision => {
  const refused = forbidden('take-out-scan', dossier.status) ?? tooMany(dossier);
  if (refused) return refused;
  const scan = findScan(dossier, asked.scanId);
  if (scan?.state === 'quarantined' && isOfCitizen(scan))
    return refuse({ code: 'scan-unverified', scans: [scan.id] });
  if (scan?.state !== 'verified' || !isOfCitizen(scan)) return refuse({ code: 'scan-unknown' });
  const left = dossier.scans.filter(({ id }) => id !== scan.id);
  const { acceptance } = dossier;
  return done([
    {
      type: 'scan-taken-out',
      ...asked,
      state: acceptance ? 'to-acknowledge' : 'in-force',
      ...(acceptance && { manifestHash: manifestHash(left) }),
    },
  ]);
};

/**
 * Đính chính thành phần hồ sơ: what was counted wrong, counted again, before anything was handed over or
 * printed of it. Later the count of the pouch says what is missing and what is extra.
 */
export const correctComponents = (
  dossier: Dossier,
  procedure: Procedure,
  components: readonly DeclaredComponent[],
  recorded: Recorded,
): Decision => {
  const refused = forbidden('correct-components', dossier.status);
  if (refused) return refused;
  if (dossier.pouch) return refuse({ code: 'papers-packed', pouch: dossier.pouch });
  if (dossier.slip) return refuse({ code: 'slip-issued', slip: dossier.slip.number });
  const here = heldBy(dossier.custody, { kind: 'office', id: dossier.office });
  if (lacking(here, dossier.components).length > 0) return refuse({ code: 'papers-elsewhere' });
  const isSame = lacking(components, here).length === 0 && lacking(here, components).length === 0;
  if (isSame) return refuse({ code: 'correction-empty' });
  const unfit = countable(procedure, components, dossier.circumstances);
  return unfit ?? handing(dossier, [{ type: 'components-corrected', components, ...recorded }]);
};
