import { isAllowed } from '#domain/dossier/case-status.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';

/** A dossier that a pull may take, now or when its lease has lapsed. */
export interface PullLine {
  readonly id: DossierId;
  /** The appointment; absent where the law sets no time limit. */
  readonly dueAt?: Instant;
}

/** Where a pull finds the dossier. */
export interface PullPlace {
  readonly agency: string;
  readonly line: PullLine;
  /** The end of the lease that somebody holds or let lapse; absent while it is free. */
  readonly leasedUntil?: Instant;
}

/** The one place that says what a pull may take: what waits, whether somebody holds it or not. */
export const pullPlaceOf = (dossier: Dossier): PullPlace | undefined => {
  const { id, status, department } = dossier;
  if (department?.inbox !== 'waiting' || !isAllowed('lease', status)) return undefined;
  const { agency, lease } = department;
  // While it waits nothing is asked of the citizen: the appointment alone makes it urgent.
  const dueAt = dossier.acceptance?.dueAt;
  return {
    agency,
    line: { id, ...(dueAt !== undefined && { dueAt }) },
    ...(lease && { leasedUntil: lease.until }),
  };
};

/** Negative where the first is more urgent: by the due date, what has none last, then by id. */
export const byUrgency = (first: PullLine, second: PullLine): number => {
  const [a, b] = [
    first.dueAt ?? Number.POSITIVE_INFINITY,
    second.dueAt ?? Number.POSITIVE_INFINITY,
  ];
  if (a !== b) return a < b ? -1 : 1;
  return first.id < second.id ? -1 : 1;
};
