import * as z from 'zod';
import { slipsInBlock } from '#domain/identifiers/temporary-number.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { applicantWarnings, handedIn, onHandedIn } from './handed-in.ts';
import { temporaryNumber } from './offline-shapes.ts';
import { untimelyContract } from './untimely-contract.ts';
import { RegisteredView } from './views/registered.ts';
import { BlockListView, BlockView } from './views/temporary-block.ts';

const clerk = ['clerk'] as const;
const blockId = z
  .string()
  .length(6)
  .regex(/^\d{6}$/);
const block = z.object({ block: blockId });

/** Mất mạng, mất điện (domain §10.10): slips leased ahead, filled in on paper, entered later. */
export const offlineContract = {
  ...untimelyContract,
  /**
   * Lĩnh dải số tạm: consecutive numbers, each on a blank slip, for one device until they are used,
   * void or returned.
   */
  leaseBlock: route({
    method: 'POST',
    path: '/v1/temporary-blocks',
    who: clerk,
    summary:
      'Lĩnh dải số tạm · A block of temporary numbers for a counter, to be used when the line is down',
    idempotent: true,
    body: z.strictObject({
      /** The counter or device, as the office calls it. */
      device: shape.slug,
      size: z.int().min(1).max(slipsInBlock).optional(),
    }),
    answers: { 201: BlockView },
    refuses: ['temporary-block-size', 'temporary-blocks-open'],
  }),
  /** The office's blocks, open or closed, each with what became of its slips. */
  listBlocks: route({
    method: 'GET',
    path: '/v1/temporary-blocks',
    who: clerk,
    reads: 'nothing-personal',
    summary: 'Các dải số tạm của bưu cục · With used, void, blank and missing slips',
    query: z.strictObject({
      state: z.enum(['open', 'closed']).default('open'),
      limit: shape.page.limit,
      after: z
        .string()
        .max(30)
        .regex(/^\d{14}#\d{6}$/)
        .optional(),
    }),
    answers: { 200: BlockListView },
  }),
  /** One block, slip by slip. */
  readBlock: route({
    method: 'GET',
    path: '/v1/temporary-blocks/{block}',
    who: clerk,
    reads: 'nothing-personal',
    summary: 'Xem dải số tạm · Slip by slip: blank, used for which dossier, void and why, missing',
    params: block,
    answers: { 200: BlockView },
    refuses: ['temporary-block-unknown'],
  }),
  /**
   * Hủy phiếu tạm: the number is used up; the sheet stays in the drawer and counts at the close.
   */
  voidSlip: route({
    method: 'POST',
    path: '/v1/temporary-blocks/voids',
    who: clerk,
    summary: 'Hủy phiếu tạm hỏng · The sheet is kept; paper slips are counted',
    idempotent: true,
    body: z.strictObject({ number: temporaryNumber, reason: shape.text(300) }),
    answers: { 200: BlockView },
    refuses: [
      'temporary-number-returned',
      'temporary-number-unknown',
      'temporary-number-used',
      'temporary-number-void',
    ],
  }),
  /**
   * Quyết toán dải số tạm: every number is used, void or blank in hand; `slips-missing` names the
   * others until an `explanation` stands for them.
   */
  closeBlock: route({
    method: 'POST',
    path: '/v1/temporary-blocks/{block}/close',
    who: clerk,
    summary:
      'Đóng dải số tạm · Used, void and blank in hand make up the block; what is missing is named and explained',
    idempotent: true,
    params: block,
    body: z.strictObject({
      /** Blank sheets in the drawer, which are destroyed. */
      blanks: z.array(temporaryNumber).max(slipsInBlock),
      explanation: shape.text(500).optional(),
    }),
    answers: { 200: BlockView },
    refuses: [
      'slips-missing',
      'slips-not-blank',
      'temporary-block-closed',
      'temporary-block-unknown',
    ],
  }),
  /**
   * Nhập bù hồ sơ tiếp nhận bằng giấy: `takenAt` is when the citizen stood at the counter and is
   * what terms count from; `enteredAt` is now. A time outside its bounds is refused with the reason, kept with the
   * slip and put on the supervisors’ list; what was typed stays with the counter.
   */
  enterDossier: route({
    method: 'POST',
    path: '/v1/back-entries',
    who: clerk,
    summary:
      'Nhập sau hồ sơ nhận bằng phiếu tạm · Keeps the time of taking and the time of entry (NĐ 118/2025 art. 17)',
    idempotent: true,
    body: z.strictObject({
      ...handedIn,
      number: temporaryNumber,
      /** As it stands on the slip. */
      takenAt: shape.isoTime,
      /** The clerk confirms that the papers were complete then. */
      wasComplete: z.boolean(),
    }),
    answers: {
      201: RegisteredView.extend({
        number: z.string(),
        takenAt: shape.isoTime,
        enteredAt: shape.isoTime,
        /** Of the applicant's numbers, for the clerk to look at again. */
        warnings: z.array(z.enum(applicantWarnings)),
      }),
    },
    refuses: [
      ...onHandedIn,
      'taken-time-invalid',
      'temporary-number-returned',
      'temporary-number-unknown',
      'temporary-number-used',
      'temporary-number-void',
    ],
  }),
  /**
   * Which dossier a typed or scanned number means, of the caller's office: mã hồ sơ, phiếu tạm, phiếu gửi,
   * waybill or phiếu thu; blanks, letter-like digits and a code's address are fine.
   */
  findDossier: route({
    method: 'GET',
    path: '/v1/dossiers/lookup',
    who: ['clerk', 'courier', 'officer', 'leader'],
    reads: { what: 'look-up', of: 'answer' },
    summary: 'Tìm theo mã hồ sơ hoặc số tạm · By what was typed or scanned off any paper',
    query: z.strictObject({ number: z.string().min(8).max(200) }),
    answers: {
      200: z.object({
        dossierId: shape.ulid,
        status: z.string(),
        code: z.string().optional(),
        temporaryNumber: z.string().optional(),
      }),
    },
    refuses: ['dossier-unknown'],
  }),
} as const;
