/** A moment, epoch milliseconds UTC. Comes from the Clock port; the domain never asks for the time. */
export type Instant = number & { readonly __brand: 'Instant' };

/** A length of time in milliseconds; made by {@link seconds}, {@link minutes}, {@link hours}, {@link days}. */
export type Milliseconds = number & { readonly __brand: 'Milliseconds' };

export const instant = (epochMilliseconds: number): Instant => epochMilliseconds as Instant;
export const seconds = (n: number): Milliseconds => (n * 1_000) as Milliseconds;
export const minutes = (n: number): Milliseconds => seconds(n * 60);
export const hours = (n: number): Milliseconds => minutes(n * 60);
/** 24-hour days, not working days: those need a calendar (`#domain/deadline`). */
export const days = (n: number): Milliseconds => hours(n * 24);

export const plus = (at: Instant, span: Milliseconds): Instant => (at + span) as Instant;
export const minus = (at: Instant, span: Milliseconds): Instant => (at - span) as Instant;
