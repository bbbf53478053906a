import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { indices, levels, type Month } from '#functions/satisfaction/domain/rating.ts';
import { throttles } from '#plan/throttles.ts';
import { FiguresView, ProvinceFiguresView } from './views/satisfaction.ts';

const month = z
  .string()
  .length(7)
  .regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/)
  .transform((text) => text as Month);
const score = z.union([z.literal(0), z.literal(1), z.literal(2)]);

/** Sự hài lòng: asked once a dossier, on the tablet or at home. */
export const contract = {
  /**
   * Phiếu đánh giá: levels, the nine indices of TT 01/2018/TT-VPCP art. 13, since replaced by TT 03/2025, and the reasons of a
   * dislike.
   */
  readQuestions: route({
    method: 'GET',
    path: '/v1/satisfaction/questions',
    who: 'anyone',
    reads: 'nothing-personal',
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
  /**
   * Once a dossier, when it has ended, with the session of `POST /v1/track/session`: the receipt alone
   * does not do, for those who are rated print it. Of which dossier an answer is stands nowhere in it.
   */
  rateDossier: route({
    method: 'POST',
    path: '/v1/satisfaction/ratings',
    who: 'citizen',
    throttle: throttles.ratings,
    summary:
      'Đánh giá · By the citizen’s session, once; either scale may be skipped, a dislike needs its reason',
    idempotent: true,
    body: z
      .strictObject({
        level: z.enum(levels).optional(),
        /** TT 01/2018/TT-VPCP art. 13, since replaced by TT 03/2025: all nine or none. */
        scores: z.record(z.enum(indices), score).optional(),
        reason: z.strictObject({ code: shape.slug, text: shape.text(500).optional() }).optional(),
      })
      .refine(
        ({ level, scores }) => level !== undefined || scores !== undefined,
        'nothing-answered',
      ),
    answers: { 201: z.object({ rated: z.literal(true) }) },
    refuses: [
      'already-rated',
      'rating-too-early',
      'reason-missing',
      'reason-unknown',
      'session-invalid',
    ],
  }),
  /** By month (`YYYY-MM`), once it is over. Too few answers are counted and not broken down. */
  readFigures: route({
    method: 'GET',
    path: '/v1/satisfaction/figures',
    who: ['leader', 'supervisor'],
    reads: 'nothing-personal',
    summary:
      'Số liệu hài lòng · Of an office or agency and a month that is over; too few answers are only counted. Not SIPAS',
    query: z.strictObject({
      month,
      office: shape.slug.optional(),
      /** A leader's own unless told. */
      agency: shape.slug.optional(),
    }),
    answers: { 200: FiguresView },
    refuses: ['figures-unknown', 'month-open'],
  }),
  /** Free text alone, mixed within the month. */
  readWords: route({
    method: 'GET',
    path: '/v1/satisfaction/words',
    who: ['supervisor'],
    reads: 'nothing-personal',
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
    refuses: ['month-open'],
  }),
  /** Công khai kết quả đánh giá: percentages with the number of answers behind each. */
  readPublishedFigures: route({
    method: 'GET',
    path: '/v1/satisfaction/published',
    who: 'anyone',
    reads: 'nothing-personal',
    summary: 'Công khai mức độ hài lòng · Office by office, with n. Not SIPAS',
    query: z.strictObject({ month }),
    answers: { 200: ProvinceFiguresView },
    refuses: ['month-open'],
  }),
} as const;
