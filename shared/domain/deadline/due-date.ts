import type { Instant } from '#domain/time/instant.ts';
import {
  dayOf,
  formatDay,
  formatInstant,
  formatMinute,
  minuteOf,
  type VietnamDay,
} from '#domain/time/vietnam-time.ts';
import {
  endOfPause,
  orderedPauses,
  type Pause,
  type PausePolicy,
  type PauseReason,
} from './pause.ts';
import { type CountStep, countTerm } from './term.ts';
import type { TimeLimit, TimeRule } from './time-rule.ts';
import type { CalendarBook, CalendarParsed } from './working-calendar.ts';

/** One step of "why this date", for `explain`. */
export type ExplanationStep =
  | { readonly code: 'starts'; readonly at: Instant }
  | CountStep
  /** Of a dossier that was taken on a paper slip: `#domain/offline/back-entry`. */
  | { readonly code: 'entered-later' | 'taken-incomplete'; readonly at: Instant }
  | { readonly code: 'restarted'; readonly since: Instant; readonly at: Instant }
  | { readonly code: 'stopped'; readonly since: Instant; readonly waitsFor?: PauseReason }
  | { readonly code: 'due'; readonly at: Instant }
  /** Where the law itself gives more time: `#domain/dossier/appointment`. */
  | { readonly code: 'prolonged'; readonly ground: string; readonly at: Instant }
  /** Of a dossier that another commune's counter took in: `#domain/dossier/appointment`. */
  | { readonly code: 'awaits-receipt' | 'began-with-receipt' | 'there'; readonly at: Instant }
  | { readonly code: 'no-time-limit' | 'limit-unconfirmed' };

export interface DueDate {
  /** Absent where the procedure has no time limit, and while an open pause stops the count. */
  readonly dueAt?: Instant;
  /** The calendars that were asked; a changed one names the dossiers that it moves. */
  readonly calendarVersions: readonly string[];
  readonly explanation: readonly ExplanationStep[];
}

interface Terms {
  readonly startedAt: Instant;
  readonly rule: TimeRule;
  readonly book: CalendarBook;
  readonly pauses?: readonly Pause[];
  /** `restart` where nothing else is said: the rule of NĐ 61/2018, since replaced by NĐ 118/2025. */
  readonly pausePolicy?: PausePolicy;
  /** When the law's own prolongations were given, and until when: so long the limit has not run out. */
  readonly prolonged?: readonly Prolonged[];
}

interface Prolonged {
  readonly at: Instant;
  readonly until: Instant;
}

interface Counting extends Required<Pick<Terms, 'book' | 'prolonged'>> {
  readonly rule: TimeLimit;
  /** Pauses that start the limit anew, and those that only stop it. */
  readonly restarts: readonly Pause[];
  readonly gaps: readonly Pause[];
}

/**
 * Ngày hẹn trả: a pure function of the start, the procedure's rule, the pauses and the calendars. A
 * day-counted term is due at the end of work of its last day; a calendar-day term that ends on a day
 * off rolls forward to the next working day (Civil Code 2015 art. 148(5)).
 */
export const dueDate = ({
  startedAt,
  rule,
  book,
  pauses = [],
  pausePolicy = 'restart',
  prolonged = [],
}: Terms): CalendarParsed<DueDate> => {
  const start: ExplanationStep = { code: 'starts', at: startedAt };
  if (rule.unit === 'none' || rule.unit === 'unconfirmed') {
    const code = rule.unit === 'none' ? 'no-time-limit' : 'limit-unconfirmed';
    return { ok: true, value: { calendarVersions: [], explanation: [start, { code }] } };
  }
  const stops = orderedPauses(pauses);
  // Within one day there is nothing left to go on with after a pause: the day of receipt is the day.
  const goesOn = ({ policy = pausePolicy }: Pause): boolean =>
    policy === 'pause' && rule.unit !== 'same-day';
  const restarts = orderedPauses(pauses.filter((pause) => !goesOn(pause)));
  const gaps = orderedPauses(pauses.filter(goesOn));
  const counted = countAnew(startedAt, { rule, book, restarts, gaps, prolonged });
  if (!counted.ok) return counted;
  const { dueAt, steps } = counted.value;
  const stop = stops.at(-1);
  const since = stop?.from ?? startedAt;
  const why = stop?.waitsFor === undefined ? {} : { waitsFor: stop.waitsFor };
  const last: ExplanationStep =
    dueAt === undefined ? { code: 'stopped', since, ...why } : { code: 'due', at: dueAt };
  return {
    ok: true,
    value: {
      ...(dueAt !== undefined && { dueAt }),
      calendarVersions: versionsBetween(book, startedAt, dueAt ?? since),
      explanation: [start, ...steps, last],
    },
  };
};

interface Counted {
  readonly dueAt?: Instant;
  readonly steps: readonly ExplanationStep[];
}

/**
 * Each fulfilled request starts the limit anew; gaps are left out of whatever is counted. A request that comes after the limit had run out
 * does not revive it: the dossier was late already.
 */
const countAnew = (from: Instant, counting: Counting): CalendarParsed<Counted> => {
  const { rule, book, restarts, gaps, prolonged } = counting;
  const counted = countTerm(from, rule, book, gaps);
  if (!counted.ok) return counted;
  const later = prolonged.filter(({ at }) => at >= from).map(({ until }) => until);
  const ends = Math.max(counted.value.dueAt ?? from, ...later);
  const stop = restarts.find((pause) => endOfPause(pause) > from && pause.from <= ends);
  if (!stop) return counted;
  if (stop.to === undefined) return { ok: true, value: { steps: [] } };
  const anew = countAnew(stop.to, counting);
  if (!anew.ok) return anew;
  const restarted = { code: 'restarted', since: stop.from, at: stop.to } as const;
  return { ok: true, value: { ...anew.value, steps: [restarted, ...anew.value.steps] } };
};

/** Every year that was looked at, not only the first and the last. */
const versionsBetween = (book: CalendarBook, from: Instant, to: Instant): readonly string[] => {
  const versions: string[] = [];
  const lastYear = Number(dayOf(to).slice(0, 4));
  for (let year = Number(dayOf(from).slice(0, 4)); year <= lastYear; year += 1) {
    const version = book.versionOf(`${year}-01-01` as VietnamDay);
    if (version !== undefined) versions.push(version);
  }
  return versions;
};

interface Sentence {
  readonly vi: string;
  readonly en: string;
}

const unitNames = {
  'working-days': { vi: 'ngày làm việc', en: 'working days' },
  'calendar-days': { vi: 'ngày', en: 'days' },
  'working-hours': { vi: 'giờ làm việc', en: 'working hours' },
  'working-minutes': { vi: 'phút làm việc', en: 'working minutes' },
} as const;

/** Thời hạn giải quyết, for a form: `5 ngày làm việc`; nothing where the law sets none or nobody has read it. */
export const limitText = (rule: TimeRule): string | undefined => {
  if (rule.unit === 'none' || rule.unit === 'unconfirmed') return undefined;
  return rule.unit === 'same-day' ? 'trong ngày' : `${rule.amount} ${unitNames[rule.unit].vi}`;
};

/** What was waited for, and what ended the waiting. */
const waits: Readonly<
  Record<PauseReason | 'papers', { readonly waited: Sentence; readonly over: Sentence }>
> = {
  papers: {
    waited: { vi: 'chờ bổ sung', en: 'for supplements' },
    over: { vi: 'nhận đủ', en: 'complete' },
  },
  payment: {
    waited: { vi: 'chờ nộp tiền', en: 'for a payment' },
    over: { vi: 'đã nộp', en: 'paid' },
  },
  opinion: {
    waited: { vi: 'chờ ý kiến cơ quan khác', en: 'for another agency’s opinion' },
    over: { vi: 'có ý kiến', en: 'answered' },
  },
  stop: {
    waited: { vi: 'theo thông báo dừng giải quyết', en: 'by notice of the department' },
    over: { vi: 'giải quyết tiếp', en: 'resumed' },
  },
};

const waitOf = ({ waitsFor }: { readonly waitsFor?: PauseReason }) => waits[waitsFor ?? 'papers'];

const span = (from: VietnamDay, to: VietnamDay): string =>
  from === to ? formatDay(from) : `${formatDay(from)}–${formatDay(to)}`;

type StepCode = ExplanationStep['code'];
type Sentences = {
  readonly [Code in StepCode]: (step: Extract<ExplanationStep, { code: Code }>) => Sentence;
};

const sentences: Sentences = {
  starts: ({ at }) => ({
    vi: `Tiếp nhận lúc ${formatInstant(at)}`,
    en: `Accepted at ${formatInstant(at)}`,
  }),
  'entered-later': ({ at }) => ({
    vi: `Nhận bằng phiếu tạm, nhập vào hệ thống lúc ${formatInstant(at)}; thời hạn vẫn tính từ lúc nhận`,
    en: `Taken on a paper slip and entered at ${formatInstant(at)}; the term still counts from the taking`,
  }),
  'taken-incomplete': ({ at }) => ({
    vi: `Phiếu tạm lúc ${formatInstant(at)}, khi đó giấy tờ chưa đủ; thời hạn tính từ khi tiếp nhận`,
    en: `Paper slip of ${formatInstant(at)}, papers not complete then; the term counts from acceptance`,
  }),
  'counts-from': ({ day }) => ({
    vi: `Tính từ ngày ${formatDay(day)}`,
    en: `Counted from ${formatDay(day)}`,
  }),
  counted: ({ amount, unit }) => ({
    vi: `Thời hạn ${amount} ${unitNames[unit].vi}`,
    en: `Time limit ${amount} ${unitNames[unit].en}`,
  }),
  skipped: ({ from, to, name }) =>
    name === 'weekend'
      ? {
          vi: `Ngày ${span(from, to)}: cuối tuần, không tính`,
          en: `${span(from, to)}: weekend, not counted`,
        }
      : {
          vi: `Ngày ${span(from, to)}: nghỉ ${name}, không tính`,
          en: `${span(from, to)}: ${name}, not counted`,
        },
  paused: ({ from, to, amount, unit, ...why }) => ({
    vi: `Từ ${formatInstant(from)} đến ${formatInstant(to)}: dừng ${amount} ${unitNames[unit].vi} ${waitOf(why).waited.vi}`,
    en: `${formatInstant(from)} to ${formatInstant(to)}: stopped ${amount} ${unitNames[unit].en} ${waitOf(why).waited.en}`,
  }),
  'rolled-forward': ({ from, to }) => ({
    vi: `Chuyển từ ${formatDay(from)} sang ngày làm việc ${formatDay(to)}`,
    en: `Moved from ${formatDay(from)} to the working day ${formatDay(to)}`,
  }),
  restarted: ({ since, at }) => ({
    vi: `Yêu cầu bổ sung lúc ${formatInstant(since)}, nhận đủ lúc ${formatInstant(at)}: tính lại từ đầu`,
    en: `Supplements asked at ${formatInstant(since)}, complete at ${formatInstant(at)}: counted anew`,
  }),
  stopped: ({ since, ...why }) => ({
    vi: `Dừng từ ${formatInstant(since)} ${waitOf(why).waited.vi}; ngày hẹn sẽ tính lại khi ${waitOf(why).over.vi}`,
    en: `Stopped since ${formatInstant(since)} ${waitOf(why).waited.en}; the date is counted again once ${waitOf(why).over.en}`,
  }),
  due: ({ at }) => ({
    vi: `Hẹn trả ${formatMinute(minuteOf(at))} ngày ${formatDay(dayOf(at))}`,
    en: `Due at ${formatMinute(minuteOf(at))} on ${formatDay(dayOf(at))}`,
  }),
  prolonged: ({ ground, at }) => ({
    vi: `Kéo dài theo ${ground}: đến ${formatInstant(at)}`,
    en: `Prolonged by ${ground}: until ${formatInstant(at)}`,
  }),
  'awaits-receipt': ({ at }) => ({
    vi: `Tiếp nhận không phụ thuộc địa giới lúc ${formatInstant(at)}: thời hạn tính từ khi cơ quan có thẩm quyền nhận được hồ sơ; ngày dưới đây là dự kiến`,
    en: `Taken in without regard to boundaries at ${formatInstant(at)}: the term begins when the competent agency has it; the date below supposes the usual transfer`,
  }),
  there: ({ at }) => ({
    vi: `Cơ quan có thẩm quyền nhận lúc ${formatInstant(at)}`,
    en: `The competent agency has it at ${formatInstant(at)}`,
  }),
  'began-with-receipt': ({ at }) => ({
    vi: `Tiếp nhận không phụ thuộc địa giới lúc ${formatInstant(at)}: thời hạn tính từ khi cơ quan có thẩm quyền nhận được hồ sơ`,
    en: `Taken in without regard to boundaries at ${formatInstant(at)}: the term began when the competent agency had it`,
  }),
  'no-time-limit': () => ({
    vi: 'Thủ tục không quy định thời hạn; sẽ thông báo',
    en: 'No time limit; you will be told',
  }),
  'limit-unconfirmed': () => ({
    vi: 'Thời hạn chưa được xác nhận trong danh mục; cơ quan giải quyết sẽ báo ngày trả',
    en: 'The time limit is not confirmed here; the agency will tell you the day',
  }),
};

/** A step as a sentence that a citizen understands. */
export const explain = (step: ExplanationStep, language: 'vi' | 'en'): string => {
  // The table has a row for each code, which TypeScript cannot follow through the index.
  const sentence = sentences[step.code] as (step: ExplanationStep) => Sentence;
  return sentence(step)[language];
};
