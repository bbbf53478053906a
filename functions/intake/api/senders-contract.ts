import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { applicant, papersAndFees } from './handed-in.ts';

const clerk = ['clerk'] as const;

/** Giờ cao điểm (domain §10.11): who came before, and who brings many. */
export const sendersContract = {
  findSender: route({
    method: 'POST',
    path: '/v1/senders/find',
    who: clerk,
    summary:
      'Tìm người nộp quen · By phone or personal number, of this post office’s dossiers only; the reading is recorded',
    body: z.union([
      z.strictObject({ phone: shape.vietnamMobile }),
      z.strictObject({ personalNumber: shape.personalNumber }),
    ]),
    answers: {
      200: z.object({
        name: z.string(),
        personalNumber: z.string(),
        phone: z.string(),
        address: z.string(),
        email: z.string().optional(),
      }),
    },
  }),
  registerMany: route({
    method: 'POST',
    path: '/v1/dossiers/many',
    who: clerk,
    summary:
      'Một người nộp nhiều hồ sơ · Up to 50 dossiers of one sender; each line is done or refused by itself',
    idempotent: true,
    body: z.strictObject({
      applicant,
      lines: z.array(z.strictObject(papersAndFees)).min(1).max(50),
    }),
    answers: {
      200: z.object({
        registered: z.int(),
        refused: z.int(),
        /** Of the sender's number, for the clerk to look at again. */
        warnings: z.array(z.string()),
        lines: z.array(
          z.object({
            line: z.int(),
            dossierId: shape.ulid.optional(),
            version: z.int().optional(),
            /** As the single registration would have been refused. */
            problem: z.looseObject({ code: z.string(), status: z.int() }).optional(),
          }),
        ),
      }),
    },
  }),
} as const;
