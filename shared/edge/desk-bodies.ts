import * as z from 'zod';
import { copyKinds } from '#domain/custody/paper.ts';
import * as shape from './shapes.ts';

/** What a department says in acts that leave a paper for the citizen: for the act, and for its preview. */

/** Counts the leases of a dossier: each later write says under which one it is (fencing). */
export const leaseNo = z.int().min(1);

const reason = shape.text(1_000);

/** Mẫu 02. */
export const SupplementBody = z.strictObject({
  leaseNo,
  items: z
    .array(
      z.strictObject({
        id: shape.slug,
        copyKind: z.enum(copyKinds),
        count: z.int().min(1).max(99),
        reason: shape.text(500),
      }),
    )
    .min(1)
    .max(60),
  reason,
  /**
   * Last day for the citizen, `YYYY-MM-DD`. A day off binds as the next working day (Civil Code 2015
   * art. 148(5)); the answer shows which.
   */
  answerBy: shape.vietnamDay,
  confirmsRepeat: z.boolean().default(false),
});

/** Mẫu 04. */
export const ExtensionBody = z.strictObject({
  leaseNo,
  reason,
  newDueDay: shape.vietnamDay,
  override: reason.optional(),
});

export const ProlongationBody = z.strictObject({
  leaseNo,
  prolongation: shape.slug,
  reason: shape.text(500),
  newDueDay: shape.vietnamDay,
  /** Number and day of the written agreement with the citizen. */
  agreement: shape.text(200).optional(),
});

/** Mẫu 05. */
export const StopBody = z.strictObject({ leaseNo, reason });

/** Mẫu 03. */
export const RefusalBody = z.strictObject({ reason });
