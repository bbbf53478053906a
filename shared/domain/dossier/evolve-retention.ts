import type { Applications } from './apply.ts';
import type { Dossier } from './dossier.ts';
import { retentionOf } from './required.ts';
import type { RetentionFact } from './retention-fact.ts';

const withoutHold = ({ hold: _, ...dossier }: Dossier): Dossier => dossier;

/** What is erased is erased where it stood; the case stays as it ended. */
export const retentionApplications: Applications<RetentionFact['type']> = {
  'hold-laid': (dossier, { reason, laidBy }, { recordedAt }) => ({
    ...dossier,
    hold: { reason, laidBy, laidAt: recordedAt },
  }),
  'hold-lifted': withoutHold,
  'retention-ended': (dossier, _fact, { recordedAt }) => ({
    ...dossier,
    retention: { endedAt: recordedAt },
  }),
  'files-erased': (dossier, _fact, { recordedAt }) => ({
    ...dossier,
    retention: { ...retentionOf(dossier), filesErasedAt: recordedAt },
  }),
};
