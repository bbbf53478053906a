import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { closingManifest, stillComing } from '../abandoned-scans.ts';
import type { Acceptance, Dossier } from '../dossier.ts';
import type { DecidedFact } from '../handing.ts';
import { unshown } from './scans.ts';
import { type Decision, forbidden } from './step.ts';

/**
 * Whether the dossier may be accepted now. The receipt says that every listed file is safe and
 * readable, so each declared component needs a verified scan and no announced file may still be coming.
 */
export const acceptable = (dossier: Dossier, now: Instant): Outcome<Dossier> => {
  const refused = forbidden('accept', dossier.status);
  if (refused) return refused;
  const open = stillComing(dossier, now);
  if (open.length > 0)
    return refuse({ code: 'scan-unverified', scans: open.map((scan) => scan.id) });
  const unscanned = unshown(dossier);
  if (unscanned.length > 0)
    return refuse({ code: 'component-unscanned', components: unscanned.map(({ id }) => id) });
  return done(dossier);
};

/** Asked before a code is taken: in mode *agent* the department accepts, not the counter. */
export const acceptableAtCounter = (dossier: Dossier, now: Instant): Outcome<Dossier> =>
  dossier.intakeMode === 'onestop'
    ? acceptable(dossier, now)
    : refuse({ code: 'intake-mode', mode: dossier.intakeMode });

/** Filed by the signature under the Biên bản giao nhận: the dossier starts where its papers are. */
export const acceptFiled = (
  dossier: Dossier,
  agency: string,
  acceptance: Acceptance,
  now: Instant,
): Decision =>
  forbidden('accept', dossier.status) ?? done(acceptedBy(dossier, agency, acceptance, now));

const acceptedBy = (
  dossier: Dossier,
  agency: string,
  acceptance: Acceptance,
  now: Instant,
): readonly DecidedFact[] => [
  ...closingManifest(dossier, now),
  { type: 'dossier-accepted', agency, office: dossier.office, ...acceptance },
];

/**
 * Tiếp nhận in mode *onestop*: the clock starts at the counter, or with the receipt by another commune's agency
 * (NĐ 118/2025 art. 17(3), NĐ 309/2026 art. 8(3)). The route to
 * the department is part of the same fact, so a receipt never names a dossier that goes nowhere.
 */
export const accept = (
  dossier: Dossier,
  agency: string,
  acceptance: Acceptance,
  now: Instant,
): Decision => {
  const checked = acceptableAtCounter(dossier, now);
  return checked.ok ? done(acceptedBy(dossier, agency, acceptance, now)) : checked;
};
