import type { Misbehaviour as AnyMisbehaviour } from '#local/kit/page/misbehaviour.ts';

export const modes = [
  'ok',
  'fail',
  'timeout-after-send',
  'error-after-send',
  'slow',
  'duplicate-receipt',
  'late-receipt',
  'no-receipt',
  'no-account',
] as const;

export type Mode = (typeof modes)[number];

/** What the gateway does next, on request. */
export type Misbehaviour = AnyMisbehaviour<Mode>;
