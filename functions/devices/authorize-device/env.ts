import * as z from 'zod';
import { keys, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...keys('device-token') });
