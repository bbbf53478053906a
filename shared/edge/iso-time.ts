import { type Instant, instant } from '#domain/time/instant.ts';

/** The moment of a checked ISO 8601 time with offset. */
export const instantOf = (iso: string): Instant => instant(Date.parse(iso));
