import * as z from 'zod';
import { scanLimits } from '#domain/scan/scan.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';

const reprintQuery = z.strictObject({
  /** How often it was printed before; 1 and more are marked as a reprint. */
  reprint: z.coerce.number().int().min(0).max(99).default(0),
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

/** In biểu mẫu. */
export const contract = {
  printForm: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/documents/{form}',
    who: ['clerk', 'courier', 'officer', 'leader'],
    summary:
      'In biểu mẫu · receipt (01), supplement (02), refusal (03), extension (04), stop (05), control, slip (phiếu gửi), label: each .pdf; the reading is recorded',
    params: z.object({ dossierId: shape.ulid, form: z.string().max(40) }),
    query: reprintQuery,
    answers: { 200: 'pdf' },
  }),
  printCoverSheets: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/cover-sheets.pdf',
    who: ['clerk'],
    summary:
      'In tờ phân trang · Cover sheets of one batch, with the pages that were counted of each component',
    params: z.object({ dossierId: shape.ulid }),
    query: reprintQuery.extend({ pages: counted }),
    answers: { 200: 'pdf' },
  }),
  printTrackingBook: route({
    method: 'GET',
    path: '/v1/tracking-book.pdf',
    who: ['clerk', 'supervisor'],
    summary:
      'In sổ theo dõi hồ sơ · What came in on a day, in parts; of the caller’s office, a supervisor names it',
    query: z.strictObject({
      day: shape.vietnamDay,
      office: shape.slug.optional(),
      part: z.coerce.number().int().min(1).max(99).default(1),
    }),
    answers: { 200: 'pdf' },
  }),
  printVoucher: route({
    method: 'GET',
    path: '/v1/receipts/{receiptNumber}/voucher.pdf',
    who: ['clerk'],
    summary: 'In biên lai · Each kind of money apart, in figures and in words',
    params: z.object({ receiptNumber: z.string().max(60) }),
    query: reprintQuery,
    answers: { 200: 'pdf' },
  }),
  printSlips: route({
    method: 'GET',
    path: '/v1/temporary-blocks/{block}/slips.pdf',
    who: ['clerk'],
    summary:
      'In phiếu tạm trắng · The blank slips of a block, two sheets each, for the drawer; before the power is out',
    params: z.object({
      block: z
        .string()
        .length(6)
        .regex(/^\d{6}$/),
    }),
    query: reprintQuery,
    answers: { 200: 'pdf' },
  }),
  printPouchRecord: route({
    method: 'GET',
    path: '/v1/pouches/{pouchId}/record.pdf',
    who: ['clerk', 'courier', 'officer', 'leader'],
    summary: 'In biên bản giao nhận · Line by line, with both signatories; once it is signed',
    params: z.object({ pouchId: shape.ulid }),
    query: reprintQuery,
    answers: { 200: 'pdf' },
  }),
  printParcelLabel: route({
    method: 'GET',
    path: '/v1/shipments/{shipmentId}/label.pdf',
    who: ['clerk', 'courier'],
    summary: 'In nhãn bưu gửi · The label of a parcel, also of a return order',
    params: z.object({ shipmentId: shape.ulid }),
    answers: { 200: 'pdf' },
  }),
} as const;
