import * as z from 'zod';
import { catalogueBucket, keys, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...catalogueBucket, ...keys });
