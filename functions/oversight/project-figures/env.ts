import * as z from 'zod';
import { figuresTable, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...figuresTable });
