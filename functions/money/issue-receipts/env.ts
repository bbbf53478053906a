import * as z from 'zod';
import { catalogueBucket, receiptIssuer, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...catalogueBucket, ...receiptIssuer });
