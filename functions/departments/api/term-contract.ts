import * as z from 'zod';
import { route } from '#edge/contract.ts';
import { ExtensionBody, ProlongationBody } from '#edge/desk-bodies.ts';
import * as shape from '#edge/shapes.ts';
import { dossier, onDossier, onLease, Worked, who } from './desk-shapes.ts';

const reason = shape.text(1_000);

/** Thời hạn: what a department does with the days of a dossier, its own and the citizen's. */
export const termContract = {
  /**
   * Xin lỗi và hẹn lại ngày trả kết quả, Mẫu 04 (NĐ 61/2018 art. 19, since replaced by NĐ 118/2025): `newDueDay` is `YYYY-MM-DD`.
   * `extension-day-invalid` tells the day after which it must lie.
   */
  extendDeadline: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/extension',
    who,
    summary:
      'Xin lỗi và hẹn lại (Mẫu 04) · At least a day before the appointment, once; a second needs a leader',
    idempotent: true,
    params: dossier,
    body: ExtensionBody,
    answers: { 200: Worked },
    refuses: [
      ...onLease,
      'calendar-missing',
      'extension-day-invalid',
      'extension-repeated',
      'extension-too-late',
      'no-deadline',
    ],
  }),
  /**
   * Kéo dài thời hạn theo luật, for example Luật Hộ tịch 60/2014/QH13 art. 18(2), 25(2), 28(2), NĐ 23/2015
   * art. 21: `prolongation` is one of the procedure's own (`GET /v1/procedures/{code}`), also on the day of
   * the appointment. No apology. `prolongation-day-invalid` tells the days between which it may lie.
   */
  prolongTerm: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/prolongation',
    who,
    summary:
      'Kéo dài thời hạn theo luật · Where the law of the procedure itself gives more time; the citizen is told the article',
    idempotent: true,
    params: dossier,
    body: ProlongationBody,
    answers: { 200: Worked },
    refuses: [
      ...onLease,
      'prolongation-unagreed',
      'prolongation-not-by-agreement',
      'calendar-missing',
      'no-deadline',
      'procedure-not-in-force',
      'prolongation-day-invalid',
      'prolongation-repeated',
      'prolongation-too-late',
      'prolongation-unknown',
    ],
  }),
  /**
   * Nhận trả lời quá hạn: of what was stopped because papers or a payment did not come in time. The case waits
   * once more, until the next working day is over. `answer-day-of-law`: that last day is the law's.
   */
  admitLateAnswer: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/late-answer',
    who,
    summary:
      'Đồng ý nhận bổ sung, nộp tiền quá hạn · With a reason; the case waits until the next working day is over',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ reason }),
    answers: { 200: Worked },
    refuses: [
      ...onDossier,
      'answer-day-of-law',
      'calendar-missing',
      'papers-elsewhere',
      'procedure-not-in-force',
    ],
  }),
} as const;
