import type { Outcome, Refused } from '#domain/refusal.ts';

/** A use case's outcome as a route's answer: its value shown by `view`, its refusal as it is. */
export const shown = <T, Body, const Status extends number>(
  outcome: Outcome<T>,
  view: (value: T) => Body,
  status: Status,
): { readonly status: Status; readonly body: Body } | Refused =>
  outcome.ok ? { status, body: view(outcome.value) } : outcome;

/** The same where the value is what is answered. */
export const ok = <T>(outcome: Outcome<T>): { readonly status: 200; readonly body: T } | Refused =>
  shown(outcome, (value) => value, 200);
