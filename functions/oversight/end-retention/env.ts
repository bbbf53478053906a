import * as z from 'zod';
import { catalogueBucket, evidenceBucket, previewsBucket, tables } from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...catalogueBucket,
  ...evidenceBucket,
  ...previewsBucket,
});
