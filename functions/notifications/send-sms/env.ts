import * as z from 'zod';
import { keys, publicUrl, smsGateway, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...keys, ...smsGateway, ...publicUrl });
