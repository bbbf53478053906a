import * as z from 'zod';
import { scanLimits, scanMediaTypes } from '#domain/scan/scan.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { ScanLine } from '#edge/views/dossier.ts';

const staff = ['clerk', 'officer', 'leader'] as const;
const params = z.object({ dossierId: shape.ulid, scanId: shape.ulid });

/** Quét hồ sơ. */
export const contract = {
  requestScan: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/scans',
    who: staff,
    summary:
      'Xin chỗ tải bản quét · Announce a file; the answer is a presigned PUT for exactly those bytes',
    idempotent: true,
    params: z.object({ dossierId: shape.ulid }),
    body: z.strictObject({
      /** Required of a counter but for a batch, ignored of a department, whose file is the result. */
      component: shape.slug.optional(),
      /** A counter's papers of several components, in one PDF with their cover sheets. */
      purpose: z.literal('batch').optional(),
      /** How many pages the clerk counted in the hand. */
      pages: z.int().min(1).max(scanLimits.pages).optional(),
      /** Of a department: the file is its opinion on this assignment, not the result. */
      assignment: z.int().min(1).max(999).optional(),
      mediaType: z.enum(scanMediaTypes),
      bytes: z.int().min(1).max(scanLimits.bytes),
      sha256: shape.sha256Hex,
    }),
    answers: {
      201: z.object({
        scanId: shape.ulid,
        version: z.int(),
        upload: z.object({
          method: z.literal('PUT'),
          url: z.url(),
          headers: z.record(z.string(), z.string()),
          expiresAt: shape.isoTime,
        }),
      }),
    },
  }),
  describeScan: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/scans/{scanId}',
    who: staff,
    summary: 'Tình trạng bản quét · State, pages and findings of one file',
    params,
    answers: { 200: ScanLine },
  }),
  openScan: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/scans/{scanId}/content',
    who: staff,
    summary: 'Mở bản quét · Redirects to a link that lives one minute; the reading is recorded',
    params,
    answers: { 303: 'empty' },
  }),
} as const;
