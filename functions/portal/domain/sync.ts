import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import {
  days,
  type Instant,
  type Milliseconds,
  minus,
  minutes,
  plus,
} from '#domain/time/instant.ts';

/**
 * How far the national copy of one dossier has come: the sync machine, apart from the case.
 * `pending`: the copy is to become `wanted`, now or at `nextTryAt`. `rejected`: the portal has said no,
 * and a person must look. There is no `unknown`: unlike an SMS, whose second sending a citizen reads
 * twice, a document may be pushed again, because it replaces the copy of the same code by itself. So an
 * answer that never came leaves the push pending.
 */
export interface NationalSync extends SyncSubject {
  readonly version: number;
  readonly state: 'pending' | 'pushed' | 'rejected';
  /** Since when the copy is not, or is, what it should be. */
  readonly since: Instant;
  /** Of the dossier: what the copy should show at least. */
  readonly wanted: number;
  readonly pushed?: { readonly version: number; readonly at: Instant };
  /** Whether the portal has the code: decides between a new copy and an update. `unsure`: ask first. */
  readonly presence: 'absent' | 'there' | 'unsure';
  /** In vain, since the last success. */
  readonly tries: number;
  readonly nextTryAt: Instant;
  /** Numbers every push; only the last one begun may say how it ended. */
  readonly pushes: number;
  readonly pushing?: { readonly no: number; readonly until: Instant };
  readonly rejection?: { readonly why: string; readonly at: Instant };
}

export interface SyncSubject {
  readonly id: DossierId;
  readonly code: string;
  /** Whose dossier it is now. */
  readonly agency: string;
}

/**
 * Longer than a worker lives (its function ends after 50 seconds, its requests after 7), so two pushes of
 * one dossier never overlap and an older document cannot land on a newer one.
 */
const pushLasts: Milliseconds = minutes(2);

/** A copy that is wrong for that long costs the province points: dossiers count as late that are not. */
const patience: Milliseconds = days(1);

const longestPause: Milliseconds = minutes(30);

/** 1, 2, 4 … minutes, at most half an hour: a portal that is down for hours is not hammered. */
const pauseAfter = (tries: number): Milliseconds =>
  Math.min(longestPause, minutes(2 ** Math.max(0, tries - 1))) as Milliseconds;

/** The dossier has changed: the copy should show this version. An old or repeated message changes nothing. */
export const wantPush = (
  before: NationalSync | undefined,
  subject: SyncSubject,
  wanted: number,
  now: Instant,
): NationalSync => {
  if (!before) return fresh(subject, wanted, 'absent', now);
  if (wanted <= before.wanted) return before;
  const { rejection: _, ...rest } = before;
  const next = { ...rest, ...subject, version: before.version + 1, wanted };
  // A running pause goes on: news of one dossier is no reason to ask a silent portal sooner.
  if (before.state === 'pending') return next;
  return { ...next, state: 'pending', since: now, tries: 0, nextTryAt: now };
};

const fresh = (
  subject: SyncSubject,
  wanted: number,
  presence: NationalSync['presence'],
  now: Instant,
): NationalSync => ({
  ...subject,
  version: 1,
  state: 'pending',
  since: now,
  wanted,
  presence,
  tries: 0,
  nextTryAt: now,
  pushes: 0,
});

/**
 * Đồng bộ lại: everything anew, because the portal's copy was found to differ. It may have forgotten the
 * dossier, so it is asked first, and the whole progress is told again.
 */
export const wantPushAnew = (
  before: NationalSync | undefined,
  subject: SyncSubject,
  wanted: number,
  now: Instant,
): NationalSync => {
  if (!before) return fresh(subject, wanted, 'unsure', now);
  const { rejection: _, pushed: __, pushing, ...rest } = before;
  return {
    ...rest,
    ...subject,
    // A push under way began before anybody knew: it is waited for, and what it says does not count.
    ...(pushing && { pushing: { no: 0, until: pushing.until } }),
    version: before.version + 1,
    state: 'pending',
    since: before.state === 'pending' ? before.since : now,
    wanted: Math.max(wanted, before.wanted),
    presence: 'unsure',
    tries: 0,
    nextTryAt: now,
  };
};

/** When a pending push may begin. */
export const dueAt = ({ nextTryAt, pushing }: NationalSync): Instant =>
  pushing && pushing.until > nextTryAt ? pushing.until : nextTryAt;

/** Takes the push for one worker; undefined where there is nothing to push, or not yet. */
export const beginPush = (before: NationalSync, now: Instant): NationalSync | undefined => {
  if (before.state !== 'pending' || dueAt(before) > now) return undefined;
  const no = before.pushes + 1;
  return {
    ...before,
    version: before.version + 1,
    // Whoever pushed before has died over it, and nobody knows how far it came.
    presence: before.pushing ? 'unsure' : before.presence,
    tries: before.tries + 1,
    pushes: no,
    pushing: { no, until: plus(now, pushLasts) },
  };
};

export type PushResult =
  | { readonly outcome: 'accepted'; readonly version: number }
  | { readonly outcome: 'refused'; readonly version: number; readonly why: string }
  | { readonly outcome: 'unknown' };

/** What a push has come to. One that took too long, and was begun again by somebody else, says nothing. */
export const concludePush = (
  before: NationalSync,
  no: number,
  result: PushResult,
  now: Instant,
): NationalSync => {
  if (before.pushing?.no !== no) return before;
  const { pushing: _, ...rest } = before;
  const next = { ...rest, version: before.version + 1 };
  switch (result.outcome) {
    case 'accepted':
      return accepted(next, result.version, now);
    case 'refused':
      return refused(next, result, now);
    case 'unknown':
      return { ...next, presence: 'unsure', nextTryAt: plus(now, pauseAfter(before.tries)) };
  }
};

const accepted = (sync: NationalSync, version: number, now: Instant): NationalSync => {
  const isDone = version >= sync.wanted;
  return {
    ...sync,
    state: isDone ? 'pushed' : 'pending',
    since: now,
    wanted: Math.max(sync.wanted, version),
    pushed: { version, at: now },
    presence: 'there',
    tries: 0,
    nextTryAt: now,
  };
};

/**
 * A refusal counts where the portal was asked first and the document was the newest. Otherwise we may only
 * have been wrong about what it has, and try once more.
 */
const refused = (
  sync: NationalSync,
  { version, why }: { readonly version: number; readonly why: string },
  now: Instant,
): NationalSync =>
  sync.presence !== 'unsure' || version < sync.wanted
    ? { ...sync, presence: 'unsure', nextTryAt: now }
    : { ...sync, state: 'rejected', rejection: { why, at: now } };

/** Not what it should be for over a day, whyever. */
export const isStale = ({ state, since }: NationalSync, now: Instant): boolean =>
  state !== 'pushed' && since <= minus(now, patience);
