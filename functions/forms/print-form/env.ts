import * as z from 'zod';
import { keys, publicUrl, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...keys, ...publicUrl });
