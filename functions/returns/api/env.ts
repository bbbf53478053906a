import * as z from 'zod';
import { accessTable, catalogueBucket, keys, tables } from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...accessTable,
  ...catalogueBucket,
  ...keys('carrier-vnpost'),
});
