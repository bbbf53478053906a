import * as z from 'zod';
import { catalogueBucket, figuresTable } from '#edge/variables.ts';

export const Env = z.object({ ...catalogueBucket, ...figuresTable });
