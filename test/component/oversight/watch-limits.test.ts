import { describe, expect, it } from 'vitest';
import { watchRules } from '#data/province.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import type { Warning } from '#domain/limits/warnings.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeReadClocks } from '#functions/intake/application/read-clocks.ts';
import { makeListWarned } from '#functions/oversight/application/list-warned.ts';
import { makeWatchLimits } from '#functions/oversight/application/watch-limits.ts';
import { makeHandler } from '#functions/oversight/watch-limits/handler.ts';
import {
  anAcceptance,
  aPayment,
  dossierId,
  monday9,
  officer,
  type Station,
  suppliesAsked,
} from '#test/support/dossiers.ts';
import { makeCalendars } from '#test/support/province.ts';
import { clerk } from '#test/support/shipments.ts';
import { aWorldAt, writing } from '#test/support/worlds.ts';
import type { Log } from '#watch/logger.ts';

const moment = (day: string, hour: number): Instant => at(day as VietnamDay, hour * 60);
const supervisor: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };
const stranger: Staff = { ...officer, id: 'thao', agency: 'ct-tp' };
/** Monday 2026-11-30 at 17:00. */
const dueAt = moment('2026-11-30', 17);

const watched = async (station: Station, ...facts: readonly DossierFact[]) => {
  const world = await aWorldAt(station);
  const write = (...more: readonly DossierFact[]) => writing(world, more);
  await write(
    {
      type: 'deadline-reannounced',
      dueAt,
      previousDueAt: dueAt,
      calendarVersions: [],
      amendment: 'x',
    },
    ...facts,
  );
  const watch = makeWatchLimits({ ...world, calendars: makeCalendars(world), watchRules });
  const list = makeListWarned(world);
  return {
    ...world,
    write,
    run: async (now: Instant): Promise<readonly Warning[]> => {
      world.setTo(now);
      const done = await watch();
      if (!done.ok) throw new Error(done.refusal.code);
      expect(done.value.failed).toEqual([]);
      return done.value.given;
    },
    seen: async (actor: Staff, warning: Warning, of?: string) => {
      const found = await list(actor, { warning, of }, { limit: 10 });
      return found.ok ? found.value.items.map(({ number }) => number) : found.refusal.code;
    },
    types: async () => (await world.ledger.history(dossierId)).map(({ fact }) => fact.type),
    watch,
  };
};
const { code } = anAcceptance;

describe('a dossier that comes near its date', () => {
  it('is said once to its department, and again to all when the date has passed', async () => {
    const world = await watched('acknowledged');
    expect(await world.run(moment('2026-11-25', 8))).toEqual([]);
    expect(await world.run(moment('2026-11-26', 8))).toEqual(['due-soon']);
    expect(await world.run(moment('2026-11-27', 8))).toEqual([]);
    expect(await world.seen(officer, 'due-soon')).toEqual([code]);
    expect(await world.seen(officer, 'overdue')).toEqual([]);
    expect(await world.run(moment('2026-11-30', 18))).toEqual(['overdue']);
    expect(await world.run(moment('2026-12-01', 8))).toEqual([]);
    for (const actor of [officer, supervisor])
      expect(await world.seen(actor, 'overdue')).toEqual([code]);
    expect(await world.seen(officer, 'due-soon')).toEqual([]);
  });

  it('is overdue at once where nobody looked in time, and not due soon besides', async () => {
    const world = await watched('acknowledged');
    expect(await world.run(moment('2026-12-02', 8))).toEqual(['overdue']);
    expect(await world.run(moment('2026-12-02', 9))).toEqual([]);
  });

  it('is warned of anew for a new date, and leaves the list with the old one', async () => {
    const world = await watched('acknowledged');
    await world.run(moment('2026-11-26', 8));
    await world.write({
      type: 'deadline-extended',
      leaseNo: 1,
      agency: 'ct-nnmt',
      reason: '',
      previousDueAt: dueAt,
      dueAt: moment('2026-12-04', 17),
      extendedBy: officer.id,
    });
    expect(await world.seen(officer, 'due-soon')).toEqual([]);
    expect(await world.run(moment('2026-12-01', 8))).toEqual([]);
    expect(await world.run(moment('2026-12-02', 8))).toEqual(['due-soon']);
  });

  it.each<[string, DossierFact]>([
    [
      'papers are asked for',
      {
        type: 'supplement-requested',
        leaseNo: 1,
        agency: 'ct-nnmt',
        requestedAt: monday9,
        requestedBy: officer.id,
        ...suppliesAsked,
      },
    ],
    [
      'a payment is asked for',
      {
        type: 'payment-requested',
        number: 1,
        leaseNo: 1,
        agency: 'ct-nnmt',
        requestedBy: officer.id,
        ...aPayment,
      },
    ],
    [
      'it has stopped',
      {
        type: 'dossier-stopped',
        agency: 'ct-nnmt',
        why: 'department',
        reason: '',
        stoppedBy: officer.id,
      },
    ],
    ['its citizen withdraws', { type: 'withdrawal-requested', reason: '' }],
  ])('is not said to be late while %s', async (_, fact) => {
    const world = await watched('acknowledged', fact);
    expect(await world.run(moment('2026-12-02', 8))).toEqual([]);
  });

  it('is nobody’s to see but its department’s and the supervisor’s', async () => {
    const world = await watched('acknowledged');
    await world.run(moment('2026-12-02', 8));
    expect(await world.seen(stranger, 'overdue')).toEqual([]);
    expect(await world.seen(stranger, 'overdue', 'ct-nnmt')).toBe('dossier-unknown');
    expect(await world.seen(clerk, 'overdue')).toEqual([]);
    expect(await world.seen(supervisor, 'overdue', 'ct-nnmt')).toEqual([code]);
    expect(await world.seen(supervisor, 'overdue', 'ct-tp')).toEqual([]);
  });
});

describe('a dossier that does not arrive, or is not opened', () => {
  it('is late in its transfer after the working day (NĐ 61/2018 art. 18)', async () => {
    const world = await watched('accepted');
    expect(await world.run(monday9)).toEqual([]);
    expect(await world.run(moment('2026-11-23', 10))).toEqual(['transfer-late']);
    expect(await world.seen(officer, 'transfer-late')).toEqual([code]);
    await world.write({ type: 'department-reached', agency: 'ct-nnmt' });
    expect(await world.seen(officer, 'transfer-late')).toEqual([]);
  });

  it('is late again at the next department where it was handed on', async () => {
    const world = await watched('acknowledged', {
      type: 'dossier-transferred',
      why: 'mis-routed',
      from: 'ct-nnmt',
      to: 'ct-tp',
      agency: 'ct-tp',
      reason: '',
      transferBy: moment('2026-11-23', 17),
    });
    expect(await world.run(moment('2026-11-23', 16))).toEqual([]);
    expect(await world.run(moment('2026-11-23', 18))).toEqual(['transfer-late']);
    expect(await world.seen(stranger, 'transfer-late')).toEqual([code]);
  });

  it('is said to lie unopened once a whole working day has passed', async () => {
    const world = await watched('waiting');
    expect(await world.run(moment('2026-11-24', 16))).toEqual([]);
    expect(await world.run(moment('2026-11-24', 18))).toEqual(['unacknowledged']);
    expect(await world.run(moment('2026-11-24', 19))).toEqual([]);
    await world.write({ type: 'dossier-acknowledged', leaseNo: 1, manifestHash: '' });
    expect(await world.seen(officer, 'unacknowledged')).toEqual([]);
  });

  it('is not said to lie unopened where it came back from a payment and was opened before', async () => {
    const world = await watched('acknowledged');
    await world.write(
      {
        type: 'payment-requested',
        number: 1,
        leaseNo: 1,
        agency: 'ct-nnmt',
        requestedBy: officer.id,
        ...aPayment,
      },
      {
        type: 'payment-confirmed',
        number: 1,
        agency: 'ct-nnmt',
        reference: 'KB-0001',
        confirmedBy: officer.id,
        dueAt,
        calendarVersions: [],
      },
    );
    expect(await world.run(moment('2026-11-25', 16))).toEqual([]);
  });

  it('in the courier’s hands: after J+n its post office is told, and the supervisor (TT 17/2017)', async () => {
    const world = await aWorldAt('scanned');
    await writing(world, [
      {
        type: 'slip-issued',
        office: 'bd-vi-thanh',
        number: 'RG100000003VN',
        agency: 'ct-nnmt',
        issuedAt: monday9,
        handoverBy: moment('2026-11-25', 17),
        manifestHash: '',
      },
    ]);
    const watch = makeWatchLimits({ ...world, calendars: makeCalendars(world), watchRules });
    const list = makeListWarned(world);
    const lines = async (actor: Staff) => {
      const found = await list(actor, { warning: 'transit-late', of: undefined }, { limit: 10 });
      return found.ok ? found.value.items.map(({ number }) => number) : [];
    };
    world.setTo(moment('2026-11-25', 16));
    await watch();
    expect(await lines(clerk)).toEqual([]);
    world.setTo(moment('2026-11-25', 18));
    await watch();
    expect([await lines(clerk), await lines(supervisor), await lines(officer)]).toEqual([
      ['RG100000003VN'],
      ['RG100000003VN'],
      [],
    ]);
  });
});

describe('papers that were asked for after the third working day (NĐ 61/2018 art. 19(4))', () => {
  const askedLate: DossierFact = {
    type: 'supplement-requested',
    leaseNo: 1,
    agency: 'ct-nnmt',
    requestedAt: moment('2026-11-30', 9),
    requestedBy: officer.id,
    askBy: '2026-11-27' as VietnamDay,
    ...suppliesAsked,
  };

  it('are said once, to the agency and to the overseer, and leave the list with the case’s end', async () => {
    const world = await watched('acknowledged');
    await world.write(askedLate);
    expect(await world.run(moment('2026-11-30', 10))).toEqual(['asked-late']);
    expect(await world.run(moment('2026-11-30', 11))).toEqual([]);
    for (const actor of [officer, supervisor])
      expect(await world.seen(actor, 'asked-late')).toEqual([code]);
    await world.write({
      type: 'dossier-stopped',
      agency: 'ct-nnmt',
      why: 'supplement-expired',
      reason: '',
      stoppedBy: 'system',
    });
    expect(await world.seen(officer, 'asked-late')).toEqual([]);
  });
});

describe('a citizen whose last day is near', () => {
  const asked: DossierFact = {
    type: 'supplement-requested',
    leaseNo: 1,
    agency: 'ct-nnmt',
    requestedAt: monday9,
    requestedBy: officer.id,
    ...suppliesAsked,
  };
  const reminders = async ({ types }: { types: () => Promise<readonly string[]> }) =>
    (await types()).filter((type) => type === 'citizen-reminded').length;

  it('is reminded once, three days before', async () => {
    const world = await aWorldAt('acknowledged');
    const watch = makeWatchLimits({ ...world, calendars: makeCalendars(world), watchRules });
    await writing(world, [asked]);
    const told = async (day: string) => {
      world.setTo(moment(day, 8));
      await watch();
      const history = await world.ledger.history(dossierId);
      return history.filter(({ fact }) => fact.type === 'citizen-reminded').length;
    };
    expect(await told('2026-12-19')).toBe(0);
    expect(await told('2026-12-20')).toBe(1);
    expect(await told('2026-12-21')).toBe(1);
  });

  it('is not, where the dossier’s messages would then not last to its end', async () => {
    // Accepted, announced again, asked: with the reminder and the three of the end it would be seven.
    const world = await watched('acknowledged', asked);
    expect(await world.run(moment('2026-12-20', 8))).toEqual(['answer-soon']);
    expect(await reminders(world)).toBe(0);
  });

  it('is not, where the request itself has just come', async () => {
    const world = await aWorldAt('acknowledged');
    const watch = makeWatchLimits({ ...world, calendars: makeCalendars(world), watchRules });
    await writing(world, [{ ...asked, answerBy: '2026-11-26' as VietnamDay }]);
    world.setTo(moment('2026-11-24', 8));
    await watch();
    const history = await world.ledger.history(dossierId);
    expect(history.some(({ fact }) => fact.type === 'citizen-reminded')).toBe(false);
  });
});

describe('the worker', () => {
  const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

  it('counts each warning once, and goes on past a dossier that fails', async () => {
    const world = await watched('acknowledged');
    world.setTo(moment('2026-12-02', 8));
    const counts: [string, number | undefined][] = [];
    const handler = makeHandler(world.watch, log, (what, times) => counts.push([what, times]));
    expect(await handler()).toEqual({ warned: 1 });
    expect(await handler()).toEqual({ warned: 0 });
    expect(counts).toEqual([['DossierOverdue', 1]]);
  });

  it('fails its run when a dossier could not be judged, so that the alarm sees it', async () => {
    const world = await watched('acknowledged');
    world.setTo(moment('2026-12-02', 8));
    const ledger = { ...world.ledger, load: () => Promise.reject(new Error('throttled')) };
    const watch = makeWatchLimits({
      ...world,
      ledger,
      calendars: makeCalendars(world),
      watchRules,
    });
    await expect(makeHandler(watch, log, () => undefined)()).rejects.toThrow('could not be judged');
  });
});

describe('the clocks of a dossier', () => {
  it('show what was warned of, and score a second request as overdue (QĐ 766/QĐ-TTg)', async () => {
    const asked = {
      type: 'supplement-requested',
      leaseNo: 1,
      agency: 'ct-nnmt',
      requestedAt: monday9,
      requestedBy: officer.id,
      ...suppliesAsked,
    } as const;
    const brought = {
      type: 'supplement-received',
      manifestHash: '',
      dueAt,
      calendarVersions: [],
    } as const;
    const world = await watched('acknowledged', asked, brought);
    const score = async () => {
      const read = await makeReadClocks({ ...world, calendars: makeCalendars(world) })(
        clerk,
        dossierId,
      );
      if (!read.ok) throw new Error(read.refusal.code);
      return read.value;
    };
    world.setTo(moment('2026-11-24', 8));
    expect((await score()).score).toMatchObject({ supplementRequests: 1, countsAsOverdue: false });
    await world.write(asked, brought);
    expect((await score()).score).toEqual({
      supplementRequests: 2,
      isAskedTwice: true,
      isLate: false,
      countsAsOverdue: true,
    });
    await world.run(moment('2026-12-02', 8));
    const { flags, score: late } = await score();
    expect(flags.map(({ warning }) => warning)).toContain('overdue');
    expect(late.isLate).toBe(true);
  });
});
