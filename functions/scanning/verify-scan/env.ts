import * as z from 'zod';
import { previewsBucket, scanBuckets, tables } from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...scanBuckets,
  ...previewsBucket,
  FURTHER_PAGES_QUEUE: z.url(),
});
