import type { Instant } from '#domain/time/instant.ts';
import {
  dayOf,
  formatDay,
  formatInstant,
  formatMinute,
  minuteOf,
  plusDays,
  type VietnamDay,
} from '#domain/time/vietnam-time.ts';
import type { TimeRule } from './time-rule.ts';
import { type CalendarBook, type CalendarParsed, workingDayFrom } from './working-calendar.ts';
import { addWorkingMinutes, endOfDay } from './working-time.ts';

/** One step of "why this date", for `explain`. */
export type ExplanationStep =
  | { readonly code: 'starts'; readonly at: Instant }
  | { readonly code: 'counts-from'; readonly day: VietnamDay }
  | { readonly code: 'counted'; readonly unit: 'working-days' | 'calendar-days' | 'working-hours'; readonly amount: number }
  | { readonly code: 'skipped'; readonly from: VietnamDay; readonly to: VietnamDay; readonly name: string }
  | { readonly code: 'rolled-forward'; readonly from: VietnamDay; readonly to: VietnamDay }
  | { readonly code: 'due'; readonly at: Instant }
  | { readonly code: 'no-time-limit' };

export interface DueDate {
  /** Absent where the procedure has no time limit. */
  readonly dueAt?: Instant;
  /** The calendars that were asked; a changed one names the dossiers that it moves. */
  readonly calendarVersions: readonly string[];
  readonly explanation: readonly ExplanationStep[];
}

interface Terms {
  readonly startedAt: Instant;
  readonly rule: TimeRule;
  readonly book: CalendarBook;
}

/**
 * Ngày hẹn trả: a pure function of the start, the procedure's rule and the calendars. A day-counted
 * term is due at the end of work of its last day; a calendar-day term that ends on a day off rolls
 * forward to the next working day (Civil Code 2015 art. 148(5)).
 */
export const dueDate = ({ startedAt, rule, book }: Terms): CalendarParsed<DueDate> => {
  const start: ExplanationStep = { code: 'starts', at: startedAt };
  if (rule.unit === 'none')
    return {
      ok: true,
      value: { calendarVersions: [], explanation: [start, { code: 'no-time-limit' }] },
    };
  const counted = count(startedAt, rule, book);
  if (!counted.ok) return counted;
  const { dueAt, steps } = counted.value;
  const versions = versionsBetween(book, dayOf(startedAt), dayOf(dueAt));
  return {
    ok: true,
    value: {
      dueAt,
      calendarVersions: versions,
      explanation: [start, ...steps, { code: 'due', at: dueAt }],
    },
  };
};

interface Counted {
  readonly dueAt: Instant;
  readonly steps: readonly ExplanationStep[];
}
type DatedRule = Exclude<TimeRule, { unit: 'none' }>;

const count = (startedAt: Instant, rule: DatedRule, book: CalendarBook): CalendarParsed<Counted> => {
  if (rule.unit === 'same-day') return sameDay(startedAt, book);
  if (rule.unit === 'working-hours') {
    const due = addWorkingMinutes(book, startedAt, rule.amount * 60);
    const { unit, amount } = rule;
    return due.ok
      ? { ok: true, value: { dueAt: due.value, steps: [{ code: 'counted', unit, amount }] } }
      : due;
  }
  const today = dayOf(startedAt);
  const first = rule.startPolicy === 'next-day' ? plusDays(today, 1) : today;
  return rule.unit === 'working-days'
    ? workingDays(first, rule.amount, book)
    : calendarDays(first, rule.amount, book);
};

/** Received from 15:00 on: the next working day (NĐ 61/2018 art. 18). */
const sameDay = (startedAt: Instant, book: CalendarBook): CalendarParsed<Counted> => {
  const today = dayOf(startedAt);
  const first = minuteOf(startedAt) < 15 * 60 ? today : plusDays(today, 1);
  const day = workingDayFrom(book, first);
  if (!day.ok) return day;
  const moved = day.value !== today;
  const steps: readonly ExplanationStep[] = moved
    ? [{ code: 'rolled-forward', from: today, to: day.value }]
    : [];
  return { ok: true, value: { dueAt: endOfDay(day.value), steps } };
};

const workingDays = (
  first: VietnamDay,
  amount: number,
  book: CalendarBook,
): CalendarParsed<Counted> => {
  const off: VietnamDay[] = [];
  let left = amount;
  let day = first;
  for (; ; day = plusDays(day, 1)) {
    const works = book.isWorkingDay(day);
    if (works === undefined) return { ok: false, reason: 'calendar-missing' };
    if (works) left -= 1;
    else off.push(day);
    if (left <= 0 && works) break;
  }
  return {
    ok: true,
    value: {
      dueAt: endOfDay(day),
      steps: [
        { code: 'counts-from', day: first },
        ...skips(off, book),
        { code: 'counted', unit: 'working-days', amount },
      ],
    },
  };
};

const calendarDays = (
  first: VietnamDay,
  amount: number,
  book: CalendarBook,
): CalendarParsed<Counted> => {
  const last = plusDays(first, amount - 1);
  const due = workingDayFrom(book, last);
  if (!due.ok) return due;
  const rolled: readonly ExplanationStep[] =
    due.value === last ? [] : [{ code: 'rolled-forward', from: last, to: due.value }];
  return {
    ok: true,
    value: {
      dueAt: endOfDay(due.value),
      steps: [
        { code: 'counts-from', day: first },
        { code: 'counted', unit: 'calendar-days', amount },
        ...rolled,
      ],
    },
  };
};

/** Days off in runs of the same reason: a Tết of nine days is one line. */
const skips = (off: readonly VietnamDay[], book: CalendarBook): readonly ExplanationStep[] => {
  const runs: { from: VietnamDay; to: VietnamDay; name: string }[] = [];
  for (const day of off) {
    const name = book.holidayName(day) ?? 'weekend';
    const last = runs.at(-1);
    if (last && last.name === name && plusDays(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day, name });
  }
  return runs.map((run) => ({ code: 'skipped', ...run }));
};

const versionsBetween = (book: CalendarBook, from: VietnamDay, to: VietnamDay): readonly string[] =>
  [...new Set([book.versionOf(from), book.versionOf(to)])].filter(
    (version): version is string => version !== undefined,
  );

const unitName = {
  'working-days': { vi: 'ngày làm việc', en: 'working days' },
  'calendar-days': { vi: 'ngày', en: 'days' },
  'working-hours': { vi: 'giờ làm việc', en: 'working hours' },
} as const;

const span = (from: VietnamDay, to: VietnamDay): string =>
  from === to ? formatDay(from) : `${formatDay(from)}–${formatDay(to)}`;

/** A step as a sentence that a citizen understands. */
export const explain = (step: ExplanationStep, language: 'vi' | 'en'): string => {
  const say = (vi: string, en: string): string => (language === 'vi' ? vi : en);
  switch (step.code) {
    case 'starts':
      return say(
        `Tiếp nhận lúc ${formatInstant(step.at)}`,
        `Accepted at ${formatInstant(step.at)}`,
      );
    case 'counts-from':
      return say(`Tính từ ngày ${formatDay(step.day)}`, `Counted from ${formatDay(step.day)}`);
    case 'counted': {
      const { vi, en } = unitName[step.unit];
      return say(`Thời hạn ${step.amount} ${vi}`, `Time limit ${step.amount} ${en}`);
    }
    case 'skipped':
      return step.name === 'weekend'
        ? say(`${span(step.from, step.to)}: cuối tuần, không tính`, `${span(step.from, step.to)}: weekend, not counted`)
        : say(`${span(step.from, step.to)}: nghỉ ${step.name}, không tính`, `${span(step.from, step.to)}: ${step.name}, not counted`);
    case 'rolled-forward':
      return say(
        `Chuyển từ ${formatDay(step.from)} sang ngày làm việc ${formatDay(step.to)}`,
        `Moved from ${formatDay(step.from)} to the working day ${formatDay(step.to)}`,
      );
    case 'due':
      return say(
        `Hẹn trả ${formatMinute(minuteOf(step.at))} ngày ${formatDay(dayOf(step.at))}`,
        `Due at ${formatMinute(minuteOf(step.at))} on ${formatDay(dayOf(step.at))}`,
      );
    case 'no-time-limit':
      return say('Thủ tục không quy định thời hạn; sẽ thông báo', 'No time limit; you will be told');
  }
};
