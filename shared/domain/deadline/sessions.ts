import type { MinuteOfDay } from '#domain/time/vietnam-time.ts';

/** Buổi làm việc: from one minute of the day to another, the last not included. */
export interface Session {
  readonly from: MinuteOfDay;
  readonly to: MinuteOfDay;
}

/** What one-stop systems in use count with (domain §3); eight hours are a working day. */
const ordinary = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
] as const;

export const makeSessions = (
  times: readonly (readonly [from: string, to: string])[] = ordinary,
): readonly Session[] => times.map(([from, to]) => ({ from: minuteOf(from), to: minuteOf(to) }));

/** `07:30` → 450 */
const minuteOf = (time: string): MinuteOfDay => {
  const [hour = '', minute = ''] = time.split(':');
  return Number(hour) * 60 + Number(minute);
};

export const startOf = (sessions: readonly Session[]): MinuteOfDay =>
  Math.min(...sessions.map(({ from }) => from));

export const endOf = (sessions: readonly Session[]): MinuteOfDay =>
  Math.max(...sessions.map(({ to }) => to));
