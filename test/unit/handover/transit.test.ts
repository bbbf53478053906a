import { describe, expect, it } from 'vitest';
import type { RouteClass } from '#domain/catalogue/postage.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { limitsOf } from '#domain/limits/limits.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import { appointmentLimit, transitLimit } from '#functions/handover/domain/transit.ts';
import { placedLimits } from '#ports/limit-line.ts';
import { aDossier, monday9 } from '#test/support/dossiers.ts';
import { calendars } from '#test/support/plain-week.ts';

const book = makeCalendarBook(calendars);
const dayOf = (found: ReturnType<typeof transitLimit>): string =>
  found.ok ? isoVietnam(found.value).slice(0, 10) : 'no calendar';

describe('J + n', () => {
  // TT 17/2017/TT-BTTTT art. 7, the appointment in brackets; Monday 23/11/2026.
  it.each<[RouteClass, string, string]>([
    ['within-district', '2026-11-24', '2026-11-25'],
    ['within-province', '2026-11-25', '2026-11-27'],
    ['special-cities', '2026-11-26', '2026-12-01'],
    ['inter-province', '2026-11-27', '2026-12-03'],
  ])('%s: handed over by %s, the appointment by %s', (route, handover, appointment) => {
    expect(dayOf(transitLimit(monday9, route, book))).toBe(handover);
    expect(dayOf(appointmentLimit(monday9, route, book))).toBe(appointment);
  });

  it('is counted by no calendar that is not there', () => {
    const none = makeCalendarBook([]);
    expect(dayOf(appointmentLimit(monday9, 'within-province', none))).toBe('no calendar');
  });
});

describe('the appointment of what went by post', () => {
  const slip = {
    number: 'RG100000003VN',
    agency: 'ct-nnmt',
    issuedAt: monday9,
    handoverBy: monday9,
    appointmentBy: monday9,
    manifestHash: 'b'.repeat(64),
  };
  const underWay: Dossier = { ...aDossier('registered'), slip };
  const ofAppointment = (dossier: Dossier) =>
    placedLimits(dossier).filter(({ kind }) => kind === 'appointment');

  it('is watched until it is accepted, and the post office is told', () => {
    expect(ofAppointment(underWay)).toMatchObject([
      { at: monday9, state: 'running', owner: 'bd-vi-thanh' },
    ]);
    expect(limitsOf({ ...aDossier('accepted'), slip }).map(({ kind }) => kind)).not.toContain(
      'appointment',
    );
    const { appointmentBy: _, ...older } = slip;
    expect(ofAppointment({ ...underWay, slip: older })).toEqual([]);
  });
});
