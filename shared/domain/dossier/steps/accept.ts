import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { isOfCitizen } from '#domain/scan/scan.ts';
import type { Acceptance, Dossier } from '../dossier.ts';
import { unshown } from './scans.ts';
import { type Decision, forbidden } from './step.ts';

/**
 * Whether the dossier may be accepted now. The receipt says that every listed file is safe and
 * readable, so each declared component needs a verified scan and no announced file may be open.
 */
export const acceptable = (dossier: Dossier): Outcome<Dossier> => {
  const refused = forbidden('accept', dossier.status);
  if (refused) return refused;
  const open = dossier.scans.filter((scan) => isOfCitizen(scan) && scan.state === 'quarantined');
  if (open.length > 0)
    return refuse({ code: 'scan-unverified', scans: open.map((scan) => scan.id) });
  const unscanned = unshown(dossier);
  if (unscanned.length > 0)
    return refuse({ code: 'component-unscanned', components: unscanned.map(({ id }) => id) });
  return done(dossier);
};

/** Asked before a code is taken: in mode *agent* the department accepts, not the counter. */
export const acceptableAtCounter = (dossier: Dossier): Outcome<Dossier> =>
  dossier.intakeMode === 'onestop'
    ? acceptable(dossier)
    : refuse({ code: 'intake-mode', mode: dossier.intakeMode });

/** Filed by the signature under the Biên bản giao nhận: the dossier starts where its papers are. */
export const acceptFiled = (dossier: Dossier, agency: string, acceptance: Acceptance): Decision =>
  forbidden('accept', dossier.status) ??
  done([{ type: 'dossier-accepted', agency, office: dossier.office, ...acceptance }]);

/**
 * Tiếp nhận in mode *onestop*: the clock starts at the counter (TT 01/2018 art. 17). The route to
 * the department is part of the same fact, so a receipt never names a dossier that goes nowhere.
 */
export const accept = (dossier: Dossier, agency: string, acceptance: Acceptance): Decision => {
  const checked = acceptableAtCounter(dossier);
  if (!checked.ok) return checked;
  return done([{ type: 'dossier-accepted', agency, office: dossier.office, ...acceptance }]);
};
