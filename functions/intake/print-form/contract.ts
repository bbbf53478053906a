import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';

/** In biểu mẫu. */
export const contract = {
  printForm: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/documents/{form}',
    who: ['clerk', 'courier', 'officer', 'leader'],
    summary:
      'In biểu mẫu · receipt.pdf (Mẫu 01), label.pdf (nhãn bưu gửi); the reading is recorded',
    params: z.object({ dossierId: shape.ulid, form: z.string().max(40) }),
    query: z.strictObject({
      /** How often it was printed before; 1 and more are marked as a reprint. */
      reprint: z.coerce.number().int().min(0).max(99).default(0),
    }),
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
