import * as z from 'zod';
import { accessTable, previewsBucket, scanBuckets, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...accessTable, ...scanBuckets, ...previewsBucket });
