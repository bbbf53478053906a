import * as z from 'zod';
import { accessTable, evidenceBucket, keys, s3Requests, tables } from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...accessTable,
  ...keys,
  ...evidenceBucket,
  ...s3Requests,
});
