import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Outcome } from '#domain/refusal.ts';
import { days } from '#domain/time/instant.ts';
import { makeReadLeftOpen } from '#functions/money/application/list-left-open.ts';
import { makeWorkShift } from '#functions/money/application/work-shift.ts';
import { shiftState } from '#functions/money/domain/records.ts';
import { notesOf } from '#test/support/cash.ts';
import { clerk } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const colleague: Staff = { ...clerk, id: 'clerk-binh' };
const third: Staff = { ...clerk, id: 'clerk-ngan' };
const stranger: Staff = { ...clerk, id: 'clerk-minh', office: 'bd-nga-bay' };
const supervisor: Staff = { kind: 'staff', id: 'chi', role: 'supervisor' };
const idempotency = undefined;

const got = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.code);

const anOpenDrawer = async () => {
  const world = await aWorldAt('accepted');
  const shifts = makeWorkShift({ ...world, ids: makeUlids() });
  const { id } = got(await shifts.open({ actor: clerk, idempotency, floatVnd: 200_000 }));
  return {
    ...world,
    id,
    shifts,
    leftOpen: makeReadLeftOpen(world),
    count: (actor: Staff, explanation?: string, amountVnd = 200_000) =>
      shifts.close({ actor, idempotency, id, count: notesOf(amountVnd), explanation }),
    confirm: (actor: Staff, differenceVnd = 0) =>
      shifts.confirm({ actor, idempotency, id, differenceVnd }),
  };
};

describe('the drawer of a clerk who is not there', () => {
  it('is counted by another, who says why, and confirmed by a third, also where it balances', async () => {
    const { count, confirm, shifts } = await anOpenDrawer();
    expect(codeOf(await count(colleague))).toBe('absence-unexplained');
    expect(codeOf(await count(stranger, 'Nghỉ ốm'))).toBe('shift-unknown');
    expect(shiftState(got(await count(colleague, 'Nghỉ ốm')))).toBe('unconfirmed');
    expect(codeOf(await confirm(colleague))).toBe('same-signatory');
    expect(codeOf(await confirm(clerk))).toBe('same-signatory');
    expect(codeOf(await confirm(stranger))).toBe('shift-unknown');
    expect(shiftState(got(await confirm(third)))).toBe('confirmed');
    expect(codeOf(await shifts.open({ actor: clerk, idempotency, floatVnd: 0 }))).toBe('done');
  });

  it('is counted again by the others, and not by its clerk, once others have counted', async () => {
    const { count, confirm } = await anOpenDrawer();
    got(await count(colleague, 'Nghỉ ốm', 190_000));
    expect(codeOf(await count(clerk))).toBe('shift-closed');
    got(await count(supervisor, 'Nghỉ ốm'));
    expect(codeOf(await confirm(colleague, -10_000))).toBe('shift-recounted');
    got(await confirm(colleague));
  });

  it('is told from the next day on, to its office and to supervisors, until it is closed', async () => {
    const { leftOpen, advance, count, confirm } = await anOpenDrawer();
    const told = async (actor: Staff, office?: string) =>
      got(await leftOpen(actor, office)).map(shiftState);
    expect(await told(supervisor)).toEqual([]);
    advance(days(1));
    expect(await told(supervisor)).toEqual(['open']);
    expect(await told(supervisor, 'bd-nga-bay')).toEqual([]);
    expect(await told(colleague)).toEqual(['open']);
    expect(await told(stranger)).toEqual([]);
    expect(codeOf(await leftOpen(stranger, 'bd-vi-thanh'))).toBe('office-unknown');
    got(await count(colleague, 'Nghỉ ốm'));
    expect(await told(supervisor)).toEqual(['unconfirmed']);
    got(await confirm(third));
    expect(await told(supervisor)).toEqual([]);
  });
});
