import { setTimeout } from 'node:timers/promises';
import { instant } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';

export const systemClock: Clock = {
  now: () => instant(Date.now()),
  pauseUpTo: (span) => setTimeout(Math.random() * span),
};
