import * as z from 'zod';
import { caseStatuses } from '#domain/dossier/case-status.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { DossierView, HistoryView, WorklistView } from '#edge/views/dossier.ts';
import { handedIn } from './handed-in.ts';
import { offlineContract } from './offline-contract.ts';
import { sendersContract } from './senders-contract.ts';
import { ClocksView } from './views/clocks.ts';

const staff = ['clerk', 'courier', 'officer', 'leader'] as const;
const params = z.object({ dossierId: shape.ulid });

const acted = {
  200: z.object({ dossierId: shape.ulid, version: z.int(), status: z.string() }),
} as const;

const IdentityCardView = z.object({
  fields: z.object({
    number: z.string().optional(),
    oldNumber: z.string().optional(),
    name: z.string().optional(),
    birthDay: z.string().optional(),
    sex: z.enum(['male', 'female']).optional(),
    residence: z.string().optional(),
    issuedDay: z.string().optional(),
  }),
  warnings: z.array(z.string()),
});

/** Nhận hồ sơ at the counter. */
export const contract = {
  ...offlineContract,
  ...sendersContract,
  registerDossier: route({
    method: 'POST',
    path: '/v1/dossiers',
    who: ['clerk'],
    summary: 'Mở hồ sơ tại quầy · Open a dossier: papers counted, nothing promised yet',
    idempotent: true,
    body: z.strictObject(handedIn),
    answers: {
      201: z.object({
        dossierId: shape.ulid,
        version: z.int(),
        /** Of the applicant's number, for the clerk to look at again. */
        warnings: z.array(z.string()),
      }),
    },
  }),
  readIdentityCard: route({
    method: 'POST',
    path: '/v1/identity-cards/read',
    who: ['clerk'],
    summary:
      'Đọc mã QR thẻ căn cước · What the scanner typed, as fields; no proof of identity: the clerk compares card and face',
    body: z.strictObject({ text: z.string().min(1).max(2_000) }),
    answers: { 200: IdentityCardView },
  }),
  listDossiers: route({
    method: 'GET',
    path: '/v1/dossiers',
    who: ['clerk', 'courier'],
    summary: 'Danh sách việc của bưu cục · Worklist of the caller’s post office',
    query: z.strictObject({
      status: z.enum(caseStatuses),
      ...shape.page,
    }),
    answers: { 200: WorklistView },
  }),
  readDossier: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}',
    who: staff,
    summary: 'Xem hồ sơ · The dossier with applicant and scans; the reading is recorded',
    params,
    answers: { 200: DossierView },
  }),
  readHistory: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/history',
    who: staff,
    summary: 'Lịch sử hồ sơ · Every event, hash-chained',
    params,
    answers: { 200: HistoryView },
  }),
  readClocks: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/clocks',
    who: staff,
    summary:
      'Ba đồng hồ · Working time by owner: the citizen was waited for, the post carried, a department worked',
    params,
    answers: { 200: ClocksView },
  }),
  acceptDossier: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/accept',
    who: ['clerk'],
    summary: 'Tiếp nhận · Accept: code, appointment and route in one act',
    idempotent: true,
    params,
    body: z.strictObject({}).optional(),
    answers: {
      200: z.object({
        dossierId: shape.ulid,
        version: z.int(),
        code: z.string(),
        agency: z.object({ id: z.string(), name: z.string() }),
        acceptedAt: shape.isoTime,
        dueAt: shape.isoTime.optional(),
        transferBy: shape.isoTime,
        explanation: z.object({ vi: z.array(z.string()), en: z.array(z.string()) }),
        /** `<year>-<edition>` of each calendar that the date was reckoned with. */
        calendarVersions: z.array(z.string()),
        manifestHash: shape.sha256Hex,
        trackingSecret: z.string(),
        receipt: z.string(),
      }),
    },
  }),
  recordWarning: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/warnings',
    who: ['clerk'],
    summary:
      'Ghi nhận đã hướng dẫn · The counter guides; the citizen may insist on sending all the same',
    idempotent: true,
    params,
    body: z.strictObject({ text: shape.text(500) }),
    answers: acted,
  }),
  withdrawDossier: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/withdrawal',
    who: ['clerk'],
    summary: 'Công dân rút hồ sơ · The citizen’s right until there is a decision',
    idempotent: true,
    params,
    body: z.strictObject({
      reason: shape.text(500),
      /** True: the clerk compared the person with an identity document. */
      identityChecked: z.literal(true),
    }),
    answers: acted,
  }),
  joinDossier: route({
    method: 'POST',
    path: '/v1/dossiers/join',
    who: ['clerk'],
    summary:
      'Nhận bổ sung hoặc thu tiền cho bưu cục khác · With the citizen’s receipt in hand: code and tracking secret',
    idempotent: true,
    body: z.strictObject({ code: z.string().min(8).max(60), secret: z.string().min(8).max(20) }),
    answers: acted,
  }),
  receiveSupplement: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/supplements/received',
    who: ['clerk'],
    summary:
      'Nhận giấy tờ bổ sung · The asked papers are here and verified; the term is counted anew',
    idempotent: true,
    params,
    body: z.strictObject({}).optional(),
    answers: {
      200: z.object({
        dossierId: shape.ulid,
        version: z.int(),
        manifestHash: shape.sha256Hex,
        dueAt: shape.isoTime.optional(),
      }),
    },
  }),
} as const;
