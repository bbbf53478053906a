import * as z from 'zod';
import { accessTable, catalogueBucket, edgeSecret, keys, tables } from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...accessTable,
  ...catalogueBucket,
  ...keys('session'),
  ...edgeSecret,
});
