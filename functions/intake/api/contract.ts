import * as z from 'zod';
import { caseStatuses } from '#domain/dossier/case-status.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { DossierView, HistoryView } from '#edge/views/dossier.ts';
import { WorklistView } from '#edge/views/worklist.ts';
import { appointmentContract } from './appointment-contract.ts';
import { applicantWarnings, handedIn, onHandedIn } from './handed-in.ts';
import { offlineContract } from './offline-contract.ts';
import { sendersContract } from './senders-contract.ts';
import { ClocksView } from './views/clocks.ts';
import { RegisteredView } from './views/registered.ts';

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

/** Of a step on a dossier. */
const onDossier = ['dossier-unknown', 'step-not-allowed'] as const;

/** Nhận hồ sơ at the counter. */
export const contract = {
  ...appointmentContract,
  ...offlineContract,
  ...sendersContract,
  /**
   * Mở hồ sơ. Papers are counted one by one; with the answer nothing is promised: no code, no date.
   * `version` grows by one with each event of the dossier.
   */
  registerDossier: route({
    method: 'POST',
    path: '/v1/dossiers',
    who: ['clerk'],
    summary: 'Mở hồ sơ tại quầy · Open a dossier: papers counted, nothing promised yet',
    idempotent: true,
    body: z.strictObject(handedIn),
    answers: {
      201: RegisteredView.extend({
        /** Of the applicant's numbers, for the clerk to look at again. */
        warnings: z.array(z.enum(applicantWarnings)),
      }),
    },
    refuses: [...onHandedIn],
  }),
  /**
   * Mã QR thẻ căn cước công dân: seven fields between bars. A field that cannot be read is absent;
   * `warnings` names what does not fit together (`sex-mismatch`, `layout-unknown`, …). Nothing is
   * kept.
   */
  readIdentityCard: route({
    method: 'POST',
    path: '/v1/identity-cards/read',
    who: ['clerk'],
    summary:
      'Đọc mã QR thẻ căn cước · What the scanner typed, as fields; no proof of identity: the clerk compares card and face',
    body: z.strictObject({ text: z.string().min(1).max(2_000) }),
    answers: { 200: IdentityCardView },
  }),
  /**
   * Danh sách hồ sơ of one case status, in the order in which they came into it; `next` is the
   * cursor for `after`, absent on the last page.
   */
  listDossiers: route({
    method: 'GET',
    path: '/v1/dossiers',
    who: ['clerk', 'courier'],
    reads: 'nothing-personal',
    summary: 'Danh sách việc của bưu cục · Worklist of the caller’s post office',
    query: z.strictObject({
      status: z.enum(caseStatuses),
      ...shape.page,
    }),
    answers: { 200: WorklistView },
  }),
  /**
   * Hồ sơ, whole: for the office that took it, the department that has it and a post office that
   * joined it. Anybody else is told `dossier-unknown`, as for one that does not exist.
   */
  readDossier: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}',
    who: staff,
    reads: { what: 'dossier', of: 'path' },
    summary: 'Xem hồ sơ · The dossier with applicant and scans; the reading is recorded',
    params,
    answers: { 200: DossierView },
    refuses: ['dossier-unknown'],
  }),
  /**
   * Nhật ký hồ sơ, oldest first; each event carries the hash of the one before, and `intact` says
   * whether all of them still fit.
   */
  readHistory: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/history',
    who: staff,
    reads: { what: 'history', of: 'path' },
    summary: 'Lịch sử hồ sơ · Every event, hash-chained',
    params,
    answers: { 200: HistoryView },
    refuses: ['dossier-unknown'],
  }),
  /** Thời gian giải quyết by whose it was: the citizen's, the post's, the department's. */
  readClocks: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/clocks',
    who: staff,
    reads: { what: 'clocks', of: 'path' },
    summary:
      'Ba đồng hồ · Working time by owner: the citizen was waited for, the post carried, a department worked',
    params,
    answers: { 200: ClocksView },
    refuses: ['calendar-missing', 'dossier-unknown'],
  }),
  /**
   * Tiếp nhận hồ sơ và hẹn trả kết quả (NĐ 61/2018 art. 17, since replaced by NĐ 118/2025). Needs a verified scan of each
   * component. `code` is gapless within an agency's day; `dueAt` is absent where the procedure has
   * no term; `manifestHash` stands for exactly the files that were accepted; `trackingSecret` is
   * told here only.
   */
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
        /** `receipt`: the term begins when the competent agency has it; `dueAt` supposes the usual transfer. */
        startsOn: z.enum(['counter', 'receipt']),
        dueAt: shape.isoTime.optional(),
        transferBy: shape.isoTime,
        explanation: z.object({ vi: z.array(z.string()), en: z.array(z.string()) }),
        /** `<year>-<edition>` of each calendar that the date was reckoned with. */
        calendarVersions: z.array(z.string()),
        /** The publication of the catalogue that agency, code and date follow from. */
        catalogueVersion: shape.sha256Hex,
        manifestHash: shape.sha256Hex,
        trackingSecret: z.string(),
        receipt: z.string(),
      }),
    },
    refuses: [
      ...onDossier,
      'calendar-missing',
      'component-unscanned',
      'intake-mode',
      'procedure-not-in-force',
      'scan-unverified',
    ],
  }),
  /** Phiếu hướng dẫn, as far as it was spoken: kept with the dossier, stops nothing. */
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
    refuses: onDossier,
  }),
  /**
   * Rút hồ sơ: asked by the citizen in person. In a department's hands it waits for the grant,
   * before that it takes effect at once.
   */
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
    refuses: [...onDossier, 'too-many-changes'],
  }),
  /**
   * Another post office may go on with the dossier from now on. Wrong pairs are counted: in the end
   * `too-many-tries` says how many seconds to wait.
   */
  joinDossier: route({
    method: 'POST',
    path: '/v1/dossiers/join',
    who: ['clerk'],
    summary:
      'Nhận bổ sung hoặc thu tiền cho bưu cục khác · With the citizen’s receipt in hand: code and tracking secret',
    idempotent: true,
    body: z.strictObject({ code: z.string().min(8).max(60), secret: z.string().min(8).max(20) }),
    answers: acted,
    refuses: ['step-not-allowed', 'too-many-tries', 'tracking-denied'],
  }),
  /**
   * Tiếp nhận hồ sơ bổ sung. Each asked component has a verified scan since; the answer has a new
   * `manifestHash` and the term counted anew from today.
   */
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
    refuses: [
      ...onDossier,
      'calendar-missing',
      'component-unscanned',
      'papers-elsewhere',
      'procedure-not-in-force',
      'scan-unverified',
    ],
  }),
} as const;
