import * as z from 'zod';
import { type PaymentRequest, paymentKinds, paymentWays } from '#domain/dossier/payment.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';

/** A request for payment, for whoever may see the dossier; no person is named. */
export const PaymentShape = z.object({
  number: z.int(),
  kind: z.enum(paymentKinds),
  amountVnd: z.int(),
  reason: z.string(),
  payBy: z.string(),
  ways: z.array(z.enum(paymentWays)),
  instructions: z.string().optional(),
  requestedAt: shape.isoTime,
  end: z
    .object({
      how: z.enum(['received', 'confirmed', 'cancelled']),
      at: shape.isoTime,
      /** Biên lai of the counter, or the treasury's own number. */
      proof: z.string().optional(),
      reason: z.string().optional(),
    })
    .optional(),
});

export const paymentView = (asked: PaymentRequest): z.output<typeof PaymentShape> => {
  const { number, kind, amountVnd, reason, payBy, ways, instructions, requestedAt, end } = asked;
  return {
    number,
    kind,
    amountVnd,
    reason,
    payBy,
    ways: [...ways],
    ...(instructions !== undefined && { instructions }),
    requestedAt: isoVietnam(requestedAt),
    ...(end && { end: endView(end) }),
  };
};

const endView = (end: NonNullable<PaymentRequest['end']>) => ({
  how: end.how,
  at: isoVietnam(end.at),
  ...(end.how === 'received' && { proof: end.receipt }),
  ...(end.how === 'confirmed' && { proof: end.reference }),
  ...(end.how === 'cancelled' && { reason: end.reason }),
});
