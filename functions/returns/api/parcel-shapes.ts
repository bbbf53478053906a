import * as z from 'zod';
import * as shape from '#edge/shapes.ts';
import { TakeBack } from '#edge/views/old-papers.ts';

/** Shapes that parcels of dossiers and return orders share. */
export const carrier = z
  .string()
  .max(30)
  .regex(/^[a-z0-9-]+$/);

export const Recipient = z.strictObject({
  name: shape.personName,
  phone: z.exactOptional(shape.vietnamPhone),
  address: shape.text(300),
});

export const post = ['clerk', 'courier'] as const;

/** Trả tại quầy: who came, with which paper, and what was shown and signed. */
export const HandOver = z
  .strictObject({
    receiver: z.enum(['self', 'authorised']),
    receiverName: shape.personName,
    /** Of the document that was looked at: with it the number says who it is, without it the name as spelt. */
    documentNumber: shape.personalNumber.optional(),
    /** Giấy ủy quyền, where somebody else came. */
    reference: shape.text(100).optional(),
    identityChecked: z.literal(true),
    signatureSha256: shape.sha256Hex.optional(),
    photoSha256: shape.sha256Hex.optional(),
    /** Thu hồi giấy tờ: required where old papers are due. */
    takeBack: TakeBack.optional(),
  })
  .refine(({ signatureSha256, photoSha256 }) => signatureSha256 ?? photoSha256, {
    error: 'signature-or-photo-missing',
  });
