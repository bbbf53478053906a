import * as z from 'zod';
import { evidenceBucket, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...evidenceBucket });
