import * as z from 'zod';
import { courierGateway, tables } from '#edge/variables.ts';

export const Env = z.object({ ...tables, ...courierGateway });
