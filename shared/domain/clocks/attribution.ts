import type { CalendarBook, CalendarParsed } from '#domain/deadline/working-calendar.ts';
import { workingMinutesBetween } from '#domain/deadline/working-time.ts';
import type { DossierEvent, DossierFact } from '#domain/dossier/dossier-event.ts';
import type { Instant } from '#domain/time/instant.ts';
import { type LateLeg, lateLegs } from './late-legs.ts';

/** Whose time runs: the citizen is waited for, the post carries, or a department works. */
export type ClockOwner =
  | { readonly kind: 'citizen' }
  | { readonly kind: 'post'; readonly office: string }
  | { readonly kind: 'department'; readonly agency: string };

/** A stretch of a dossier's life; `to` of one is `from` of the next, so that no hour is nobody's. */
export interface Stretch {
  readonly owner: ClockOwner;
  readonly from: Instant;
  readonly to: Instant;
}

interface Running {
  readonly office: string;
  readonly agency: string;
  readonly owner: ClockOwner | undefined;
}

const citizen: ClockOwner = { kind: 'citizen' };

/**
 * Who owns the time after a fact, and where the dossier is then; undefined where the fact changes
 * nothing. A mis-routed dossier's time is the agency's that had it, never the citizen's (domain §10.16).
 */
const after = (running: Running, fact: DossierFact): Partial<Running> | undefined => {
  switch (fact.type) {
    case 'dossier-registered':
      return { office: fact.office, owner: { kind: 'post', office: fact.office } };
    case 'dossier-accepted':
      return { agency: fact.agency, owner: { kind: 'department', agency: fact.agency } };
    case 'dossier-transferred':
      return { agency: fact.to, owner: { kind: 'department', agency: fact.to } };
    case 'supplement-requested':
    case 'payment-requested':
      return { owner: citizen };
    case 'supplement-received':
    case 'payment-received':
    case 'payment-confirmed':
    case 'payment-cancelled':
      return { owner: { kind: 'department', agency: running.agency } };
    case 'dossier-decided':
      return { owner: { kind: 'post', office: running.office } };
    case 'result-delivered':
      return { owner: undefined };
    default:
      return undefined;
  }
};

/**
 * The three clocks: a dossier's life from its first event until its end, or until now, in stretches that
 * leave nothing out and overlap nowhere. A fact that took effect before the one in front of it counts from
 * there: a clock never runs backwards.
 */
export const stretchesOf = (events: readonly DossierEvent[], now: Instant): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let running: Running = { office: '', agency: '', owner: undefined };
  let since = events[0]?.effectiveAt ?? now;
  for (const { fact, effectiveAt } of events) {
    const change = after(running, fact);
    if (!change) continue;
    const at = Math.max(since, Math.min(effectiveAt, now)) as Instant;
    if (running.owner) stretches.push({ owner: running.owner, from: since, to: at });
    running = { ...running, ...change };
    since = at;
  }
  if (running.owner && since < now) stretches.push({ owner: running.owner, from: since, to: now });
  const late = lateLegs(events, now);
  return joined(stretches.flatMap((stretch) => withLate(stretch, late)));
};

/** Of a department's stretch, what it waited for late legs: for the first of them while several are late. */
const withLate = (stretch: Stretch, late: readonly LateLeg[]): readonly Stretch[] => {
  if (stretch.owner.kind !== 'department') return [stretch];
  const inside = (moment: Instant): boolean => stretch.from < moment && moment < stretch.to;
  const cuts = [...new Set(late.flatMap(({ from, to }) => [from, to]).filter(inside))];
  const ends = [...cuts.sort((a, b) => a - b), stretch.to];
  return ends.map((to, n) => {
    const from = ends[n - 1] ?? stretch.from;
    const leg = late.find((each) => each.from <= from && from < each.to);
    const owner: ClockOwner = leg ? { kind: 'department', agency: leg.agency } : stretch.owner;
    return { owner, from, to };
  });
};

const joined = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const result: Stretch[] = [];
  for (const stretch of stretches.filter(({ from, to }) => from < to)) {
    const last = result.at(-1);
    if (last && isSame(last.owner, stretch.owner))
      result[result.length - 1] = { ...last, to: stretch.to };
    else result.push(stretch);
  }
  return result;
};

const isSame = (a: ClockOwner, b: ClockOwner): boolean => nameOf(a) === nameOf(b);

const nameOf = (owner: ClockOwner): string => {
  if (owner.kind === 'post') return `post ${owner.office}`;
  return owner.kind === 'department' ? `department ${owner.agency}` : 'citizen';
};

export interface CountedStretch extends Stretch {
  /** Giờ làm việc in whole minutes; a minute that two stretches share belongs to the later. */
  readonly workingMinutes: number;
}

/** Working minutes of each stretch; together they are those between the first and the last moment. */
export const workingMinutesOf = (
  stretches: readonly Stretch[],
  book: CalendarBook,
): CalendarParsed<readonly CountedStretch[]> => {
  let start: Instant | undefined;
  const counted: CountedStretch[] = [];
  let before = 0;
  for (const stretch of stretches) {
    // From the very start each time: rounding each stretch down would lose minutes between them.
    start ??= stretch.from;
    const until = workingMinutesBetween(book, start, stretch.to);
    if (!until.ok) return until;
    counted.push({ ...stretch, workingMinutes: until.value - before });
    before = until.value;
  }
  return { ok: true, value: counted };
};
