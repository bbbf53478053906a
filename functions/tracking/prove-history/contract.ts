import * as z from 'zod';
import { roles } from '#domain/actor/actor.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { throttles } from '#plan/throttles.ts';

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
  capacity: z.enum(roles).optional(),
  fact: z.record(z.string(), z.unknown()),
  prevHash: shape.sha256Hex,
  hash: shape.sha256Hex,
  /** What was said, at its place in the fact: `{ hmacSha256 }` there is HMAC-SHA256 of it under the salt. */
  texts: z.array(z.object({ at: z.string(), salt: shape.sha256Hex, text: z.string() })).optional(),
});

/** What holds a text that is not for the citizen: its place in the chain, proven like the others'. */
const WithheldLink = Link.pick({
  dossierId: true,
  version: true,
  recordedAt: true,
  prevHash: true,
  hash: true,
}).extend({ withheld: z.literal(true) });

/** Chứng minh lịch sử hồ sơ. */
export const contract = {
  /**
   * Every event exactly as it was hashed; `proof`, once there is a day's anchor, leads from the
   * event of its `version` to that anchor.
   */
  proveHistory: route({
    method: 'GET',
    path: '/v1/track/history',
    who: 'citizen',
    reads: { what: 'history', of: 'answer' },
    throttle: throttles.proofs,
    summary:
      'Lịch sử và chứng minh · Every event as it was hashed, and the proof that it was there on a day; check it with /verify-history.mjs',
    answers: {
      200: z.object({
        dossierId: shape.ulid,
        events: z.array(z.union([Link, WithheldLink])),
        proof: z
          .object({
            version: z.int(),
            path: z.array(z.object({ side: z.enum(['left', 'right']), hash: shape.sha256Hex })),
            anchor: AnchorView,
          })
          .optional(),
      }),
    },
    refuses: ['session-invalid'],
  }),
  /**
   * Dấu neo: the root over all events recorded on that Vietnam day, bound to the day before. Absent
   * until the day is over.
   */
  readAnchor: route({
    method: 'GET',
    path: '/v1/anchors/{day}',
    who: 'anyone',
    reads: 'nothing-personal',
    throttle: throttles.published,
    summary: 'Dấu neo của ngày · What stands for everything recorded on a day; keep a copy',
    params: z.object({ day: shape.vietnamDay }),
    answers: { 200: AnchorView },
    refuses: ['anchor-unknown'],
  }),
  /** JavaScript without dependencies, read before it is run. */
  readVerifier: route({
    method: 'GET',
    path: '/verify-history.mjs',
    who: 'anyone',
    reads: 'nothing-personal',
    throttle: throttles.published,
    summary: 'Chương trình kiểm tra · Checks a history; runs on Node 20 without anything else',
    answers: { 200: 'script' },
  }),
} as const;
