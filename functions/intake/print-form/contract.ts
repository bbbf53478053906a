import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';

const reprintQuery = z.strictObject({
  /** How often it was printed before; 1 and more are marked as a reprint. */
  reprint: z.coerce.number().int().min(0).max(99).default(0),
});

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
