import * as z from 'zod';
import { scanBuckets, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...scanBuckets });
