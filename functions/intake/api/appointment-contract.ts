import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';

/** More days than the longest term has. */
const mostDays = 400;
const dayMs = 86_400_000;

const isShort = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
  Date.parse(to) - Date.parse(from) < mostDays * dayMs && from <= to;

/** Hẹn trả, before anything is promised. */
export const appointmentContract = {
  /**
   * Hẹn trả dự kiến of what would be taken in now at the caller’s office: who settles it, by when, and why.
   * Keeps nothing and promises nothing. `startsOn` `receipt`: the term begins when the agency has the
   * papers, and the date supposes the usual transfer.
   */
  foreseeAppointment: route({
    method: 'POST',
    path: '/v1/appointments/foresee',
    who: ['clerk'],
    summary: 'Xem trước ngày hẹn trả · The date that a filing would get now, with its reasons',
    body: z.strictObject({
      procedure: shape.word(40, 3),
      case: shape.slug.optional(),
      intakeMode: z.enum(['agent', 'onestop']).optional(),
      /** Cơ quan của xã, phường có thẩm quyền. */
      commune: shape.slug.optional(),
      /** Where the owner lives: which commune it is, where none is named. */
      address: shape.text(300).optional(),
    }),
    answers: {
      200: z.object({
        agency: z.object({ id: z.string(), name: z.string() }),
        intakeMode: z.enum(['agent', 'onestop']),
        startsOn: z.enum(['counter', 'receipt']),
        /** Absent: the law sets no limit, or nobody has confirmed it. */
        dueAt: shape.isoTime.optional(),
        transferBy: shape.isoTime,
        /** Counted into a year whose calendar is not decided. */
        isProvisional: z.boolean(),
        explanation: z.object({ vi: z.array(z.string()), en: z.array(z.string()) }),
      }),
    },
    refuses: [
      'calendar-missing',
      'case-unknown',
      'commune-unclear',
      'intake-mode',
      'office-unknown',
      'procedure-not-in-force',
      'procedure-unknown',
    ],
  }),
  /**
   * Lịch làm việc: the days off between two days, both included, as decided and amended until now. What is
   * not named is worked.
   */
  listDaysOff: route({
    method: 'GET',
    path: '/v1/days-off',
    who: ['clerk', 'courier', 'officer', 'leader', 'supervisor'],
    reads: 'nothing-personal',
    summary: 'Ngày nghỉ · Weekends and holidays between two days, of at most 400',
    query: z
      .strictObject({ from: shape.vietnamDay, to: shape.vietnamDay })
      .refine(isShort, { error: 'range-too-long' }),
    answers: {
      200: z.object({
        items: z.array(
          z.object({
            day: z.iso.date(),
            /** A holiday’s name; absent: a weekend. */
            name: z.string().optional(),
          }),
        ),
      }),
    },
    refuses: ['calendar-missing'],
  }),
} as const;
