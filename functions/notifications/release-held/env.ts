import * as z from 'zod';
import { catalogueBucket, keys, publicUrl, smsGateway, tables } from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...catalogueBucket,
  ...keys('callback'),
  ...smsGateway,
  ...publicUrl,
});
