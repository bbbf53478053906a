import * as z from 'zod';
import { route } from '#edge/contract.ts';

const Fee = z.object({ kind: z.string(), amountVnd: z.int(), note: z.string().optional() });
const Component = z.object({
  id: z.string(),
  name: z.string(),
  copyKind: z.enum(['original', 'certified', 'photocopy']),
  count: z.int(),
  required: z.boolean(),
  when: z.string().optional(),
});
const Summary = z.object({
  code: z.string(),
  version: z.string(),
  name: z.string(),
  nameEn: z.string(),
  field: z.string(),
});

/** Thủ tục hành chính. */
export const contract = {
  searchProcedures: route({
    method: 'GET',
    path: '/v1/procedures',
    who: 'anyone',
    summary: 'Tra cứu thủ tục · Search by code or name, with or without diacritics',
    query: z.strictObject({ q: z.string().max(200).default('') }),
    answers: { 200: z.object({ items: z.array(Summary) }) },
  }),
  readProcedure: route({
    method: 'GET',
    path: '/v1/procedures/{code}',
    who: 'anyone',
    summary: 'Xem thủ tục · Components, time limit and fees as in force today',
    params: z.object({ code: z.string().max(40) }),
    answers: {
      200: Summary.extend({
        components: z.array(Component),
        timeRule: z.record(z.string(), z.unknown()),
        fees: z.array(Fee),
        result: z.string(),
        sources: z.array(z.string()),
      }),
    },
  }),
  readOpenApi: route({
    method: 'GET',
    path: '/openapi.json',
    who: 'anyone',
    summary: 'Mô tả API · This API as OpenAPI 3.1',
    answers: { 200: z.record(z.string(), z.unknown()) },
  }),
} as const;
