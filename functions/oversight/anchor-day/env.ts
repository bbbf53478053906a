import * as z from 'zod';
import { accessTable, evidenceBucket, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...accessTable, ...evidenceBucket });
