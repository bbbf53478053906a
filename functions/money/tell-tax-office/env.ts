import * as z from 'zod';
import { receiptIssuer, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...receiptIssuer });
