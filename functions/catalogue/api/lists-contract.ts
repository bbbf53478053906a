import * as z from 'zod';
import { routeClasses } from '#domain/catalogue/postage.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';

const levels = ['province', 'district', 'commune'] as const;

/** What screens choose from: as it is in force today, in the order of the data. */
export const listsContract = {
  /** Cơ quan giải quyết; `takesDossiers`: it has an inbox here, so that a dossier can be sent to it. */
  listAgencies: route({
    method: 'GET',
    path: '/v1/agencies',
    who: 'anyone',
    reads: 'nothing-personal',
    summary: 'Danh sách cơ quan · Agencies in force today, with their level',
    answers: {
      200: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            level: z.enum(levels),
            address: z.string(),
            takesDossiers: z.boolean(),
          }),
        ),
      }),
    },
  }),
  /** Nhóm dịch vụ: what people wait for, each with the letter that its numbers begin with. */
  listQueueGroups: route({
    method: 'GET',
    path: '/v1/queue-groups',
    who: 'anyone',
    reads: 'nothing-personal',
    summary: 'Nhóm dịch vụ · What one takes a number for',
    answers: {
      200: z.object({
        items: z.array(
          z.object({ id: z.string(), letter: z.string(), vi: z.string(), en: z.string() }),
        ),
      }),
    },
  }),
  /** Cước by tuyến: a first weight, then each begun step. `isPlaceholder`: no tariff in force. */
  listPostage: route({
    method: 'GET',
    path: '/v1/postage',
    who: 'anyone',
    reads: 'nothing-personal',
    summary: 'Giá cước · What the post takes for carrying, by route and weight',
    answers: {
      200: z.object({
        items: z.array(
          z.object({
            routeClass: z.enum(routeClasses),
            firstGrams: z.int(),
            firstVnd: shape.dongs,
            nextGrams: z.int(),
            nextVnd: shape.dongs,
            isPlaceholder: z.boolean(),
          }),
        ),
      }),
    },
  }),
} as const;
