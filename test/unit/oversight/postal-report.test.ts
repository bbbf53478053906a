import { describe, expect, it } from 'vitest';
import { days, plus } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { reportingPostal } from '#functions/oversight/application/report-postal.ts';
import {
  countedBy,
  emptyReport,
  isIn,
  parsePeriod,
  type ReportPeriod,
} from '#functions/oversight/domain/postal-report.ts';
import { historyUntil, monday9 } from '#test/support/dossiers.ts';

const periodOf = (text: string): ReportPeriod => {
  const period = parsePeriod(text);
  if (!period) throw new Error(text);
  return period;
};

describe('a period', () => {
  // TT 17/2017/TT-BTTTT art. 13.
  it.each([
    ['2026-Q1', '2026-01-01', '2026-04-01', '2026-04-10'],
    ['2026-Q4', '2026-10-01', '2027-01-01', '2027-01-10'],
    ['2026-H1', '2026-01-01', '2026-07-01', '2026-07-10'],
    ['2026-H2', '2026-07-01', '2027-01-01', '2027-01-10'],
    ['2026', '2026-01-01', '2027-01-01', '2027-01-10'],
  ])('%s: from %s until %s, sent before %s', (name, from, until, sendBefore) => {
    expect(parsePeriod(name)).toEqual({ name, from, until, sendBefore });
  });

  it.each(['', '2026-Q5', '26-Q1', '2026-H3', 'Q1', '2026-'])('%j is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it('has its first day and not the day after its last', () => {
    const quarter = periodOf('2026-Q4');
    expect(isIn(quarter, '2026-10-01' as VietnamDay)).toBe(true);
    expect(isIn(quarter, '2026-12-31' as VietnamDay)).toBe(true);
    expect(isIn(quarter, '2026-09-30' as VietnamDay)).toBe(false);
    expect(isIn(quarter, '2027-01-01' as VietnamDay)).toBe(false);
  });
});

describe('the report', () => {
  it('counts what an office did in the period, by what was kept', () => {
    const report = reportingPostal(periodOf('2026-Q4'), plus(monday9, days(20)));
    const events = historyUntil('returned').events.map((event) => ({
      ...event,
      prevHash: '',
      hash: '',
    }));
    report.dossier('bd-vi-thanh', events);
    const complaint = {
      office: 'bd-vi-thanh',
      lodgedAt: monday9,
      answerBy: plus(monday9, days(7)),
    };
    report.complaint(complaint);
    report.complaint({ ...complaint, answer: { at: monday9, outcome: 'upheld' } });
    report.complaint({ ...complaint, lodgedAt: plus(monday9, days(-100)) });
    const receipt = {
      office: 'bd-nga-bay',
      takenAt: monday9,
      taken: { postage: 28_000 },
      refunded: { postage: 8_000 },
      isReversed: false,
    };
    report.receipt(receipt);
    report.receipt({ ...receipt, isReversed: true });
    report.order({ office: 'bd-nga-bay', state: 'delivered', settledAt: monday9 });
    report.order({ office: 'bd-nga-bay', state: 'returned-to-agency', settledAt: monday9 });
    report.order({ office: 'bd-nga-bay', state: 'waiting' });
    expect([...report.offices()]).toEqual([
      ['bd-nga-bay', { ...emptyReport, postageVnd: 20_000, returnedByOrder: 1 }],
      [
        'bd-vi-thanh',
        {
          ...emptyReport,
          received: 1,
          returned: 1,
          complaints: 2,
          complaintsUpheld: 1,
          complaintsLate: 1,
        },
      ],
    ]);
  });

  it.each([
    ['slip-issued', { byPost: 1 }],
    ['result-picked-up', { returned: 1 }],
    ['parcel-lost', { lost: 1 }],
    ['lease-granted', {}],
  ] as const)('%s counts %j', (type, counted) => {
    expect(countedBy(type)).toEqual(counted);
  });
});
