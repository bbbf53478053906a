import * as z from 'zod';
import { inboxStates, openStates } from '#domain/dossier/inbox-states.ts';
import { route } from '#edge/contract.ts';
import { leaseNo } from '#edge/desk-bodies.ts';
import * as shape from '#edge/shapes.ts';
import { dossier, onDossier, onLease, Worked, who } from './desk-shapes.ts';
import { InboxView } from './views/inbox.ts';

const agency = z.object({ agencyId: shape.slug });
/** From a minute to a working day. */
const leaseSeconds = z.int().min(60).max(28_800);

/** Hộp hồ sơ: what waits for a department, taken under a lease that only one officer holds. */
export const inboxContract = {
  /**
   * Hộp hồ sơ by its state, ordered by the appointment, the earliest first. `next` is the cursor
   * for `after`: with a filter a page may be short, or empty, and still have one. `dueBefore` is a day; while
   * the citizen is waited for, the day of the answer counts.
   */
  readInbox: route({
    method: 'GET',
    path: '/v1/departments/{agencyId}/inbox',
    who,
    reads: 'nothing-personal',
    summary: 'Hộp hồ sơ của đơn vị · The department’s dossiers, the most urgent first',
    params: agency,
    query: z.strictObject({
      state: z.enum(inboxStates).default('waiting'),
      procedure: z.string().max(40).optional(),
      dueBefore: shape.vietnamDay.optional(),
      /** `me`: under a lease of the caller’s that has not lapsed. */
      holder: z.enum(['anyone', 'me']).default('anyone'),
      ...shape.page,
    }),
    answers: { 200: InboxView },
    refuses: ['dossier-unknown'],
  }),
  /**
   * Asked again while somebody looks: the lists are read only when `stamp` is another one. Of each list the
   * first hundred are looked at.
   */
  readPulse: route({
    method: 'GET',
    path: '/v1/departments/{agencyId}/inbox/pulse',
    who,
    reads: 'nothing-personal',
    summary: 'Có gì mới · How many lie where, and whether anything has changed',
    params: agency,
    answers: {
      200: z.object({
        stamp: z.string(),
        counts: z.record(z.enum(openStates), z.object({ count: z.int(), isMore: z.boolean() })),
        /** What the caller holds. */
        mine: z.int(),
        now: shape.isoTime,
      }),
    },
    refuses: ['dossier-unknown'],
  }),
  /**
   * Nhận hồ sơ: leases `max` of the waiting, or those named. Only the lease's holder may work on;
   * the lease number fences off whoever had it before. The same key gives the same dossiers again.
   */
  pullDossiers: route({
    method: 'POST',
    path: '/v1/departments/{agencyId}/inbox/pull',
    who,
    summary: 'Nhận hồ sơ về xử lý · Lease the most urgent dossiers, or the ones named',
    idempotent: true,
    params: agency,
    body: z.strictObject({
      max: z.int().min(1).max(20),
      leaseSeconds,
      dossierIds: z.array(shape.ulid).min(1).max(20).optional(),
    }),
    answers: {
      200: z.object({
        leased: z.array(
          z.object({
            dossierId: shape.ulid,
            version: z.int(),
            leaseNo,
            leasedUntil: shape.isoTime,
            code: z.string(),
            procedure: z.string(),
            dueAt: shape.isoTime.optional(),
          }),
        ),
      }),
    },
    refuses: [...onDossier, 'lease-stale'],
  }),
  /**
   * Xác nhận đã mở đủ tệp: the hash says that these and no other files were opened. Not done in
   * time, it escalates. With the first word of another commune's agency the term begins of what was taken
   * in without regard to boundaries; a later date is announced again.
   */
  acknowledgeDossier: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/acknowledge',
    who,
    summary: 'Xác nhận đã mở đủ tệp · Echo the manifest hash of the files that were opened',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ leaseNo, manifestHash: shape.sha256Hex }),
    answers: { 200: Worked },
    refuses: [...onLease, 'calendar-missing', 'manifest-mismatch', 'procedure-not-in-force'],
  }),
  /** `leaseSeconds` count from now. */
  extendLease: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/lease/extend',
    who,
    summary: 'Giữ hồ sơ thêm · Keep the lease longer',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ leaseNo, leaseSeconds }),
    answers: { 200: Worked },
    refuses: onLease,
  }),
  /** The next pull may have it; `leasedUntil` is absent in the answer. */
  releaseLease: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/lease/release',
    who,
    summary: 'Trả hồ sơ lại hộp chung · Give the lease back',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ leaseNo }),
    answers: { 200: Worked },
    refuses: onLease,
  }),
  /**
   * Thu hồi hồ sơ đang giữ: of an officer who is not there, under the lease that was seen; `leaseNo` in the
   * answer is one higher, and whoever held it is told `lease-stale`.
   */
  takeBackLease: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/lease/take-back',
    who: ['leader'],
    summary: 'Lãnh đạo thu hồi hồ sơ đang giữ · Take a dossier back from an officer who is away',
    idempotent: true,
    params: dossier,
    body: z.strictObject({ leaseNo, reason: shape.text(500) }),
    answers: { 200: Worked },
    refuses: onLease,
  }),
} as const;
