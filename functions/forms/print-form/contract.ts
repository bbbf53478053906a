import * as z from 'zod';
import { scanLimits } from '#domain/scan/scan.ts';
import { route } from '#edge/contract.ts';
import {
  ExtensionBody,
  ProlongationBody,
  RefusalBody,
  StopBody,
  SupplementBody,
} from '#edge/desk-bodies.ts';
import * as shape from '#edge/shapes.ts';

/**
 * Prints are counted here, and every one after the first is marked and opens nothing: how often it was printed
 * is no word of the caller's, and what a caller says of it is passed over.
 */
const printQuery = z.object({
  /** The caller's own name for this print: asked again with it within ten minutes, it is the same print. */
  print: z
    .string()
    .regex(/^[\x21-\x7e]{8,128}$/)
    .optional(),
});

/** `don-dang-ky:2,giay-chung-nhan:4` */
const counted = z
  .string()
  .max(4_000)
  .regex(/^(?:[a-z0-9-]{1,60}:[1-9]\d{0,2}(?:,(?=.)|$))*$/)
  .default('')
  .transform(
    (text) =>
      new Map(
        text
          .split(',')
          .filter(Boolean)
          .map((each): [string, number] => {
            const [component = '', pages] = each.split(':');
            return [component, Number(pages)];
          }),
      ),
  )
  .refine((pages) => pages.values().every((count) => count <= scanLimits.pages));

/** What would be typed into the act, by the paper that it leaves. */
const Preview = z.discriminatedUnion('form', [
  SupplementBody.extend({ form: z.literal('supplement') }),
  ExtensionBody.extend({ form: z.literal('extension') }),
  ProlongationBody.extend({ form: z.literal('prolongation') }),
  StopBody.extend({ form: z.literal('stop') }),
  RefusalBody.extend({ form: z.literal('refusal') }),
]);

/** In biểu mẫu. */
export const contract = {
  /**
   * Mẫu 01–05, phiếu kiểm soát, phiếu gửi, nhãn (NĐ 118/2025, TT 03/2025/TT-VPCP). `form-not-available`
   * tells the `state` in which there is none yet.
   */
  printForm: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/documents/{form}',
    who: ['clerk', 'courier', 'officer', 'leader'],
    reads: { what: 'document', of: 'path' },
    summary:
      'In biểu mẫu · receipt (01), supplement (02), refusal (03), extension (04), prolongation (by law), stop (05), control, slip (phiếu gửi), label: each .pdf; the reading is recorded',
    params: z.object({ dossierId: shape.ulid, form: z.string().max(40) }),
    query: printQuery,
    answers: { 200: 'pdf' },
    refuses: [
      'calendar-missing',
      'changed-meanwhile',
      'dossier-unknown',
      'form-not-available',
      'form-unknown',
      'list-full',
      'step-not-allowed',
      'too-much-at-once',
    ],
  }),
  /**
   * Xem trước giấy tờ: the paper that an act of the department would leave, marked as a draft. Nothing is
   * written, counted or used up; what the act would be refused for is refused already.
   */
  previewForm: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/document-previews',
    who: ['officer', 'leader'],
    reads: { what: 'document', of: 'path' },
    summary:
      'Xem trước giấy tờ · The paper that an act would leave, as a draft; nothing is written',
    params: z.object({ dossierId: shape.ulid }),
    body: Preview,
    answers: { 200: 'pdf' },
    refuses: [
      'answer-day-invalid',
      'answer-day-of-law',
      'calendar-missing',
      'component-unknown',
      'dossier-unknown',
      'extension-day-invalid',
      'extension-repeated',
      'extension-too-late',
      'form-not-available',
      'lease-expired',
      'lease-not-held',
      'lease-stale',
      'no-deadline',
      'paper-in-data-base',
      'procedure-not-in-force',
      'prolongation-day-invalid',
      'prolongation-not-by-agreement',
      'prolongation-repeated',
      'prolongation-too-late',
      'prolongation-unagreed',
      'prolongation-unknown',
      'step-not-allowed',
      'supplement-repeated',
    ],
  }),
  /**
   * Tờ phân trang, one a component, each with the pages counted of it in its code; none before
   * every component was counted.
   */
  printCoverSheets: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/cover-sheets.pdf',
    who: ['clerk'],
    reads: { what: 'document', of: 'path' },
    summary:
      'In tờ phân trang · Cover sheets of one batch, with the pages that were counted of each component',
    params: z.object({ dossierId: shape.ulid }),
    query: printQuery.extend({ pages: counted }),
    answers: { 200: 'pdf' },
    refuses: [
      'changed-meanwhile',
      'component-unknown',
      'dossier-unknown',
      'form-not-available',
      'list-full',
      'pages-uncounted',
      'step-not-allowed',
      'too-much-at-once',
    ],
  }),
  /**
   * Sổ theo dõi hồ sơ of a Vietnam day, in parts; `part` counts from 1, and `parts` in the refusal
   * says how many there are.
   */
  printTrackingBook: route({
    method: 'GET',
    path: '/v1/tracking-book.pdf',
    who: ['clerk', 'supervisor'],
    reads: { what: 'document', of: 'answer' },
    summary:
      'In sổ theo dõi hồ sơ · What came in on a day, in parts; of the caller’s office, a supervisor names it',
    query: z.strictObject({
      day: shape.vietnamDay,
      office: shape.slug.optional(),
      part: z.coerce.number().int().min(1).max(99).default(1),
      ...printQuery.shape,
    }),
    answers: { 200: 'pdf' },
    refuses: [
      'book-part-unknown',
      'changed-meanwhile',
      'form-unknown',
      'list-full',
      'office-unknown',
      'too-much-at-once',
    ],
  }),
  /** Phiếu thu, which is no biên lai (NĐ 254/2026): amounts in đồng, in figures and in words. */
  printVoucher: route({
    method: 'GET',
    path: '/v1/receipts/{receiptNumber}/voucher.pdf',
    who: ['clerk'],
    reads: { what: 'document', of: 'answer' },
    summary: 'In phiếu thu · Each kind of money apart, in figures and in words',
    params: z.object({ receiptNumber: z.string().max(60) }),
    query: printQuery,
    answers: { 200: 'pdf' },
    refuses: [
      'changed-meanwhile',
      'dossier-unknown',
      'list-full',
      'receipt-unknown',
      'too-much-at-once',
    ],
  }),
  /** Phiếu tạm: two sheets a number, one for the citizen. */
  printSlips: route({
    method: 'GET',
    path: '/v1/temporary-blocks/{block}/slips.pdf',
    who: ['clerk'],
    reads: 'nothing-personal',
    summary:
      'In phiếu tạm trắng · The blank slips of a block, two sheets each, for the drawer; before the power is out',
    params: z.object({
      block: z
        .string()
        .length(6)
        .regex(/^\d{6}$/),
    }),
    query: printQuery,
    answers: { 200: 'pdf' },
    refuses: [
      'changed-meanwhile',
      'list-full',
      'temporary-block-unknown',
      'temporary-block-used-up',
      'too-much-at-once',
    ],
  }),
  /** Biên bản giao nhận hồ sơ (QĐ 45/2016 art. 7), both signatures on it. */
  printPouchRecord: route({
    method: 'GET',
    path: '/v1/pouches/{pouchId}/record.pdf',
    who: ['clerk', 'courier', 'officer', 'leader'],
    reads: { what: 'document', of: 'answer' },
    summary: 'In biên bản giao nhận · Line by line, with both signatories; once it is signed',
    params: z.object({ pouchId: shape.ulid }),
    query: printQuery,
    answers: { 200: 'pdf' },
    refuses: [
      'changed-meanwhile',
      'form-not-available',
      'list-full',
      'pouch-unknown',
      'too-much-at-once',
    ],
  }),
  /** Nhãn bưu gửi, with waybill and receiver. */
  printParcelLabel: route({
    method: 'GET',
    path: '/v1/shipments/{shipmentId}/label.pdf',
    who: ['clerk', 'courier'],
    reads: { what: 'document', of: 'answer' },
    summary: 'In nhãn bưu gửi · The label of a parcel, also of a return order',
    params: z.object({ shipmentId: shape.ulid }),
    query: printQuery,
    answers: { 200: 'pdf' },
    refuses: ['changed-meanwhile', 'list-full', 'shipment-unknown', 'too-much-at-once'],
  }),
} as const;
