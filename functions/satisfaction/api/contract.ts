import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { indices, levels, type Month } from '#functions/satisfaction/domain/rating.ts';
import { FiguresView, ProvinceFiguresView } from './views/satisfaction.ts';

const month = z
  .string()
  .length(7)
  .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/)
  .transform((text) => text as Month);
const score = z.union([z.literal(0), z.literal(1), z.literal(2)]);

/** Sự hài lòng: asked once a dossier, on the tablet or at home. */
export const contract = {
  readQuestions: route({
    method: 'GET',
    path: '/v1/satisfaction/questions',
    who: 'anyone',
    summary: 'Câu hỏi đánh giá · What to ask, and the reasons to choose from',
    answers: {
      200: z.object({
        levels: z.array(z.object({ level: z.enum(levels), vi: z.string(), en: z.string() })),
        indices: z.array(z.object({ index: z.enum(indices), vi: z.string(), en: z.string() })),
        reasons: z.array(
          z.object({ code: z.string(), vi: z.string(), en: z.string(), needsText: z.boolean() }),
        ),
      }),
    },
  }),
  rateDossier: route({
    method: 'POST',
    path: '/v1/satisfaction/ratings',
    who: 'anyone',
    throttle: { rate: 10, burst: 20 },
    summary:
      'Đánh giá · With code and secret of the receipt, once; either scale may be skipped, a dislike needs its reason',
    idempotent: true,
    body: z
      .strictObject({
        code: z.string().min(8).max(200),
        secret: z.string().min(8).max(20),
        level: z.enum(levels).optional(),
        /** TT 01/2018/TT-VPCP art. 13: all nine or none. */
        scores: z.record(z.enum(indices), score).optional(),
        reason: z.strictObject({ code: shape.slug, text: shape.text(500).optional() }).optional(),
      })
      .refine(
        ({ level, scores }) => level !== undefined || scores !== undefined,
        'nothing-answered',
      ),
    answers: { 201: z.object({ rated: z.literal(true) }) },
  }),
  readFigures: route({
    method: 'GET',
    path: '/v1/satisfaction/figures',
    who: ['leader', 'supervisor'],
    summary:
      'Số liệu hài lòng · Of an office or agency and a month that is over; too few answers are only counted. Not SIPAS',
    query: z.strictObject({
      month,
      office: shape.slug.optional(),
      /** A leader's own unless told. */
      agency: shape.slug.optional(),
    }),
    answers: { 200: FiguresView },
  }),
  readWords: route({
    method: 'GET',
    path: '/v1/satisfaction/words',
    who: ['supervisor'],
    summary: 'Ý kiến viết thêm · In no order of time, and not whose dossier it was',
    query: z.strictObject({ month, office: shape.slug, ...shape.page }),
    answers: {
      200: z.object({
        items: z.array(
          z.object({ level: z.enum(levels).optional(), reason: z.string(), text: z.string() }),
        ),
        next: z.string().optional(),
      }),
    },
  }),
  readPublishedFigures: route({
    method: 'GET',
    path: '/v1/satisfaction/published',
    who: 'anyone',
    summary: 'Công khai mức độ hài lòng · Office by office, with n. Not SIPAS',
    query: z.strictObject({ month }),
    answers: { 200: ProvinceFiguresView },
  }),
} as const;
