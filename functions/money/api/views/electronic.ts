import * as z from 'zod';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { ElectronicReceipt } from '#functions/money/domain/electronic-receipt.ts';

const Amounts = z.object({ charge: z.int(), fee: z.int() });

/** Phí and lệ phí alone: cước and thu hộ are on no biên lai. */
export const ElectronicView = z.object({
  /** Số phiếu thu. */
  receipt: z.string(),
  agency: z.string(),
  state: z.enum(['pending', 'settled', 'rejected']),
  since: shape.isoTime,
  wanted: Amounts,
  /** Absent until it is issued, and once it is cancelled: until then a phiếu thu is all there is. */
  standing: z
    .object({
      form: z.string(),
      sign: z.string(),
      number: z.int(),
      amounts: Amounts,
      issuedAt: shape.isoTime,
    })
    .optional(),
  why: z.string().optional(),
});

export const electronicView = ({
  receipt,
  agency,
  state,
  since,
  wanted,
  standing,
  rejection,
}: ElectronicReceipt): z.output<typeof ElectronicView> => ({
  receipt,
  agency,
  state,
  since: isoVietnam(since),
  wanted,
  ...(standing && {
    standing: {
      form: standing.form,
      sign: standing.sign,
      number: standing.number,
      amounts: standing.amounts,
      issuedAt: isoVietnam(standing.issuedAt),
    },
  }),
  ...(rejection && { why: rejection.why }),
});
