import { describe, expect, it } from 'vitest';
import { calendars as laidDown } from '#data/calendars.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { appointmentContract } from '#functions/intake/api/appointment-contract.ts';
import { makeAppointmentHandlers } from '#functions/intake/api/appointment-handler.ts';
import { makeForeseeAppointment } from '#functions/intake/application/foresee-appointment.ts';
import { makeListDaysOff } from '#functions/intake/application/list-days-off.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import { clerkClaims, served } from '#test/support/edge/served.ts';
import { provinceCatalogue } from '#test/support/province.ts';
import { aClock } from '#test/support/worlds.ts';

const { clock } = aClock();
const procedure = '1.012783';

const desk = (catalogue: Catalogue = provinceCatalogue, years = laidDown) => {
  const calendars = { current: async () => makeCalendarBook(years) };
  const send = served({
    contract: appointmentContract,
    handlers: makeAppointmentHandlers({
      foresee: makeForeseeAppointment({ catalogue, calendars, clock }),
      daysOff: makeListDaysOff({ calendars }),
    }),
  });
  return {
    foresee: (body: object, claims: object = clerkClaims) =>
      send('POST /v1/appointments/foresee', { body, claims: { ...claims } }),
    daysOff: (from: string, to: string) =>
      send('GET /v1/days-off', { query: { from, to }, claims: clerkClaims }),
  };
};

const changed = (change: object): Catalogue => ({
  ...provinceCatalogue,
  procedure: (code, day) => {
    const found = provinceCatalogue.procedure(code, day);
    return found && { ...found, ...change };
  },
});

describe('the date that a filing would get now', () => {
  it('is what acceptance at the counter says, with its reasons in both languages', async () => {
    const { status, body } = await desk().foresee({ procedure });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      agency: { id: 'ct-nnmt', name: expect.stringContaining('Sở') },
      intakeMode: 'onestop',
      startsOn: 'counter',
      isProvisional: false,
      dueAt: expect.stringMatching(/T17:00/),
    });
    expect(body.explanation.vi).toHaveLength(body.explanation.en.length);
    expect(body.explanation.vi.length).toBeGreaterThan(2);
  });

  it('begins with the receipt where the post carries it, and supposes the usual transfer', async () => {
    const { body } = await desk().foresee({ procedure, intakeMode: 'agent' });
    expect(body).toMatchObject({ intakeMode: 'agent', startsOn: 'receipt' });
    expect(body.explanation.vi[0]).toContain('Cơ quan có thẩm quyền nhận lúc');
  });

  it('begins with the receipt where another commune settles it', async () => {
    const address = 'xã Hòa An, thành phố Cần Thơ';
    const { body } = await desk().foresee({ procedure: '1.001193', address });
    expect(body).toMatchObject({ agency: { id: 'ct-x-hoa-an' }, startsOn: 'receipt' });
    expect(body.explanation.vi[0]).toContain('không phụ thuộc địa giới');
  });

  it('asks which commune it is where nobody can know', async () => {
    const { status, body } = await desk().foresee({ procedure: '1.001193' });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'commune-unclear', why: 'address' });
  });

  it('is none where the law sets none', async () => {
    const none = desk(changed({ timeRule: { unit: 'none' } }));
    const { body } = await none.foresee({ procedure });
    expect(body).not.toHaveProperty('dueAt');
    expect(body.explanation.en).toContain('No time limit; you will be told');
  });

  it('follows the case, and wants one where the law has no usual one', async () => {
    const cases = [{ id: 'nha-o', name: 'Nhà ở', timeRule: { unit: 'none' }, source: 'test' }];
    const withCases = desk(changed({ cases, chooseCase: true }));
    const unnamed = await withCases.foresee({ procedure });
    expect(unnamed.body).toMatchObject({ code: 'case-unknown', cases: [{ id: 'nha-o' }] });
    const named = await withCases.foresee({ procedure, case: 'nha-o' });
    expect(named.body).not.toHaveProperty('dueAt');
  });

  it.each([
    ['office-unknown', { procedure }, { ...clerkClaims, office: 'bd-nowhere' }],
    ['procedure-unknown', { procedure: '9.999999' }, clerkClaims],
    ['intake-mode', { procedure, intakeMode: 'onestop' }, { ...clerkClaims, office: 'bd-vi-tan' }],
  ])('is refused as %s', async (code, body, claims) => {
    expect((await desk().foresee(body, claims)).body.code).toBe(code);
  });

  it('is refused where nobody settles the procedure any more, or no calendar was laid down', async () => {
    const orphan = desk({ ...provinceCatalogue, ownerOf: () => undefined });
    expect((await orphan.foresee({ procedure })).body.code).toBe('procedure-not-in-force');
    const undecided = desk(provinceCatalogue, []);
    expect((await undecided.foresee({ procedure })).body.code).toBe('calendar-missing');
  });
});

describe('the days off', () => {
  it('are weekends and holidays by name; what is not named is worked', async () => {
    const { body } = await desk().daysOff('2026-11-20', '2026-11-29');
    expect(body.items).toEqual([
      { day: '2026-11-21' },
      { day: '2026-11-22' },
      { day: '2026-11-24', name: expect.stringContaining('Văn hóa') },
      { day: '2026-11-28' },
      { day: '2026-11-29' },
    ]);
  });

  it.each([
    ['2026-01-01', '2028-01-01'],
    ['2026-02-01', '2026-01-01'],
  ])('are not asked from %s to %s', async (from, to) => {
    expect((await desk().daysOff(from, to)).status).toBe(400);
  });

  it('of a year without a calendar are unknown', async () => {
    const { body } = await desk(provinceCatalogue, []).daysOff('2026-01-01', '2026-01-02');
    expect(body.code).toBe('calendar-missing');
  });
});
