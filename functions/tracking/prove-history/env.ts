import * as z from 'zod';
import { accessTable, evidenceBucket, keys, s3Requests, tables } from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...accessTable,
  ...keys('session'),
  ...evidenceBucket,
  ...s3Requests,
});
