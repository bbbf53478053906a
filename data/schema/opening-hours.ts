import * as z from 'zod';
import { day, time, words } from './field.ts';

/** Times of one format order as text does. */
const session = z.tuple([time, time]).refine(([from, to]) => from < to, 'ends before it begins');

const sessions = z
  .array(session)
  .refine(
    (list) => list.every(([from], n) => n === 0 || from >= (list[n - 1]?.[1] ?? '')),
    'sessions are out of order',
  );

const isEachOnce = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

export const openingHours = z.strictObject({
  weekly: z
    .array(
      z.strictObject({
        weekdays: z.array(z.int().min(1).max(7)).min(1),
        sessions: sessions.min(1),
      }),
    )
    .min(1)
    .refine(
      (list) => isEachOnce(list.flatMap(({ weekdays }) => weekdays)),
      'a weekday stands twice',
    ),
  onHolidays: z.enum(['closed', 'as-usual']),
  exceptions: z
    .array(z.strictObject({ day, sessions, reason: words }))
    .refine((list) => isEachOnce(list.map((each) => each.day)), 'a day stands twice')
    .optional(),
});
