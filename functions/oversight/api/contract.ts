import * as z from 'zod';
import { everyWarning, type Warning } from '#domain/limits/warnings.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { AmendmentView } from '#edge/views/amendment.ts';
import { LimitsView } from './views/limit.ts';

const who = ['supervisor'] as const;
const params = z.object({ amendmentId: shape.ulid });
const days = z
  .array(z.strictObject({ day: shape.vietnamDay, name: shape.text(120) }))
  .max(20)
  .default([]);

/** Giám sát: what is late, and what the province decides for everybody. */
export const contract = {
  listWarned: route({
    method: 'GET',
    path: '/v1/warnings',
    who: ['clerk', 'officer', 'leader', 'supervisor'],
    summary:
      'Hồ sơ sắp trễ, đã trễ · Of the caller’s department or post office, the earliest first; a supervisor sees all, or names one',
    query: z.strictObject({
      warning: z.enum(everyWarning as [Warning, ...Warning[]]),
      of: shape.slug.optional(),
      ...shape.page,
    }),
    answers: { 200: LimitsView },
  }),
  proposeAmendment: route({
    method: 'POST',
    path: '/v1/calendar-amendments',
    who,
    summary: 'Đề nghị sửa lịch làm việc · Days off and make-up days that were decided late',
    idempotent: true,
    body: z.strictObject({ holidays: days, makeUpDays: days, reason: shape.text(300) }),
    answers: { 201: AmendmentView },
  }),
  readAmendment: route({
    method: 'GET',
    path: '/v1/calendar-amendments/{amendmentId}',
    who,
    summary: 'Xem lần sửa lịch · And how far its announcing has come',
    params,
    answers: { 200: AmendmentView },
  }),
  listMovedDossiers: route({
    method: 'GET',
    path: '/v1/calendar-amendments/{amendmentId}/dossiers',
    who,
    summary: 'Hồ sơ bị dời ngày hẹn · An agency’s running dossiers that the amendment moves',
    params,
    query: z.strictObject({
      agency: shape.slug,
      list: z.enum(['waiting', 'working']),
      ...shape.page,
    }),
    answers: {
      200: z.object({
        items: z.array(
          z.object({
            dossierId: shape.ulid,
            code: z.string(),
            previousDueAt: shape.isoTime,
            dueAt: shape.isoTime,
          }),
        ),
        next: z.string().optional(),
      }),
    },
  }),
  confirmAmendment: route({
    method: 'POST',
    path: '/v1/calendar-amendments/{amendmentId}/confirm',
    who,
    summary:
      'Áp dụng lịch mới · From now on; with `reannounces`, promised dates move and citizens are told',
    idempotent: true,
    params,
    body: z.strictObject({ reannounces: z.boolean() }),
    answers: { 200: AmendmentView },
  }),
} as const;
