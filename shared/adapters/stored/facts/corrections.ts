import * as z from 'zod';
import { correctedFields, correctionAnswers } from '#domain/dossier/correction.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { AuthorisationId, CorrectionId } from '#domain/identifiers/record-ids.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { takenOutWhy } from '#domain/scan/scan.ts';
import { lossKnownBy, voidedWhy } from '#domain/shipment/ended-parcel.ts';
import { papers, party, sha256Hex, ulidOf, word } from '../shapes.ts';

const recorded = { correction: ulidOf<CorrectionId>(), recordSha256: sha256Hex };
const fields = z.array(z.enum(correctedFields));
const state = z.enum(['in-force', 'to-acknowledge']);
const shipment = ulidOf<ShipmentId>();

/** What puts right what was added before. */
export const correctionFacts = [
  z.strictObject({ type: z.literal('applicant-corrected'), ...recorded, fields, state }),
  z.strictObject({ type: z.literal('correction-asked'), ...recorded, fields }),
  z.strictObject({
    type: z.literal('correction-answered'),
    ...recorded,
    answer: z.enum(correctionAnswers),
    agency: word,
  }),
  z.strictObject({
    type: z.literal('scan-taken-out'),
    ...recorded,
    scanId: ulidOf<ScanId>(),
    why: z.enum(takenOutWhy),
    state,
    manifestHash: z.exactOptional(word),
  }),
  z.strictObject({ type: z.literal('components-corrected'), ...recorded, components: papers }),
  z.strictObject({
    type: z.literal('authorisation-revoked'),
    authorisation: ulidOf<AuthorisationId>(),
  }),
  z.strictObject({
    type: z.literal('parcel-voided'),
    shipment,
    why: z.enum(voidedWhy),
    back: z.array(z.strictObject({ to: party, papers })),
  }),
  z.strictObject({
    type: z.literal('parcel-lost'),
    shipment,
    waybill: word,
    knownBy: z.enum(lossKnownBy),
    papers,
  }),
  z.strictObject({
    type: z.literal('result-reissued'),
    agency: word,
    shipment: z.exactOptional(shipment),
    pouch: z.exactOptional(ulidOf<PouchId>()),
  }),
] as const;
