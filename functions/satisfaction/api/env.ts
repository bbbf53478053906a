import * as z from 'zod';
import { catalogueBucket, edgeSecret, keys, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...catalogueBucket, ...keys('session'), ...edgeSecret });
