import * as z from 'zod';
import { accessTable, edgeSecret, keys, otpQueue, tables } from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...accessTable,
  ...keys('otp', 'phone'),
  ...edgeSecret,
  ...otpQueue,
});
