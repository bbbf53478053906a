import * as z from 'zod';
import { catalogueBucket } from '#edge/variables.ts';

export const Env = z.object(catalogueBucket);
