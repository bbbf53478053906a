import * as z from 'zod';
import { paymentKinds, paymentWays } from '#domain/dossier/payment.ts';
import { route } from '#edge/contract.ts';
import { leaseNo, RefusalBody, StopBody, SupplementBody } from '#edge/desk-bodies.ts';
import * as shape from '#edge/shapes.ts';
import { dossier, onDossier, onLease, Worked, who } from './desk-shapes.ts';
import { inboxContract } from './inbox-contract.ts';
import { termContract } from './term-contract.ts';

const reason = shape.text(1_000);

/** The department's desk: pull, open, acknowledge, decide. */
export const contract = {
  ...inboxContract,
  ...termContract,
  /**
   * Yêu cầu bổ sung, Mẫu 02 (NĐ 61/2018 art. 17, since replaced by NĐ 118/2025): once and completely. The term stops until the
   * papers are here. A second request needs `confirmsRepeat`; `earlier` in the refusal says how
   * many there were.
   */
  requestSupplement: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/supplements',
    who,
    summary: 'Yêu cầu bổ sung (Mẫu 02) · Ask for papers, once and completely; the clock stops',
    idempotent: true,
    params: dossier,
    body: SupplementBody,
    answers: { 200: Worked },
    refuses: [
      ...onLease,
      'answer-day-invalid',
      'answer-day-of-law',
      'calendar-missing',
      'component-unknown',
      'paper-in-data-base',
      'procedure-not-in-force',
      'supplement-repeated',
    ],
  }),
  /**
   * Thông báo nghĩa vụ tài chính: `amountVnd` in whole đồng. The term stops until it is paid; a tax
   * goes to the treasury only.
   */
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
    refuses: [
      ...onLease,
      'amount-invalid',
      'amount-not-cash',
      'answer-day-invalid',
      'calendar-missing',
      'payment-way-invalid',
    ],
  }),
  /**
   * `number` counts the dossier's requests from 1; `reference` is what the treasury or bank
   * printed. With `cancelled` nothing is owed any more.
   */
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
    refuses: [...onDossier, 'calendar-missing', 'payment-unknown', 'procedure-not-in-force'],
  }),
  /** Dừng giải quyết, Mẫu 05: reversible, with the rest of the term kept. */
  stopDossier: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/stop',
    who,
    summary: 'Dừng giải quyết (Mẫu 05) · The clock stands still; papers can go back',
    idempotent: true,
    params: dossier,
    body: StopBody,
    answers: { 200: Worked },
    refuses: onLease,
  }),
  /** The rest of the term begins to count from now. */
  resumeDossier: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/resume',
    who,
    summary: 'Giải quyết tiếp · With the term that was left',
    idempotent: true,
    params: dossier,
    body: z.strictObject({}).optional(),
    answers: { 200: Worked },
    refuses: [...onDossier, 'calendar-missing', 'procedure-not-in-force'],
  }),
  /**
   * Chuyển hồ sơ đến đúng cơ quan: the citizen keeps code and date. From now on `dossier-unknown`
   * to the agency that gave it away.
   */
  transferDossier: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/transfer',
    who,
    summary: 'Chuyển đúng cơ quan · Code and promised date stay; the lost time is the agencies’',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ leaseNo, toAgency: shape.slug, reason }),
    answers: { 200: Worked },
    refuses: [...onLease, 'agency-unknown', 'calendar-missing'],
  }),
  /**
   * Từ chối tiếp nhận, Mẫu 03: before the dossier is filed, by the department that holds its
   * papers.
   */
  refuseReception: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/reception-refusal',
    who,
    summary:
      'Từ chối tiếp nhận (Mẫu 03) · Before it is filed, by the department that holds its papers',
    idempotent: true,
    params: dossier,
    body: RefusalBody,
    answers: { 200: Worked },
    refuses: onDossier,
  }),
  /** Đồng ý cho rút hồ sơ: ends the case; its papers are owed to the citizen. */
  grantWithdrawal: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/withdrawal/grant',
    who,
    summary: 'Đồng ý rút hồ sơ · The papers go back to the citizen',
    idempotent: true,
    params: dossier,
    body: z.strictObject({}).optional(),
    answers: { 200: Worked },
    refuses: onDossier,
  }),
  /**
   * Ký duyệt: by another person than who proposed. This is the decision, and the citizen is told.
   */
  approveDecision: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/decisions/approve',
    who: ['leader'],
    summary: 'Lãnh đạo duyệt · Another person than the proposer makes it the decision',
    idempotent: true,
    params: dossier,
    body: z.strictObject({}).optional(),
    answers: { 200: Worked },
    refuses: [
      ...onDossier,
      'correction-unacknowledged',
      'papers-elsewhere',
      'proposal-missing',
      'same-signatory',
    ],
  }),
  /**
   * Trả lại dự thảo, with what is to be done. There is no decision, and the citizen is not told.
   */
  returnProposal: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/decisions/return',
    who: ['leader'],
    summary: 'Trả lại chuyên viên · With what is to be done',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ reason }),
    answers: { 200: Worked },
    refuses: [...onDossier, 'proposal-missing', 'same-signatory'],
  }),
  /**
   * Kết quả giải quyết: `resultScanId` is a verified scan of the signed paper; a refusal needs
   * `reason`. Where a leader approves it is a proposal until then. Open legs refuse it always, open
   * consultations until they are confirmed.
   */
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
    refuses: [
      ...onLease,
      'consultations-open',
      'correction-unacknowledged',
      'legs-open',
      'legs-unplanned',
      'papers-elsewhere',
      'procedure-not-in-force',
      'reason-missing',
      'result-missing',
    ],
  }),
} as const;
