import * as z from 'zod';
import { amendmentStates } from '#domain/deadline/amendment.ts';
import { everyWarning, type Warning } from '#domain/limits/warnings.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { AmendmentView } from '#edge/views/amendment.ts';
import { accessContract } from './access-contract.ts';
import { holdContract } from './hold-contract.ts';
import { LimitsView } from './views/limit.ts';

const who = ['supervisor'] as const;
const params = z.object({ amendmentId: shape.ulid });
const days = z
  .array(z.strictObject({ day: shape.vietnamDay, name: shape.text(120) }))
  .max(20)
  .default([]);

/** Giám sát: what is late, and what the province decides for everybody. */
export const contract = {
  ...accessContract,
  ...holdContract,
  /** Hồ sơ sắp đến hạn, quá hạn: by the limit that is near or over, the earliest first. */
  listWarned: route({
    method: 'GET',
    path: '/v1/warnings',
    who: ['clerk', 'officer', 'leader', 'supervisor'],
    reads: 'nothing-personal',
    summary:
      'Hồ sơ sắp trễ, đã trễ · Of the caller’s department or post office, the earliest first; a supervisor sees all, or names one',
    query: z.strictObject({
      warning: z.enum(everyWarning as [Warning, ...Warning[]]),
      of: shape.slug.optional(),
      ...shape.page,
    }),
    answers: { 200: LimitsView },
    refuses: ['dossier-unknown'],
  }),
  /** Lịch làm việc theo năm: edition 0 is provisional; `isDue` must be decided now. */
  listCalendars: route({
    method: 'GET',
    path: '/v1/calendars',
    reads: 'nothing-personal',
    who,
    summary: 'Lịch làm việc các năm · Which edition is in force, and which year is not decided yet',
    answers: {
      200: z.object({
        items: z.array(
          z.object({
            year: z.int(),
            version: z.string(),
            isProvisional: z.boolean(),
            isDue: z.boolean(),
          }),
        ),
      }),
    },
  }),
  /** Điều chỉnh lịch làm việc: changes nothing until it is confirmed. Days `YYYY-MM-DD`. */
  proposeAmendment: route({
    method: 'POST',
    path: '/v1/calendar-amendments',
    who,
    summary: 'Đề nghị sửa lịch làm việc · Days off and make-up days that were decided late',
    idempotent: true,
    body: z.strictObject({ holidays: days, makeUpDays: days, reason: shape.text(300) }),
    answers: { 201: AmendmentView },
    refuses: ['amendment-empty'],
  }),
  /** Các lần sửa lịch: proposed ones wait for somebody to apply them; the oldest first. */
  listAmendments: route({
    method: 'GET',
    path: '/v1/calendar-amendments',
    who,
    reads: 'nothing-personal',
    summary: 'Các lần sửa lịch · Proposed, or in force',
    query: z.strictObject({ state: z.enum(amendmentStates).default('proposed'), ...shape.page }),
    answers: { 200: z.object({ items: z.array(AmendmentView), next: z.string().optional() }) },
  }),
  /**
   * `moved` counts the dossiers with a new date by now; `announcedAt` is absent until all are told.
   */
  readAmendment: route({
    method: 'GET',
    path: '/v1/calendar-amendments/{amendmentId}',
    who,
    reads: 'nothing-personal',
    summary: 'Xem lần sửa lịch · And how far its announcing has come',
    params,
    answers: { 200: AmendmentView },
    refuses: ['amendment-unknown'],
  }),
  /** Before and after, of dossiers that still run. */
  listMovedDossiers: route({
    method: 'GET',
    path: '/v1/calendar-amendments/{amendmentId}/dossiers',
    who,
    reads: 'nothing-personal',
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
    refuses: ['amendment-unknown', 'calendar-missing', 'step-not-allowed'],
  }),
  /** Without `reannounces` dates already promised stay, although the calendar changes. */
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
    refuses: ['amendment-confirmed', 'amendment-unknown'],
  }),
} as const;
