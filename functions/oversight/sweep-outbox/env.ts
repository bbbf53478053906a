import * as z from 'zod';
import { consumerQueues, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...consumerQueues });
