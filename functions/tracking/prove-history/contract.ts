import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';

const AnchorView = z.object({
  day: z.string(),
  count: z.int(),
  root: shape.sha256Hex,
  previous: shape.sha256Hex,
  hash: shape.sha256Hex,
});

/** An event as it was hashed: times are epoch milliseconds, the actor a pseudonym. */
const Link = z.object({
  dossierId: shape.ulid,
  version: z.int(),
  recordedAt: z.int(),
  effectiveAt: z.int(),
  actor: z.string(),
  fact: z.record(z.string(), z.unknown()),
  prevHash: shape.sha256Hex,
  hash: shape.sha256Hex,
});

/** Chứng minh lịch sử hồ sơ. */
export const contract = {
  proveHistory: route({
    method: 'GET',
    path: '/v1/track/history',
    who: 'citizen',
    // The whole day's tree is built for each proof.
    throttle: { rate: 5, burst: 10 },
    summary:
      'Lịch sử và chứng minh · Every event as it was hashed, and the proof that it was there on a day; check it with /verify-history.mjs',
    answers: {
      200: z.object({
        dossierId: shape.ulid,
        events: z.array(Link),
        proof: z
          .object({
            version: z.int(),
            path: z.array(z.object({ side: z.enum(['left', 'right']), hash: shape.sha256Hex })),
            anchor: AnchorView,
          })
          .optional(),
      }),
    },
  }),
  readAnchor: route({
    method: 'GET',
    path: '/v1/anchors/{day}',
    who: 'anyone',
    throttle: { rate: 10, burst: 20 },
    summary: 'Dấu neo của ngày · What stands for everything recorded on a day; keep a copy',
    params: z.object({ day: shape.vietnamDay }),
    answers: { 200: AnchorView },
  }),
  readVerifier: route({
    method: 'GET',
    path: '/verify-history.mjs',
    who: 'anyone',
    throttle: { rate: 10, burst: 20 },
    summary: 'Chương trình kiểm tra · Checks a history; runs on Node 20 without anything else',
    answers: { 200: 'script' },
  }),
} as const;
