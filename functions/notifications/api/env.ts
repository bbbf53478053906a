import * as z from 'zod';
import { keys, tables, zaloAccount } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...keys, ...zaloAccount });
