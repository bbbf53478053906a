import * as z from 'zod';
import {
  accessTable,
  catalogueBucket,
  edgeSecret,
  keys,
  otpQueue,
  tables,
} from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...accessTable,
  ...catalogueBucket,
  ...keys('otp', 'session', 'tracking'),
  ...edgeSecret,
  ...otpQueue,
});
