import * as z from 'zod';
import { evidenceBucket, keys, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...keys, ...evidenceBucket });
