import * as z from 'zod';
import { catalogueBucket, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...catalogueBucket });
