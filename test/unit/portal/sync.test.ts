import { describe, expect, it } from 'vitest';
import { days, hours, minutes, plus } from '#domain/time/instant.ts';
import {
  beginPush,
  concludePush,
  dueAt,
  isStale,
  type NationalSync,
  type PushResult,
  wantPush,
  wantPushAnew,
} from '#functions/portal/domain/sync.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';

const subject = { id: dossierId, code: 'H13.01-261123-0001', agency: 'ct-nnmt' };
const wanted = wantPush(undefined, subject, 4, monday9);

const begun = (sync: NationalSync, now = monday9): NationalSync => {
  const after = beginPush(sync, now);
  if (!after) throw new Error('nothing to push');
  return after;
};

/** One whole push. */
const pushed = (sync: NationalSync, result: PushResult, now = monday9): NationalSync => {
  const pushing = begun(sync, now);
  return concludePush(pushing, pushing.pushes, result, now);
};

const accepted = (version: number): PushResult => ({ outcome: 'accepted', version });
const refused = (version: number): PushResult => ({
  outcome: 'refused',
  version,
  why: 'portal-13',
});
const unknown: PushResult = { outcome: 'unknown' };

describe('a dossier that has changed', () => {
  it('waits to be pushed, at once', () =>
    expect(wanted).toMatchObject({ state: 'pending', wanted: 4, nextTryAt: monday9 }));

  it('is pushed, and then there is nothing to push', () => {
    const done = pushed(wanted, accepted(4));
    expect(done).toMatchObject({ state: 'pushed', pushed: { version: 4 }, presence: 'there' });
    expect(beginPush(done, plus(monday9, days(1)))).toBeUndefined();
  });

  it('and has changed before, is pushed once', () => {
    const done = pushed(wanted, accepted(9));
    expect(wantPush(done, subject, 7, monday9)).toBe(done);
    expect(wantPush(done, subject, 9, monday9)).toBe(done);
  });

  it('while it was pushed, is pushed again at once', () => {
    const pushing = begun(wanted);
    const changed = wantPush(pushing, subject, 6, monday9);
    const after = concludePush(changed, pushing.pushes, accepted(4), monday9);
    expect(after).toMatchObject({ state: 'pending', pushed: { version: 4 } });
    expect(beginPush(after, monday9)).toBeDefined();
  });
});

describe('a push', () => {
  it('is one worker’s: nobody else begins before it must be over', () => {
    const pushing = begun(wanted);
    expect(beginPush(pushing, monday9)).toBeUndefined();
    expect(beginPush(pushing, plus(monday9, minutes(1)))).toBeUndefined();
    const changed = wantPush(pushing, subject, 8, monday9);
    expect(beginPush(changed, plus(monday9, minutes(1)))).toBeUndefined();
  });

  it('that a worker died over is begun again, and the portal asked first', () => {
    const again = begun(begun(wanted), plus(monday9, minutes(2)));
    expect(again).toMatchObject({ pushes: 2, presence: 'unsure' });
  });

  it('that somebody else has begun again cannot say any more how it ended', () => {
    const first = begun(wanted);
    const second = begun(first, plus(monday9, minutes(3)));
    expect(concludePush(second, first.pushes, accepted(4), monday9)).toBe(second);
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [5, 16],
    [6, 30],
    [60, 30],
  ])('after %i silences in a row waits %i minutes', (tries, pause) => {
    const after = pushed({ ...wanted, tries: tries - 1 }, unknown);
    expect(after).toMatchObject({ state: 'pending', presence: 'unsure', tries });
    expect(dueAt(after)).toBe(plus(monday9, minutes(pause)));
  });

  it('in its pause is not hurried by more news of the dossier', () => {
    const paused = pushed(wanted, unknown);
    const changed = wantPush(paused, subject, 6, monday9);
    expect(changed.wanted).toBe(6);
    expect(dueAt(changed)).toBe(dueAt(paused));
  });

  it('that is refused is tried once more, the portal asked first, and then a person must look', () => {
    const once = pushed(wanted, refused(4));
    expect(once).toMatchObject({ state: 'pending', presence: 'unsure', nextTryAt: monday9 });
    const twice = pushed(once, refused(4));
    expect(twice).toMatchObject({ state: 'rejected', rejection: { why: 'portal-13' } });
    expect(beginPush(twice, plus(monday9, days(9)))).toBeUndefined();
  });

  it('that was refused is no rejection where the dossier has changed meanwhile', () => {
    const pushing = begun(pushed(wanted, refused(4)));
    const changed = wantPush(pushing, subject, 6, monday9);
    expect(concludePush(changed, pushing.pushes, refused(4), monday9).state).toBe('pending');
  });
});

describe('a rejected dossier', () => {
  const rejected = pushed(pushed(wanted, refused(4)), refused(4));

  it('is pushed again when it changes', () => {
    const changed = wantPush(rejected, subject, 5, monday9);
    expect(changed).toMatchObject({ state: 'pending', tries: 0 });
    expect(changed).not.toHaveProperty('rejection');
  });

  it('is pushed again when somebody asks for it', () =>
    expect(wantPushAnew(rejected, subject, 4, monday9)).toMatchObject({
      state: 'pending',
      presence: 'unsure',
      nextTryAt: monday9,
    }));
});

describe('a push that is asked for anew', () => {
  it('forgets what was pushed: the portal may have, too', () => {
    const anew = wantPushAnew(pushed(wanted, accepted(4)), subject, 4, monday9);
    expect(anew).toMatchObject({ state: 'pending', presence: 'unsure' });
    expect(anew).not.toHaveProperty('pushed');
  });

  it('waits for one under way, whose end then settles nothing', () => {
    const pushing = begun(wanted);
    const anew = wantPushAnew(pushing, subject, 4, monday9);
    expect(beginPush(anew, plus(monday9, minutes(1)))).toBeUndefined();
    expect(concludePush(anew, pushing.pushes, accepted(4), monday9)).toBe(anew);
    expect(beginPush(anew, plus(monday9, minutes(2)))).toMatchObject({ presence: 'unsure' });
  });

  it('makes the record of a dossier that never had one', () =>
    expect(wantPushAnew(undefined, subject, 4, monday9)).toMatchObject({
      state: 'pending',
      presence: 'unsure',
      wanted: 4,
    }));
});

describe('a copy', () => {
  it('is stale when it has been wrong for a day, whatever else was tried', () => {
    const silent = pushed(wanted, unknown);
    expect(isStale(silent, plus(monday9, hours(23)))).toBe(false);
    expect(isStale(silent, plus(monday9, days(1)))).toBe(true);
    const changed = wantPush(silent, subject, 7, plus(monday9, hours(12)));
    expect(isStale(changed, plus(monday9, days(1)))).toBe(true);
    expect(isStale(pushed(wanted, accepted(4)), plus(monday9, days(3)))).toBe(false);
  });
});
