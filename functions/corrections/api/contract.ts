import * as z from 'zod';
import { correctionAnswers } from '#domain/dossier/correction.ts';
import { takenOutWhy } from '#domain/scan/scan.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { CorrectedView, CorrectionsView } from './views/correction.ts';

const params = z.object({ dossierId: shape.ulid });
const reason = shape.text(500);
const onDossier = ['dossier-unknown', 'step-not-allowed'] as const;
const papersCorrected = {
  200: z.object({
    correctionId: shape.ulid,
    dossierVersion: z.int(),
    manifestHash: shape.sha256Hex.optional(),
  }),
} as const;

/** What is `null` is taken off the record. */
export const ApplicantChangeShape = z.strictObject({
  name: shape.personName.optional(),
  personalNumber: shape.personalNumber.optional(),
  address: shape.text(300).optional(),
  email: z.email().max(254).nullable().optional(),
  owner: shape.dossierOwner.nullable().optional(),
});

/** Đính chính: what was taken down wrong is put right, with a reason and both values. */
export const contract = {
  /**
   * Tell what changes and nothing else. `identityChecked`: the card was compared; required where name,
   * number or owner change. `state`: `in-force`; `to-acknowledge` where an agency works on the case;
   * `asked` where its result bears the name already. The phone has a route of its own.
   */
  correctApplicant: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/applicant/corrections',
    who: ['clerk'],
    summary:
      'Đính chính thông tin người nộp, chủ hồ sơ · A name, number, address or owner that was typed wrong',
    idempotent: true,
    params,
    body: z.strictObject({
      change: ApplicantChangeShape,
      reason,
      identityChecked: z.boolean().default(false),
    }),
    answers: { 200: CorrectedView },
    refuses: [
      ...onDossier,
      'correction-empty',
      'correction-open',
      'identity-unseen',
      'too-many-corrections',
    ],
  }),
  /** With both values, the oldest first, to whoever may read the dossier; the reading is recorded. */
  listCorrections: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/corrections',
    who: ['clerk', 'courier', 'officer', 'leader'],
    reads: { what: 'dossier', of: 'path' },
    summary: 'Các lần đính chính · What was put right, with both values, by whom and why',
    params,
    query: z.strictObject(shape.page),
    answers: { 200: CorrectionsView },
    refuses: ['dossier-unknown'],
  }),
  /**
   * `acknowledged`: seen, before anything is decided. `granted` or `declined`: whether the result that was
   * made bears what is asked.
   */
  answerCorrection: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/corrections/{correctionId}/answer',
    who: ['officer', 'leader'],
    summary:
      'Cơ quan trả lời đính chính · Seen, granted or declined by the agency that has the case',
    idempotent: true,
    params: z.object({ dossierId: shape.ulid, correctionId: shape.ulid }),
    body: z.strictObject({
      answer: z.enum(correctionAnswers),
      word: shape.text(500).optional(),
    }),
    answers: { 200: CorrectedView },
    refuses: [...onDossier, 'correction-state', 'correction-unknown'],
  }),
  /**
   * The file leaves manifest and views, and nobody opens it any more; it is kept under lock. After the
   * acceptance `manifestHash` is another, and the agency acknowledges that.
   */
  takeOutScan: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/scans/{scanId}/taken-out',
    who: ['clerk', 'officer', 'leader'],
    summary: 'Gỡ tệp quét nhầm · Take out a verified file that does not belong there',
    idempotent: true,
    params: z.object({ dossierId: shape.ulid, scanId: shape.ulid }),
    body: z.strictObject({ why: z.enum(takenOutWhy), reason }),
    answers: papersCorrected,
    refuses: [...onDossier, 'scan-unknown', 'scan-unverified', 'too-many-corrections'],
  }),
  /** All components as they are now, counted again, before slip, pouch and acceptance. */
  correctComponents: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/components/corrections',
    who: ['clerk'],
    summary: 'Đính chính thành phần hồ sơ · Papers that were counted wrong, counted again',
    idempotent: true,
    params,
    body: z.strictObject({
      components: z
        .array(
          z.strictObject({
            id: shape.slug,
            copyKind: z.enum(['original', 'certified', 'photocopy']),
            count: z.int().min(1).max(99),
          }),
        )
        .min(1)
        .max(60),
      reason,
    }),
    answers: papersCorrected,
    refuses: [
      ...onDossier,
      'component-missing',
      'component-unknown',
      'correction-empty',
      'papers-elsewhere',
      'papers-packed',
      'procedure-not-in-force',
      'slip-issued',
    ],
  }),
} as const;
