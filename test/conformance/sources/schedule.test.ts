import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FunctionHost } from '#local/cloud/lambda/function-host.ts';
import { parseSchedule } from '#local/cloud/sources/schedule-expression.ts';
import { startSchedule } from '#local/cloud/sources/schedule-source.ts';

const monday = new Date('2026-11-23T10:07:30Z');

const runs = (expression: string, howMany: number): readonly string[] => {
  const schedule = parseSchedule(expression, monday);
  const found: string[] = [];
  let at: Date | undefined = monday;
  for (let run = 0; run < howMany; run += 1) {
    at = schedule.next(at);
    if (!at) break;
    found.push(at.toISOString().replace('.000Z', 'Z'));
  }
  return found;
};

describe('a schedule expression', () => {
  it.each([
    ['rate(1 minute)', ['2026-11-23T10:08:30Z', '2026-11-23T10:09:30Z']],
    ['rate(12 hours)', ['2026-11-23T22:07:30Z', '2026-11-24T10:07:30Z']],
    ['rate(1 day)', ['2026-11-24T10:07:30Z']],
    ['cron(* * * * ? *)', ['2026-11-23T10:08:00Z', '2026-11-23T10:09:00Z']],
    ['cron(0/15 * * * ? *)', ['2026-11-23T10:15:00Z', '2026-11-23T10:30:00Z']],
    [
      'cron(5/20 8-10 * * ? *)',
      ['2026-11-23T10:25:00Z', '2026-11-23T10:45:00Z', '2026-11-24T08:05:00Z'],
    ],
    ['cron(0 17 * * ? *)', ['2026-11-23T17:00:00Z', '2026-11-24T17:00:00Z']],
    // 1 is Sunday and 2 is Monday on AWS; in Unix cron 1 is Monday.
    ['cron(0 9 ? * 1 *)', ['2026-11-29T09:00:00Z', '2026-12-06T09:00:00Z']],
    ['cron(0 11 ? * 2 *)', ['2026-11-23T11:00:00Z', '2026-11-30T11:00:00Z']],
    ['cron(0 9 ? * 7 *)', ['2026-11-28T09:00:00Z']],
    [
      'cron(0 9 ? * 2-6 *)',
      [
        '2026-11-24T09:00:00Z',
        '2026-11-25T09:00:00Z',
        '2026-11-26T09:00:00Z',
        '2026-11-27T09:00:00Z',
        '2026-11-30T09:00:00Z',
      ],
    ],
    [
      'cron(0 9 ? * MON-FRI *)',
      [
        '2026-11-24T09:00:00Z',
        '2026-11-25T09:00:00Z',
        '2026-11-26T09:00:00Z',
        '2026-11-27T09:00:00Z',
        '2026-11-30T09:00:00Z',
      ],
    ],
    ['cron(0 9 ? * SUN *)', ['2026-11-29T09:00:00Z']],
    ['cron(0 9 ? * 6#2 *)', ['2026-12-11T09:00:00Z', '2027-01-08T09:00:00Z']],
    ['cron(0 9 ? * 6L *)', ['2026-11-27T09:00:00Z', '2026-12-25T09:00:00Z']],
    ['cron(0 9 ? * L *)', ['2026-11-28T09:00:00Z', '2026-12-05T09:00:00Z']],
    ['cron(0 8 1 * ? *)', ['2026-12-01T08:00:00Z', '2027-01-01T08:00:00Z']],
    ['cron(0 8 L * ? *)', ['2026-11-30T08:00:00Z', '2026-12-31T08:00:00Z']],
    ['cron(0 8 15W * ? *)', ['2026-12-15T08:00:00Z', '2027-01-15T08:00:00Z']],
    ['cron(0 0 1 JAN,JUL ? *)', ['2027-01-01T00:00:00Z', '2027-07-01T00:00:00Z']],
    ['cron(0 0 1 1 ? 2028-2029)', ['2028-01-01T00:00:00Z', '2029-01-01T00:00:00Z']],
    ['cron(0 0 1 1 ? 2020)', []],
  ])('%s runs when AWS would run it', (expression, expected) => {
    expect(runs(expression, Math.max(1, expected.length))).toEqual(expected);
  });

  it.each([
    'rate(1 minutes)',
    'rate(5 minute)',
    'rate(0 minutes)',
    'rate(5 seconds)',
    'cron(0 9 * * * *)',
    'cron(0 9 ? * ? *)',
    'cron(0 9 * * ?)',
    'cron(0 9 ? * 8 *)',
    'cron(61 9 * * ? *)',
    'every minute',
  ])('%s is refused', (expression) => {
    expect(() => parseSchedule(expression, monday)).toThrow('ScheduleExpression is not valid');
  });
});

const recordingHost = (hold: Promise<void> = Promise.resolve()) => {
  const events: unknown[] = [];
  const host: FunctionHost = {
    invoke: async (_id, event) => {
      events.push(event);
      await hold;
      return { ok: true, payload: null };
    },
    replace: async () => undefined,
    close: async () => undefined,
  };
  return { host, events };
};

const underFakeTime = (): void => {
  vi.useFakeTimers({ now: monday });
  onTestFinished(() => {
    vi.useRealTimers();
  });
};

describe('a schedule', () => {
  it('hands over a scheduled event at each run', async () => {
    underFakeTime();
    const { host, events } = recordingHost();
    const options = { ruleId: 'Tick', functionId: 'Tiny', input: undefined, host };
    const schedule = startSchedule({ ...options, expression: 'cron(* * * * ? *)' });
    await vi.advanceTimersByTimeAsync(90_000);
    expect(events).toEqual(
      ['2026-11-23T10:08:00Z', '2026-11-23T10:09:00Z'].map((time) => ({
        version: '0',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        account: '000000000000',
        time,
        region: 'ap-southeast-1',
        resources: ['arn:aws:events:ap-southeast-1:000000000000:rule/Tick'],
        detail: {},
      })),
    );
    schedule.close();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(events).toHaveLength(2);
  });

  it('hands over its input instead, and runs when fired', async () => {
    const { host, events } = recordingHost();
    const schedule = startSchedule({
      ruleId: 'Tick',
      functionId: 'Tiny',
      input: { task: 'sweep' },
      host,
      expression: 'rate(30 days)',
    });
    onTestFinished(() => schedule.close());
    expect(await schedule.fire()).toEqual({ ok: true, payload: null });
    expect(events).toEqual([{ task: 'sweep' }]);
  });

  it('goes on beside a run that has not ended, but not beside two', async () => {
    underFakeTime();
    const { host, events } = recordingHost(new Promise(() => undefined));
    const problems: string[] = [];
    const schedule = startSchedule({
      ruleId: 'Tick',
      functionId: 'Tiny',
      input: {},
      host,
      expression: 'rate(1 minute)',
      onProblem: (text) => problems.push(text),
    });
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(events).toHaveLength(2);
    expect(problems).toHaveLength(2);
    schedule.close();
  });
});
