import type { Scan } from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Applications, FactOf } from './apply.ts';
import type { Correction } from './correction.ts';
import type { Delivery, Dossier } from './dossier.ts';
import { deliveryOf } from './required.ts';

const corrected = (dossier: Dossier, correction: Correction): Dossier => ({
  ...dossier,
  corrections: [...dossier.corrections, correction],
});

const answered = (
  dossier: Dossier,
  { correction, answer }: FactOf<'correction-answered'>,
): Dossier => ({
  ...dossier,
  corrections: dossier.corrections.map((each) =>
    each.id === correction ? { ...each, state: answer } : each,
  ),
});

const locked = (scan: Scan, fact: FactOf<'scan-taken-out'>, takenOutAt: Instant): Scan => {
  const { id, purpose, mediaType, bytes, sha256, requestedAt } = scan;
  const { component, declaredPages, files } = scan;
  return {
    id,
    purpose,
    mediaType,
    bytes,
    sha256,
    requestedAt,
    ...(component !== undefined && { component }),
    ...(declaredPages !== undefined && { declaredPages }),
    ...(files && { files }),
    state: 'taken-out',
    takenOutAt,
    takenOut: fact.why,
  };
};

const takenOut = (dossier: Dossier, fact: FactOf<'scan-taken-out'>, at: Instant): Dossier => {
  const { scans, acceptance } = dossier;
  const { scanId, correction: id, manifestHash, state } = fact;
  return corrected(
    {
      ...dossier,
      scans: scans.map((scan) => (scan.id === scanId ? locked(scan, fact, at) : scan)),
      ...(acceptance &&
        manifestHash !== undefined && { acceptance: { ...acceptance, manifestHash } }),
    },
    { id, what: 'scan', fields: [], state, at },
  );
};

/** The parcel is history at once: another may be made. */
const ended = (dossier: Dossier, end: Pick<Delivery, 'voidedAt'> | Pick<Delivery, 'lostAt'>) => {
  const { delivery: _, earlierDeliveries = [], ...rest } = dossier;
  return { ...rest, earlierDeliveries: [...earlierDeliveries, { ...deliveryOf(dossier), ...end }] };
};

/** Facts that put right what earlier ones added. */
export const correctionApplications: Applications<
  | 'applicant-corrected'
  | 'correction-asked'
  | 'correction-answered'
  | 'scan-taken-out'
  | 'components-corrected'
  | 'authorisation-revoked'
  | 'parcel-voided'
  | 'parcel-lost'
  | 'result-reissued'
> = {
  'applicant-corrected': (dossier, { correction: id, fields, state }, { recordedAt: at }) =>
    corrected(dossier, { id, what: 'applicant', fields, state, at }),
  'correction-asked': (dossier, { correction: id, fields }, { recordedAt: at }) =>
    corrected(dossier, { id, what: 'applicant', fields, state: 'asked', at }),
  'correction-answered': answered,
  'scan-taken-out': (dossier, fact, { recordedAt }) => takenOut(dossier, fact, recordedAt),
  'components-corrected': (dossier, { components }) => ({
    ...dossier,
    components,
  }),
  'authorisation-revoked': ({ authorisation: _, ...dossier }) => dossier,
  'parcel-voided': (dossier, _fact, { recordedAt }) => ended(dossier, { voidedAt: recordedAt }),
  'parcel-lost': (dossier, _fact, { recordedAt }) => ended(dossier, { lostAt: recordedAt }),
  'result-reissued': (dossier) => dossier,
};
