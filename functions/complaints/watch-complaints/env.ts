import * as z from 'zod';
import { tables } from '#edge/variables.ts';

export const Env = z.object(tables);
