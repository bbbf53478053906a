import * as z from 'zod';
import { accessTable, keys, tables, zaloAccount } from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...accessTable,
  ...keys('callback', 'phone', 'sender'),
  ...zaloAccount,
});
