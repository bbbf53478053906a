import { Cron } from 'croner';

/** Both in UTC, as a rule's schedule is. */
export interface ScheduleExpression {
  /** The next run strictly after `at`, which for a rate counts from the creation of the rule. */
  next(at: Date): Date | undefined;
}

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

const invalid = (expression: string): never => {
  throw new Error(`Parameter ScheduleExpression is not valid: ${expression}`);
};

const rate = (expression: string, body: string, createdAt: Date): ScheduleExpression => {
  const [, count, unit, plural] = /^([1-9]\d*) (minute|hour|day)(s?)$/.exec(body) ?? [];
  const isSingular = plural === '';
  if (count === undefined || (count === '1') !== isSingular) return invalid(expression);
  const period = Number(count) * unitMs[unit as keyof typeof unitMs];
  return {
    next: (at) => {
      const past = Math.floor((at.getTime() - createdAt.getTime()) / period);
      return new Date(createdAt.getTime() + (Math.max(0, past) + 1) * period);
    },
  };
};

/** croner takes 0 and 8 too. */
const namesDays = (field: string): boolean =>
  field
    .split(/[,-]/)
    .map((part) => /^\d+/.exec(part)?.[0])
    .every((day) => day === undefined || (Number(day) >= 1 && Number(day) <= 7));

/** "The last day of the week" is Saturday to AWS; croner would want a weekday before the L. */
const weekday = (field: string): string => (field === 'L' ? '7' : field);

/**
 * AWS has six fields, minutes to years, no seconds, and wants `?` in exactly one of the two day
 * fields. Its days of the week are 1–7 for SUN–SAT, which croner reads when told so; `?` means "now"
 * to croner, so that a `*` stands for it.
 */
const cron = (expression: string, body: string): ScheduleExpression => {
  const [minute, hour, day, month, dayOfWeek, year, ...rest] = body.split(/\s+/);
  if (year === undefined || rest.length > 0) return invalid(expression);
  if ((day === '?') === (dayOfWeek === '?')) return invalid(expression);
  if ([minute, hour, month, year].includes('?')) return invalid(expression);
  if (!namesDays(dayOfWeek ?? '')) return invalid(expression);
  const fields = [day, month, weekday(dayOfWeek ?? '')].map((field) =>
    field === '?' ? '*' : field,
  );
  try {
    const parsed = new Cron(['0', minute, hour, ...fields, year].join(' '), {
      mode: '7-part',
      timezone: 'UTC',
      alternativeWeekdays: true,
      sloppyRanges: true,
      paused: true,
    });
    return { next: (at) => parsed.nextRun(at) ?? undefined };
  } catch (cause) {
    throw new Error(`Parameter ScheduleExpression is not valid: ${expression}`, { cause });
  }
};

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html */
export const parseSchedule = (expression: string, createdAt: Date): ScheduleExpression => {
  const [, kind, body] = /^(rate|cron)\((.+)\)$/.exec(expression) ?? [];
  if (kind === undefined || body === undefined) return invalid(expression);
  return kind === 'rate' ? rate(expression, body, createdAt) : cron(expression, body);
};
