import type { Instant } from '#domain/time/instant.ts';
import {
  at,
  dayNumber,
  dayOf,
  minuteOf,
  plusDays,
  type VietnamDay,
} from '#domain/time/vietnam-time.ts';
import {
  countCalendarDays,
  countWorkingDays,
  type DayCount,
  daysOff,
  type Uncounted,
} from './day-count.ts';
import { endOfPause, type Pause, type PauseReason } from './pause.ts';
import type { TimeLimit } from './time-rule.ts';
import { type CalendarBook, type CalendarParsed, workingDayFrom } from './working-calendar.ts';
import { addWorkingMinutes, endOfWork, workingMinutesBetween } from './working-time.ts';

/** How a term was counted, for the explanation. */
export type CountStep =
  | { readonly code: 'counts-from'; readonly day: VietnamDay }
  | {
      readonly code: 'counted';
      readonly unit: 'working-days' | 'calendar-days' | 'working-hours';
      readonly amount: number;
    }
  | {
      readonly code: 'skipped';
      readonly from: VietnamDay;
      readonly to: VietnamDay;
      /** A holiday's name, or `weekend`. */
      readonly name: string;
    }
  | {
      readonly code: 'paused';
      readonly from: Instant;
      readonly to: Instant;
      readonly unit: 'working-days' | 'calendar-days' | 'working-minutes';
      readonly amount: number;
      readonly waitsFor?: PauseReason;
    }
  | { readonly code: 'rolled-forward'; readonly from: VietnamDay; readonly to: VietnamDay };

interface CountedTerm {
  /** Absent: no limit, or an open pause stops the count. */
  readonly dueAt?: Instant;
  readonly steps: readonly CountStep[];
}

type Counted = CalendarParsed<CountedTerm>;

/** From here on, same-day work is for the next working day (NĐ 118/2025 art. 18(2)). */
const lateFrom = 15 * 60;

/** Counts a term once, leaving out the pauses. */
export const countTerm = (
  startedAt: Instant,
  rule: TimeLimit,
  book: CalendarBook,
  pauses: readonly Pause[],
): Counted => {
  if (rule.unit === 'same-day') return sameDay(startedAt, book);
  const today = dayOf(startedAt);
  const first = rule.startPolicy === 'next-day' ? plusDays(today, 1) : today;
  const term = { first, amount: rule.amount, pauses, book };
  if (rule.unit === 'working-days') return workingDays(term);
  if (rule.unit === 'calendar-days') return calendarDays(term);
  return workingHours(first === today ? startedAt : at(first, 0), term);
};

interface Term {
  readonly first: VietnamDay;
  readonly amount: number;
  readonly pauses: readonly Pause[];
  readonly book: CalendarBook;
}

/** Trong ngày; received from 15:00 on or on a day off: the next working day. */
const sameDay = (startedAt: Instant, book: CalendarBook): Counted => {
  const today = dayOf(startedAt);
  const first = minuteOf(startedAt) < lateFrom ? today : plusDays(today, 1);
  const day = workingDayFrom(book, first);
  return day.ok
    ? { ok: true, value: { dueAt: endOfWork(book, day.value), steps: rolled(today, day.value) } }
    : day;
};

const workingDays = (term: Term): Counted => {
  const counted = countWorkingDays(term);
  if (!counted.ok) return counted;
  const { lastDay, uncounted } = counted.value;
  const due = lastDay && { dueAt: endOfWork(term.book, lastDay) };
  return { ok: true, value: { ...due, steps: stepsOf(term, 'working-days', uncounted) } };
};

const calendarDays = (term: Term): Counted => {
  const { lastDay, uncounted } = countCalendarDays(term);
  const steps = stepsOf(term, 'calendar-days', uncounted);
  if (!lastDay) return { ok: true, value: { steps } };
  const landed = countWorkingDays({ ...term, first: lastDay, amount: 1 });
  if (!landed.ok) return landed;
  return { ok: true, value: { ...landing(term.book, landed.value, lastDay, steps) } };
};

/** The last day, or the first working day after it that no pause takes. */
const landing = (
  book: CalendarBook,
  { lastDay: day }: DayCount,
  last: VietnamDay,
  steps: readonly CountStep[],
): CountedTerm =>
  day ? { dueAt: endOfWork(book, day), steps: [...steps, ...rolled(last, day)] } : { steps };

const rolled = (from: VietnamDay, to: VietnamDay): readonly CountStep[] =>
  from === to ? [] : [{ code: 'rolled-forward', from, to }];

type DayUnit = 'working-days' | 'calendar-days';

const stepsOf = (
  { first, amount }: Term,
  unit: DayUnit,
  uncounted: readonly Uncounted[],
): readonly CountStep[] => [
  { code: 'counts-from', day: first },
  ...uncounted.flatMap((run) => stepOf(run, unit, uncounted)),
  { code: 'counted', unit, amount },
];

/** A pause over a weekend comes in two runs and is told once, with the days of both. */
const stepOf = (run: Uncounted, unit: DayUnit, all: readonly Uncounted[]): readonly CountStep[] => {
  const { from, to, why } = run;
  if (typeof why === 'string') return [{ code: 'skipped', from, to, name: why }];
  const ofThisPause = all.filter((other) => other.why === why);
  if (ofThisPause[0] !== run || why.to === undefined) return [];
  const amount = ofThisPause.reduce((sum, each) => sum + lengthOf(each), 0);
  return [{ code: 'paused', from: why.from, to: why.to, unit, amount, ...reasonOf(why) }];
};

const reasonOf = ({ waitsFor }: Pause) => (waitsFor === undefined ? {} : { waitsFor });

const lengthOf = ({ from, to }: Uncounted): number => dayNumber(to) - dayNumber(from) + 1;

const workingHours = (start: Instant, { amount, pauses, book }: Term): Counted => {
  const due = addWorkingMinutes(book, start, amount * 60, pauses);
  if (!due.ok) return due;
  const counted: CountStep = { code: 'counted', unit: 'working-hours', amount };
  const end = due.value;
  if (end === undefined) return { ok: true, value: { steps: [counted] } };
  const off = daysOff(book, dayOf(start), dayOf(end));
  const skipped = off.flatMap((run) => stepOf(run, 'working-days', off));
  const stops = pausedMinutes(book, start, end, pauses);
  return { ok: true, value: { dueAt: end, steps: [...skipped, ...stops, counted] } };
};

const pausedMinutes = (
  book: CalendarBook,
  start: Instant,
  end: Instant,
  pauses: readonly Pause[],
): readonly CountStep[] =>
  pauses.flatMap((pause) => {
    const from = Math.max(pause.from, start) as Instant;
    const to = Math.min(endOfPause(pause), end) as Instant;
    const amount = workingMinutesBetween(book, from, to);
    return amount.ok && amount.value > 0
      ? [
          {
            code: 'paused',
            from,
            to,
            unit: 'working-minutes',
            amount: amount.value,
            ...reasonOf(pause),
          },
        ]
      : [];
  });
