import * as z from 'zod';
import { paymentKinds, paymentWays } from '#domain/dossier/payment.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { WorklistView } from '#edge/views/dossier.ts';

const who = ['officer', 'leader'] as const;
const agency = z.object({ agencyId: shape.slug });
const dossier = z.object({ dossierId: shape.ulid });
const leaseNo = z.int().min(1);
const leaseSeconds = z.int().min(60).max(28_800);

const reason = shape.text(1_000);

const Worked = z.object({
  dossierId: shape.ulid,
  version: z.int(),
  status: z.string(),
  leaseNo,
  leasedUntil: shape.isoTime.optional(),
});

/** The department's desk: pull, open, acknowledge, decide. */
export const contract = {
  readInbox: route({
    method: 'GET',
    path: '/v1/departments/{agencyId}/inbox',
    who,
    summary: 'Hộp hồ sơ của đơn vị · The department’s dossiers, the most urgent first',
    params: agency,
    query: z.strictObject({
      state: z
        .enum([
          'waiting',
          'working',
          'approving',
          'with-citizen',
          'withdrawing',
          'stopped',
          'closed',
        ])
        .default('waiting'),
      ...shape.page,
    }),
    answers: { 200: WorklistView },
  }),
  pullDossiers: route({
    method: 'POST',
    path: '/v1/departments/{agencyId}/inbox/pull',
    who,
    summary: 'Nhận hồ sơ về xử lý · Lease the most urgent dossiers, or the ones named',
    idempotent: true,
    params: agency,
    body: z.strictObject({
      max: z.int().min(1).max(20),
      leaseSeconds,
      dossierIds: z.array(shape.ulid).min(1).max(20).optional(),
    }),
    answers: {
      200: z.object({
        leased: z.array(
          z.object({
            dossierId: shape.ulid,
            version: z.int(),
            leaseNo,
            leasedUntil: shape.isoTime,
            code: z.string(),
            procedure: z.string(),
            dueAt: shape.isoTime.optional(),
          }),
        ),
      }),
    },
  }),
  acknowledgeDossier: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/acknowledge',
    who,
    summary: 'Xác nhận đã mở đủ tệp · Echo the manifest hash of the files that were opened',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ leaseNo, manifestHash: shape.sha256Hex }),
    answers: { 200: Worked },
  }),
  extendLease: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/lease/extend',
    who,
    summary: 'Giữ hồ sơ thêm · Keep the lease longer',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ leaseNo, leaseSeconds }),
    answers: { 200: Worked },
  }),
  releaseLease: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/lease/release',
    who,
    summary: 'Trả hồ sơ lại hộp chung · Give the lease back',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ leaseNo }),
    answers: { 200: Worked },
  }),
  requestSupplement: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/supplements',
    who,
    summary: 'Yêu cầu bổ sung (Mẫu 02) · Ask for papers, once and completely; the clock stops',
    idempotent: true,
    params: dossier,
    body: z.strictObject({
      leaseNo,
      items: z
        .array(
          z.strictObject({
            id: shape.slug,
            copyKind: z.enum(['original', 'certified', 'photocopy']),
            count: z.int().min(1).max(99),
            reason: shape.text(500),
          }),
        )
        .min(1)
        .max(60),
      reason: shape.text(1_000),
      /** Last day for the citizen, `YYYY-MM-DD`. */
      answerBy: shape.vietnamDay,
      confirmsRepeat: z.boolean().default(false),
    }),
    answers: { 200: Worked },
  }),
  requestPayment: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/payment-requests',
    who,
    summary:
      'Yêu cầu thực hiện nghĩa vụ tài chính · The clock stops until it is paid; a tax only to the treasury',
    idempotent: true,
    params: dossier,
    body: z.strictObject({
      leaseNo,
      kind: z.enum(paymentKinds),
      amountVnd: shape.dongs,
      reason,
      /** Last day for the citizen, `YYYY-MM-DD`. */
      payBy: shape.vietnamDay,
      ways: z.array(z.enum(paymentWays)).min(1).max(paymentWays.length),
      /** Account and content of the transfer, where the treasury is a way. */
      instructions: shape.text(500).optional(),
    }),
    answers: { 200: Worked },
  }),
  settlePaymentRequest: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/payment-requests/{number}/settlement',
    who,
    summary:
      'Xác nhận đã nộp kho bạc, hoặc hủy yêu cầu · The case goes on with a new date; the citizen is told',
    idempotent: true,
    params: dossier.extend({ number: z.coerce.number().int().min(1).max(999) }),
    body: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('paid'), reference: shape.paymentReference }),
      z.strictObject({ outcome: z.literal('cancelled'), reason }),
    ]),
    answers: { 200: Worked },
  }),
  extendDeadline: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/extension',
    who,
    summary:
      'Xin lỗi và hẹn lại (Mẫu 04) · At least a day before the appointment, once; a second needs a leader',
    idempotent: true,
    params: dossier,
    body: z.strictObject({
      leaseNo,
      reason,
      newDueDay: shape.vietnamDay,
      override: reason.optional(),
    }),
    answers: { 200: Worked },
  }),
  stopDossier: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/stop',
    who,
    summary: 'Dừng giải quyết (Mẫu 05) · The clock stands still; papers can go back',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ leaseNo, reason }),
    answers: { 200: Worked },
  }),
  resumeDossier: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/resume',
    who,
    summary: 'Giải quyết tiếp · With the term that was left',
    idempotent: true,
    params: dossier,
    body: z.strictObject({}).optional(),
    answers: { 200: Worked },
  }),
  transferDossier: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/transfer',
    who,
    summary: 'Chuyển đúng cơ quan · Code and promised date stay; the lost time is the agencies’',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ leaseNo, toAgency: shape.slug, reason }),
    answers: { 200: Worked },
  }),
  refuseReception: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/reception-refusal',
    who,
    summary:
      'Từ chối tiếp nhận (Mẫu 03) · Before it is filed, by the department that holds its papers',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ reason }),
    answers: { 200: Worked },
  }),
  grantWithdrawal: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/withdrawal/grant',
    who,
    summary: 'Đồng ý rút hồ sơ · The papers go back to the citizen',
    idempotent: true,
    params: dossier,
    body: z.strictObject({}).optional(),
    answers: { 200: Worked },
  }),
  approveDecision: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/decisions/approve',
    who: ['leader'],
    summary: 'Lãnh đạo duyệt · Another person than the proposer makes it the decision',
    idempotent: true,
    params: dossier,
    body: z.strictObject({}).optional(),
    answers: { 200: Worked },
  }),
  returnProposal: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/decisions/return',
    who: ['leader'],
    summary: 'Trả lại chuyên viên · With what is to be done',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ reason }),
    answers: { 200: Worked },
  }),
  decideDossier: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/decisions',
    who,
    summary: 'Ghi kết quả giải quyết · Approve, or refuse in writing with a reason',
    idempotent: true,
    params: dossier,
    body: z.strictObject({
      leaseNo,
      outcome: z.enum(['approved', 'refused']),
      resultScanId: shape.ulid,
      reason: shape.text(1_000).optional(),
      confirmsOpenConsultations: z.boolean().default(false),
    }),
    answers: { 200: Worked },
  }),
} as const;
