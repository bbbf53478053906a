import type { RecordKind } from '#ports/records.ts';
import type { CorrectionRecord } from './domain/record.ts';

/** Corrections of a dossier, listed under its id. */
export const correctionKind: RecordKind<CorrectionRecord> = {
  name: 'correction',
  place: ({ dossierId, at }) => ({ names: [], list: { name: dossierId, at } }),
};
