import * as z from 'zod';
import { readKinds } from '#domain/access/access-entry.ts';
import { roles } from '#domain/actor/actor.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';

const who = ['supervisor'] as const;
/** A leader of their own agency alone. */
const leading = ['leader', 'supervisor'] as const;
const nobody = 'nothing-personal';

const logPage = z.strictObject(shape.accessPage);

/** `reader`: `staff:<sub>`, `citizen:<dossier>` behind a receipt, `phone:<keyed hash>` behind a phone session. */
const AccessLine = z.object({
  at: shape.isoTime,
  reader: z.string(),
  name: z.string().optional(),
  capacity: z.enum(roles).optional(),
  /** Post office or agency. */
  place: z.string().optional(),
  operation: z.string(),
  what: z.enum(readKinds),
  /** The dossier, or what was read that is about none of ours. */
  subject: z.string().optional(),
  /** The code of the refusal; absent where it was shown. */
  refused: z.string().optional(),
});

export const AccessPage = z.object({ items: z.array(AccessLine), next: z.string().optional() });

export const BulkReadingView = z.object({
  bulkReadingId: shape.ulid,
  day: z.string(),
  reader: z.string(),
  name: z.string().optional(),
  capacity: z.enum(roles).optional(),
  place: z.string().optional(),
  /** Different dossiers, and refusals, at most within one window of the day. */
  dossiers: z.int(),
  refused: z.int(),
  since: shape.isoTime,
  settled: z.object({ by: z.string(), at: shape.isoTime, finding: z.string() }).optional(),
});

/** Nhật ký truy cập. */
export const accessContract = {
  /**
   * Newest first; a dossier that nobody ever read has no lines, as one that does not exist. To a leader
   * there are those that lie at their own agency, and no other.
   */
  readDossierAccess: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/access-log',
    who: leading,
    reads: { what: 'access-log', of: 'path' },
    summary:
      'Nhật ký truy cập hồ sơ · Who read or was refused what of a dossier, and in which capacity',
    params: z.object({ dossierId: shape.ulid }),
    query: logPage,
    answers: { 200: AccessPage },
    refuses: ['dossier-unknown'],
  }),
  /**
   * The newest day first. `staffId` is the token’s `sub`, as `reader` has it behind `staff:`. A leader sees what
   * was read in the name of their own agency; whoever has read nothing for it is `staff-unknown`. A page may have
   * fewer lines than were asked for and a `next` all the same.
   */
  readStaffAccess: route({
    method: 'GET',
    path: '/v1/staff/{staffId}/access-log',
    who: leading,
    reads: { what: 'access-log', of: 'answer' },
    summary: 'Nhật ký truy cập của một người · What one member of staff read or was refused',
    params: z.object({ staffId: shape.word(128) }),
    query: logPage,
    answers: { 200: AccessPage },
    refuses: ['staff-unknown'],
  }),
  /** One a person and day; thresholds are data (`reading-limits.json`). */
  listBulkReadings: route({
    method: 'GET',
    path: '/v1/bulk-readings',
    who,
    reads: nobody,
    summary:
      'Cảnh báo đọc hàng loạt · Who read more than is let pass, or was refused too often; the oldest first',
    query: z.strictObject({ state: z.enum(['open', 'settled']).default('open'), ...shape.page }),
    answers: { 200: z.object({ items: z.array(BulkReadingView), next: z.string().optional() }) },
  }),
  /** Takes it off the list. Nobody settles their own. */
  settleBulkReading: route({
    method: 'POST',
    path: '/v1/bulk-readings/{bulkReadingId}/settlement',
    who,
    summary: 'Kết luận cảnh báo · What the reading was for, by another than who read',
    idempotent: true,
    params: z.object({ bulkReadingId: shape.ulid }),
    body: z.strictObject({ finding: shape.text(500) }),
    answers: { 200: BulkReadingView },
    refuses: ['bulk-reading-own', 'bulk-reading-settled', 'bulk-reading-unknown'],
  }),
} as const;
