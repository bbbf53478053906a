import { describe, expect, it } from 'vitest';
import { calendars } from '#data/calendars.ts';
import { province } from '#data/province.ts';
import { provinceFiles } from '#data/province-files.ts';
import { faultsOf } from '#data/validate.ts';
import { successorsOn } from '#domain/catalogue/agency.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import { ownerOn } from '#domain/catalogue/owner.ts';
import { agencyOfPlace } from '#domain/catalogue/place.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { worstCase } from '#domain/sms/template.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

const today = '2026-11-23' as VietnamDay;
const inForceToday = province.procedures.filter((procedure) => inForce(procedure, today));
const agencies = new Map(province.agencies.map((agency) => [agency.id, agency]));
const book = makeCalendarBook(calendars);

describe('the province’s data', () => {
  it('has no fault', () => {
    expect(faultsOf(provinceFiles)).toEqual([]);
  });

  it('has two dozen procedures in force, of every kind of time limit', () => {
    expect(inForceToday.length).toBeGreaterThanOrEqual(24);
    expect(new Set(inForceToday.map(({ timeRule }) => timeRule.unit))).toEqual(
      new Set([
        'working-days',
        'calendar-days',
        'working-hours',
        'same-day',
        'none',
        'unconfirmed',
      ]),
    );
  });

  it('has free and paid, sensitive, immediate, and old-paper procedures among them', () => {
    expect(inForceToday.some(({ fees }) => fees.length === 0)).toBe(true);
    expect(inForceToday.some(({ fees }) => fees.length > 0)).toBe(true);
    expect(inForceToday.some(({ sensitive }) => sensitive)).toBe(true);
    expect(inForceToday.some(({ immediate }) => immediate)).toBe(true);
    expect(inForceToday.some(({ result }) => result.takesOldPapersBack)).toBe(true);
  });

  it('names the thirteen and more units of Hậu Giang, its eight districts and who followed them', () => {
    const ended = province.agencies.filter(({ id }) => id.startsWith('hg-'));
    expect(ended.filter(({ level }) => level === 'province').length).toBeGreaterThanOrEqual(13);
    expect(ended.filter(({ level }) => level === 'district')).toHaveLength(8);
    for (const { id, effective, effectiveNote } of ended) {
      // Merged among themselves before the province was; the press has the month, no act was read.
      if (effective.to !== '2025-06-30')
        expect([effective.to, effectiveNote !== undefined]).toEqual(['2025-02-28', true]);
      for (const next of successorsOn(agencies, id, today)) expect(next.id).toMatch(/^ct-/);
      expect(successorsOn(agencies, id, today).length).toBeGreaterThan(0);
    }
  });

  it('has a dozen post offices, some with a one-stop in them', () => {
    expect(province.postOffices.length).toBeGreaterThanOrEqual(12);
    expect(province.postOffices.some(({ agencyOfOneStop }) => agencyOfOneStop)).toBe(true);
    expect(province.postOffices.some(({ agencyOfOneStop }) => !agencyOfOneStop)).toBe(true);
  });

  it.each(inForceToday.map((entry) => [`${entry.code} ${entry.name}`, entry] as const))(
    'somebody who takes dossiers today settles %s',
    (_, procedure) => {
      const owner = ownerOn(agencies, procedure, today, 'ct-p-vi-thanh');
      expect(owner?.takesDossiers).toBe(true);
      expect(owner?.effective.to).toBeUndefined();
    },
  );

  it.each([
    ['1.012783', 'ct-nnmt'],
    ['2.000829', 'ct-tp'],
    ['2.001583', 'ct-tc'],
    ['1.013236', 'ct-xd'],
    ['2.000205', 'ct-nv'],
    ['1.012289', 'ct-yt'],
    ['2.001914', 'ct-gddt'],
    ['1.013642', 'ct-ct'],
    ['1.004623', 'ct-vhttdl'],
    ['1.001193', 'ct-p-nga-bay'],
  ])('%s goes to %s', (code, owner) => {
    const procedure = inForceToday.find((entry) => entry.code === code);
    expect(procedure && ownerOn(agencies, procedure, today, 'ct-p-nga-bay')?.id).toBe(owner);
  });

  it.each([
    ['2.000488', 'criminal records', '2025-02-28', '2025-03-01'],
    ['1.002809', 'driving licences', '2025-02-28', '2025-03-01'],
    ['1.000105', 'the need for foreign workers', '2025-08-06', '2025-08-07'],
  ])('%s (%s) was ours on %s and is no longer on %s', (code, _, last, next) => {
    const isOurs = (day: string) =>
      province.procedures.some((entry) => entry.code === code && inForce(entry, day as VietnamDay));
    expect([isOurs(last), isOurs(next)]).toEqual([true, false]);
  });

  it.each([
    ['12 Trần Hưng Đạo, phường Vị Thanh, TP Cần Thơ', 'ct-p-vi-thanh'],
    ['Ấp Tân Phú A, TT. Rạch Gòi, H. Châu Thành A, Hậu Giang', 'ct-x-thanh-xuan'],
    ['ap 3, thi tran cay duong, huyen phung hiep', 'ct-x-hiep-hung'],
    ['Quận Ninh Kiều, TP Cần Thơ', undefined],
  ])('an applicant at "%s" belongs to %s', (address, agency) => {
    expect(agencyOfPlace(province.places, address, today)).toBe(agency);
  });
});

describe('the working calendar', () => {
  it.each([
    ['2026-02-13', true, 'the Friday before Tết'],
    ['2026-02-16', false, 'Tết'],
    ['2026-02-23', true, 'the Monday after Tết'],
    ['2026-01-02', false, 'given for the Saturday after'],
    ['2026-01-10', true, 'the Saturday worked for 2/1'],
    ['2025-04-07', false, 'Giỗ Tổ 2025'],
    ['2026-04-27', false, 'Giỗ Tổ 2026 fell on a Sunday'],
    ['2027-04-16', false, 'Giỗ Tổ 2027'],
    ['2026-09-01', false, 'the day beside 2/9'],
    ['2025-11-24', true, 'the day of culture was not law yet'],
    ['2026-11-24', false, 'the day of culture, NQ 28/2026/QH16'],
    ['2027-11-24', false, 'the day of culture, NQ 28/2026/QH16'],
  ])('%s is worked: %s (%s)', (day, works) => {
    expect(book.isWorkingDay(day as VietnamDay)).toEqual({ ok: true, value: works });
  });

  it('says which years may still change', () => {
    expect(provinceFiles.calendars.map(({ year, status }) => [year, status])).toEqual([
      [2025, 'final'],
      [2026, 'final'],
      [2027, 'provisional'],
    ]);
  });

  it('announces a proposed day without giving it', () => {
    const proposed = provinceFiles.calendars.flatMap((file) => file.proposed.map(({ day }) => day));
    expect(proposed).toEqual(['2026-11-23']);
    for (const day of proposed) expect(book.isWorkingDay(day)).toEqual({ ok: true, value: true });
  });

  it('says from where each year is known', () => {
    for (const { source } of provinceFiles.calendars) expect(source).not.toContain('trí nhớ');
  });
});

describe('the messages', () => {
  it.each([
    'accepted',
    'supplement-requested',
    'result-ready',
    'refused-result',
    'dispatched',
    'out-for-delivery',
    'delivered',
    'delivery-failed',
    'extended-with-apology',
    'otp',
  ])('"%s" is one plain segment at its longest', (id) => {
    const template = province.smsTemplates.find((candidate) => candidate.id === id);
    expect(template && worstCase(template)).toMatchObject({ encoding: 'GSM-7', segments: 1 });
  });
});
