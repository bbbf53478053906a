import * as z from 'zod';
import { catalogueBucket, nationalPortal, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...catalogueBucket, ...nationalPortal });
