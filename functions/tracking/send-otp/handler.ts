import type * as z from 'zod';
import { settled, type Verdict } from '#edge/queue.ts';
import type { makeSendOtp, OtpSettled } from '#functions/tracking/application/send-otp.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import { type Count, type Counted, counted } from '#watch/metrics.ts';
import type { AskedOtp } from './contract.ts';

/** An unknown outcome needs nobody: the citizen sees that no SMS comes, and asks again. */
const counters: Readonly<Partial<Record<OtpSettled, Counted>>> = {
  sent: counted.smsSent,
  failed: counted.smsFailed,
  'budget-spent': counted.otpBudgetSpent,
};

export const makeJudge =
  (send: ReturnType<typeof makeSendOtp>, log: Log, count: Count) =>
  async ({ id, askedAt, dossierId, isOfPhone }: z.output<typeof AskedOtp>): Promise<Verdict> => {
    const outcome = await send({
      id,
      askedAt,
      ...(dossierId && { dossierId }),
      ...(isOfPhone && { isOfPhone }),
    });
    const counter = counters[outcome];
    if (counter) count(counter);
    log.info(codes.otpSettled, { ...(dossierId && { dossierId }), outcome });
    return settled;
  };
