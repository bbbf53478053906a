import { randomUUID } from 'node:crypto';
import type { FunctionHost, Invocation } from '#local/cloud/lambda/function-host.ts';
import { parseSchedule, type ScheduleExpression } from './schedule-expression.ts';

interface ScheduleOptions {
  ruleId: string;
  expression: string;
  functionId: string;
  input: unknown;
  host: FunctionHost;
  onProblem?: (t: string) => void;
}

const account = '000000000000';
const region = 'ap-southeast-1';

/** A run and one that overlaps it. AWS knows no limit; one machine needs one. */
const mostAtOnce = 2;

/** Longer and setTimeout fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** https://docs.aws.amazon.com/eventbridge/latest/ref/events-structure.html */
const scheduledEvent = (ruleId: string, at: Date): object => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account,
  time: at.toISOString().replace(/\.\d+Z$/, 'Z'),
  region,
  resources: [`arn:aws:events:${region}:${account}:rule/${ruleId}`],
  detail: {},
});

/**
 * Calls at each run, until it is told to stop. After a machine has slept there is one run and no
 * catching up.
 */
const repeat = (schedule: ScheduleExpression, run: (at: Date) => void): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  const waitFor = (due: Date | undefined): void => {
    if (!due) return;
    const left = due.getTime() - Date.now();
    timer = setTimeout(
      () => {
        if (left > longestTimerMs) return waitFor(due);
        run(due);
        return waitFor(schedule.next(new Date(Math.max(due.getTime(), Date.now()))));
      },
      Math.min(longestTimerMs, Math.max(0, left)),
    );
  };
  waitFor(schedule.next(new Date()));
  return () => clearTimeout(timer);
};

/**
 * An EventBridge rule with a schedule and one function. A run that still goes on does not stop the
 * next one, as on AWS, but a third is left out. AWS also retries a failed run twice, after one and
 * two minutes; here the failure is only told, and the next run comes on schedule.
 */
export const startSchedule = (
  o: ScheduleOptions,
): { fire(): Promise<Invocation>; close(): void } => {
  let running = 0;
  const problem = (text: string): void => o.onProblem?.(`${o.ruleId} → ${o.functionId}: ${text}`);
  const fireAt = async (at: Date): Promise<Invocation> => {
    running += 1;
    try {
      return await o.host.invoke(
        o.functionId,
        o.input === undefined ? scheduledEvent(o.ruleId, at) : o.input,
      );
    } finally {
      running -= 1;
    }
  };
  const onTime = async (at: Date): Promise<void> => {
    if (running >= mostAtOnce) return problem('left out a run: two are still going');
    const invocation = await fireAt(at);
    return invocation.ok ? undefined : problem(invocation.error.errorMessage);
  };
  const stop = repeat(parseSchedule(o.expression, new Date()), (at) => {
    onTime(at).catch((error: unknown) => problem(String(error)));
  });
  return { fire: () => fireAt(new Date()), close: stop };
};
