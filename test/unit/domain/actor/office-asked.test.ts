import { describe, expect, it } from 'vitest';
import { officeAsked } from '#domain/actor/office-asked.ts';
import { clerk, courier, officerOf, supervisor } from '#test/support/use-cases/staff.ts';

const own = 'bd-vi-thanh';
const foreign = 'bd-nga-bay';

describe('whose figures are asked for', () => {
  it.each([
    ['a clerk who names nobody', clerk, undefined, own],
    ['a clerk who names the own office', clerk, own, own],
    ['a clerk who names another', clerk, foreign, 'office-unknown'],
    ['a courier who names another', courier, foreign, 'office-unknown'],
    ['an officer, who has no office', officerOf(), own, 'office-unknown'],
    ['an officer who names nobody', officerOf(), undefined, 'office-unknown'],
    ['a supervisor who names one', supervisor, foreign, foreign],
    ['a supervisor who names nobody', supervisor, undefined, undefined],
  ])('%s', (_, actor, asked, expected) => {
    const found = officeAsked(actor, asked);
    expect(found.ok ? found.value : found.refusal.code).toBe(expected);
  });
});
