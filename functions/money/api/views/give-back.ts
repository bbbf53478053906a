import * as z from 'zod';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import {
  type GiveBack,
  giveBackKinds,
  giveBackState,
  giveBackStates,
} from '#functions/money/domain/give-back.ts';
import { Sums } from './money.ts';

export const GiveBackView = z.object({
  giveBackId: shape.ulid,
  version: z.int(),
  state: z.enum(giveBackStates),
  kind: z.enum(giveBackKinds),
  office: z.string(),
  receipt: z.string(),
  dossierId: shape.ulid,
  /** What is given back; of a correction, what came in truth. */
  purses: Sums,
  reason: z.string(),
  /** Who signed for the notes. */
  signedBy: z.string().optional(),
  askedBy: z.string(),
  askedAt: shape.isoTime,
  endedBy: z.string().optional(),
  endedAt: shape.isoTime.optional(),
  refusedBecause: z.string().optional(),
  /** Biên lai thay thế. */
  replacement: z.string().optional(),
});

export const giveBackView = (giveBack: GiveBack): z.output<typeof GiveBackView> => {
  const { id, version, kind, office, receipt, purses, reason, signedBy, askedBy, end } = giveBack;
  return {
    giveBackId: id,
    version,
    state: giveBackState(giveBack),
    kind,
    office,
    receipt,
    dossierId: giveBack.dossierId,
    purses,
    reason,
    ...(signedBy !== undefined && { signedBy }),
    askedBy,
    askedAt: isoVietnam(giveBack.askedAt),
    ...(end && { endedBy: end.by, endedAt: isoVietnam(end.at) }),
    ...(end?.reason !== undefined && { refusedBecause: end.reason }),
    ...(end?.replacement !== undefined && { replacement: end.replacement }),
  };
};
