/**
 * The clock of this machine's stack. A story that takes weeks is played by setting it: the runtime's own
 * process and every function see the same time, so tokens, signatures, leases and deadlines agree.
 * Timers are not sped up; a schedule is fired by hand.
 */
const RealDate = globalThis.Date;
let offsetMs = 0;

const shiftedDate = new Proxy(RealDate, {
  construct: (target, given: unknown[], newTarget) =>
    Reflect.construct(target, given.length === 0 ? [target.now() + offsetMs] : given, newTarget),
  apply: (target) => new target(target.now() + offsetMs).toString(),
  get: (target, name, receiver) =>
    name === 'now' ? () => target.now() + offsetMs : Reflect.get(target, name, receiver),
});

/** How far the clock is from the real one; each invocation tells its function. */
export const clockOffsetMs = (): number => offsetMs;

/**
 * Sets the clock to a moment, from which it goes on. A stack begins at any moment, also a past one; after
 * that never back: what happened has happened.
 */
export const travelTo = (moment: Date): void => {
  const ahead = moment.getTime() - RealDate.now();
  if (globalThis.Date === shiftedDate && ahead < offsetMs)
    throw new Error(`the clock is past ${moment.toISOString()} already`);
  offsetMs = ahead;
  globalThis.Date = shiftedDate;
};
