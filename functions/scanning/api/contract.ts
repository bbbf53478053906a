import * as z from 'zod';
import { pageMediaTypes, scanLimits, scanMediaTypes } from '#domain/scan/scan.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { ScanLine } from '#edge/views/dossier.ts';

const staff = ['clerk', 'officer', 'leader'] as const;
const params = z.object({ dossierId: shape.ulid, scanId: shape.ulid });

const upload = z.object({
  method: z.literal('PUT'),
  url: z.url(),
  headers: z.record(z.string(), z.string()),
  expiresAt: shape.isoTime,
});

/** How many pages the clerk counted in the hand. */
const pages = z.int().min(1).max(scanLimits.pages).optional();

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
      pages,
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
        upload,
      }),
    },
  }),
  requestBatch: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/batches',
    who: ['clerk'],
    summary:
      'Quét nhiều thành phần, mỗi trang một tệp · Announce the pages of a batch in the feeder’s order; each has a presigned PUT of its own',
    idempotent: true,
    params: z.object({ dossierId: shape.ulid }),
    body: z.strictObject({
      pages,
      files: z
        .array(
          z.strictObject({
            mediaType: z.enum(pageMediaTypes),
            bytes: z.int().min(1).max(scanLimits.bytes),
            sha256: shape.sha256Hex,
          }),
        )
        .min(1)
        .max(scanLimits.filesPerBatch)
        .refine(
          (files) => files.reduce((sum, { bytes }) => sum + bytes, 0) <= scanLimits.bytesPerBatch,
        ),
    }),
    answers: {
      201: z.object({ scanId: shape.ulid, version: z.int(), uploads: z.array(upload) }),
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
    query: z.strictObject({
      /** Of a batch in several files. */
      page: z.coerce.number().int().min(1).max(scanLimits.filesPerBatch).optional(),
    }),
    answers: { 303: 'redirect' },
  }),
} as const;
