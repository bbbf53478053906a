import { describe, expect, it } from 'vitest';
import {
  changesADay,
  type NumberWatch,
  numbersTold,
  watchAfter,
} from '#domain/dossier/number-watch.ts';
import { days, hours, plus } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';

const [first, second, third] = ['+84912345671', '+84912345672', '+84912345673'];
const change = (phoneBefore?: string, now = monday9) => ({ id: dossierId, now, phoneBefore });
const watch = (o: Partial<NumberWatch>): NumberWatch => ({
  id: dossierId,
  version: 4,
  day: dayOf(monday9),
  count: 1,
  ...o,
});
const previous = (phone = second, until = monday9) => ({ phone, until });

describe('the watch over what a number guards', () => {
  it.each([
    ['begins with the first change', undefined, change(), { version: 1, count: 1 }],
    ['counts the next', watch({}), change(), { version: 5, count: 2 }],
    [
      'begins anew the next day',
      watch({ count: 3 }),
      change(undefined, plus(monday9, days(1))),
      { count: 1 },
    ],
    ['keeps the number of before', undefined, change(first), { previous: previous(first) }],
    [
      'keeps it through other changes',
      watch({ previous: previous() }),
      change(),
      { previous: previous() },
    ],
    [
      'forgets an older one',
      watch({ previous: previous() }),
      change(first),
      { previous: previous(first) },
    ],
  ] as const)('%s', (_, before, asked, after) => {
    expect(watchAfter(before, asked)).toMatchObject(after);
  });

  it('lets no dossier be changed more often on one Vietnam day', () => {
    expect(watchAfter(watch({ count: changesADay - 1 }), change())).toMatchObject({ count: 3 });
    expect(watchAfter(watch({ count: changesADay }), change())).toBeUndefined();
    const midnight = plus(monday9, hours(15));
    expect(watchAfter(watch({ count: changesADay }), change(undefined, midnight))).toBeDefined();
  });

  it.each([
    ['the number that the dossier has', undefined, first, [first]],
    ['nobody where it has none', undefined, undefined, []],
    ['the one before too', watch({ previous: previous(second) }), first, [first, second]],
    ['the one before alone', watch({ previous: previous(second) }), undefined, [second]],
    ['each once', watch({ previous: previous(first) }), first, [first]],
    [
      'not the one of more than thirty days ago',
      watch({ previous: previous(third, plus(monday9, days(-30))) }),
      first,
      [first],
    ],
  ] as const)('tells %s', (_, before, phone, told) => {
    expect(numbersTold(before, phone, monday9)).toEqual(told);
  });
});
