import { describe, expect, it } from 'vitest';
import type { Contract, Route } from '#edge/contract.ts';
import { contracts } from '#functions/contracts.ts';
import { partsOf } from '#test/support/edge/samples.ts';

const routes = Object.values(contracts as Readonly<Record<string, Contract>>).flatMap(
  (contract): [string, Route][] => Object.entries(contract),
);

/** Takes a day and neither a moment nor any other word. */
const isDay = (schema: { safeParse(value: unknown): { success: boolean } }): boolean =>
  schema.safeParse('2026-11-29').success &&
  !schema.safeParse('Nguyễn Thị Ánh').success &&
  !schema.safeParse('2026-02-30').success;

/** Every day that a client may type into a body, as `route field`. */
const typed = routes.flatMap(([name, { body }]) =>
  body === undefined
    ? []
    : partsOf(body)
        .filter(({ path, schema }) => path.length > 0 && isDay(schema))
        .map(({ path }) => `${name} ${path.filter((key) => key !== 0).join('.')}`),
);

/**
 * How each day passes the calendar. `moved`: a day off binds as the next working day (Civil Code 2015
 * art. 148(5)); `refused`: it is no day for that; `calendar`: it is what makes the calendar; `fact`: it tells
 * of something that was, and binds nobody.
 */
const days: Readonly<Record<string, 'moved' | 'refused' | 'calendar' | 'fact'>> = {
  'requestSupplement answerBy': 'moved',
  'requestPayment payBy': 'moved',
  'extendDeadline newDueDay': 'refused',
  'prolongTerm newDueDay': 'refused',
  // As the acts that it shows.
  'previewForm answerBy': 'moved',
  'chooseOwnDelivery wish.day': 'refused',
  'chooseDelivery wish.day': 'refused',
  'proposeAmendment holidays.day': 'calendar',
  'proposeAmendment makeUpDays.day': 'calendar',
};

describe('every day that a client may type', () => {
  it('has a row that says how it passes the calendar', () =>
    expect(typed.filter((day) => !Object.hasOwn(days, day))).toEqual([]));

  it('is still typed', () =>
    expect(Object.keys(days).filter((day) => !typed.includes(day))).toEqual([]));
});
