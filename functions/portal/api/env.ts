import * as z from 'zod';
import { nationalPortal, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...nationalPortal });
