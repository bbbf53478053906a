import { describe, expect, it } from 'vitest';
import { agencies } from '#data/province.ts';
import { successorOn } from '#domain/catalogue/agency.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { requestSupplement } from '#domain/dossier/steps/supplement.ts';
import { days } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeExpireRequests } from '#functions/departments/application/expire-requests.ts';
import { makeMoveToSuccessor } from '#functions/oversight/application/move-to-successor.ts';
import { aProcedure, aSupplement, dossierId, monday9, officer } from '#test/support/dossiers.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { calendars } from '#test/support/plain-week.ts';
import { makeCalendars } from '#test/support/province.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const book = makeCalendarBook(calendars);

const waiting = async () => {
  const world = await aWorldAt('leased');
  const stored = await world.ledger.load(dossierId);
  const claim = { leaseNo: 1, holder: officer.id, now: monday9 };
  const facts = stored && requestSupplement(stored.dossier, aProcedure, claim, aSupplement, book);
  if (!stored || !facts?.ok) throw new Error('no request');
  const write = givenWrite(stored, facts.value, { actor: officer, now: monday9 });
  await world.ledger.commit({ dossiers: [write] });
  return world;
};

describe('the worker that ends what nobody answers', () => {
  it('stops a dossier on the day after the last one, once', async () => {
    const world = await waiting();
    const expire = makeExpireRequests({
      ...world,
      calendars: { current: async () => book },
      agencies: ['ct-tp', 'ct-nnmt'],
    });
    world.advance(days(30));
    expect(await expire()).toBe(0);
    world.advance(days(1));
    expect(await expire()).toBe(1);
    expect(await expire()).toBe(0);
    expect((await world.ledger.load(dossierId))?.dossier).toMatchObject({
      status: 'stopped',
      ending: { why: 'supplement-expired' },
    });
  });
});

describe('the reorganisation of 2025-07-01', () => {
  it('moves a running dossier to the successor, with its code, and only after the last day', async () => {
    const world = await aWorldAt('waiting');
    const ended = agencies.find(({ id }) => id === 'hg-tnmt');
    if (!ended) throw new Error('no agency of Hậu Giang');
    const byId = new Map([
      ...agencies.map((agency) => [agency.id, agency] as const),
      // The test dossier's department, as if it had been the one that ended.
      ['ct-nnmt', { ...ended, id: 'ct-nnmt', successors: ['ct-tp'] }] as const,
    ]);
    const move = makeMoveToSuccessor({
      ...world,
      calendars: makeCalendars(world),
      agencies: [...byId.values()],
      successorOf: (agency, day) => successorOn(byId, agency, day),
    });
    world.setTo(at('2025-06-30' as VietnamDay, 23 * 60));
    expect(await move()).toBe(0);
    world.setTo(at('2025-07-01' as VietnamDay, 60));
    expect(await move()).toBe(1);
    expect(await move()).toBe(0);
    const dossier = (await world.ledger.load(dossierId))?.dossier;
    expect(dossier?.department?.agency).toBe('ct-tp');
    expect(await world.ledger.findByCode(dossier?.acceptance?.code ?? '')).toBe(dossierId);
  });
});
