import * as z from 'zod';
import { pageMediaTypes, scanLimits, scanMediaTypes } from '#domain/scan/scan.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { ScanLine, ScanRemarkShape } from '#edge/views/dossier.ts';

const staff = ['clerk', 'officer', 'leader'] as const;
const params = z.object({ dossierId: shape.ulid, scanId: shape.ulid });

const mediaTypeError =
  'Chỉ nhận PDF, JPEG, PNG, TIFF, WebP; ảnh HEIC của iPhone: đặt Camera › Định dạng › Tương thích nhất · PDF, JPEG, PNG, TIFF or WebP; of an iPhone choose Camera › Formats › Most Compatible';

const bytes = z
  .int()
  .min(1)
  .max(
    scanLimits.bytes,
    'Tệp tối đa 20 MB; giấy nhiều hơn thì gửi thành tập quét, mỗi trang một tệp · At most 20 MB a file; send more as a batch with a file a page',
  );

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
  /**
   * Số hóa giấy tờ. The presigned address takes exactly these bytes, once, until `expiresAt`: its
   * `headers` are to be sent as they are. The scan is `quarantined` until its content was looked
   * at; `abandoned` from `expiresAt` on, or once a later file shows the same component: it holds nobody up.
   */
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
      mediaType: z.enum(scanMediaTypes, mediaTypeError),
      bytes,
      sha256: shape.sha256Hex,
    }),
    answers: {
      201: z.object({
        scanId: shape.ulid,
        version: z.int(),
        upload,
      }),
    },
    refuses: [
      'assignment-of-another',
      'assignment-state',
      'assignment-unknown',
      'component-unknown',
      'dossier-unknown',
      'scan-address-dead',
      'step-not-allowed',
      'too-many-scans',
    ],
  }),
  /**
   * Pages in the feeder's order; cover sheets among them say which component follows. All of them
   * make up one scan.
   */
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
            mediaType: z.enum(pageMediaTypes, mediaTypeError),
            bytes,
            sha256: shape.sha256Hex,
          }),
        )
        .min(1)
        .max(scanLimits.filesPerBatch)
        .refine(
          (files) => files.reduce((sum, file) => sum + file.bytes, 0) <= scanLimits.bytesPerBatch,
          'Tập quét tối đa 100 MB; chia thành nhiều tập · At most 100 MB a batch; divide it',
        ),
    }),
    answers: {
      201: z.object({ scanId: shape.ulid, version: z.int(), uploads: z.array(upload) }),
    },
    refuses: [
      'component-unknown',
      'dossier-unknown',
      'scan-address-dead',
      'step-not-allowed',
      'too-many-scans',
    ],
  }),
  /**
   * `quarantined` becomes `verified`, `rejected` or `abandoned` (`because` says why);
   * `remarks` say what to look at, or why the file was refused.
   */
  describeScan: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/scans/{scanId}',
    who: staff,
    reads: { what: 'scan', of: 'path' },
    summary: 'Tình trạng bản quét · State, pages and findings of one file',
    params,
    answers: {
      200: ScanLine.extend({
        /** Pages of a thick file that were looked at so far, while it is `quarantined`. */
        lookedAt: z.object({ looked: z.int(), of: z.int() }).optional(),
      }),
    },
    refuses: ['dossier-unknown', 'scan-unknown'],
  }),
  /**
   * Answers 303 with an address that lives sixty seconds and serves the file as an attachment. A
   * batch in several files wants `page`, counted from 1.
   */
  openScan: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/scans/{scanId}/content',
    who: staff,
    reads: { what: 'scan', of: 'path' },
    summary: 'Mở bản quét · Redirects to a link that lives one minute; the reading is recorded',
    params,
    query: z.strictObject({
      /** Of a batch in several files. */
      page: z.coerce.number().int().min(1).max(scanLimits.filesPerBatch).optional(),
    }),
    answers: { 303: 'redirect' },
    refuses: ['dossier-unknown', 'page-unknown', 'scan-not-readable-yet', 'scan-unknown'],
  }),
  /** `from` counts from 1; a page of which no picture was made has no `links`. */
  listPages: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/scans/{scanId}/pages',
    who: staff,
    reads: { what: 'scan', of: 'path' },
    summary:
      'Xem từng trang · Pictures of the pages, with links that live five minutes; the reading is recorded',
    params,
    query: z.strictObject({
      from: z.coerce.number().int().min(1).max(scanLimits.pages).default(1),
      count: z.coerce.number().int().min(1).max(50).default(20),
    }),
    answers: {
      200: z.object({
        /** Of the whole scan. */
        pages: z.int(),
        /** When the links end. */
        expiresAt: shape.isoTime,
        items: z.array(
          z.object({
            page: z.int(),
            /** The original: a picture is derived from it and proves nothing itself. */
            shows: z.object({ sha256: shape.sha256Hex, page: z.int() }),
            remarks: z.array(ScanRemarkShape),
            /** JPEG, some 120 dots an inch, and a thumbnail; absent where none was made. */
            links: z.object({ image: z.url(), thumbnail: z.url() }).optional(),
          }),
        ),
      }),
    },
    refuses: ['dossier-unknown', 'page-unknown', 'scan-not-readable-yet', 'scan-unknown'],
  }),
} as const;
