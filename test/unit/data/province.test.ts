import { describe, expect, it } from 'vitest';
import { type Province, province } from '#data/province.ts';
import { faultsOf } from '#data/validate.ts';
import { inForce } from '#domain/catalogue/effective.ts';
import { searchProcedures } from '#domain/catalogue/search.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

const today = '2026-11-23' as VietnamDay;
const inForceToday = province.procedures.filter((procedure) => inForce(procedure, today));

describe('the province’s data', () => {
  it('has no fault', () => {
    expect(faultsOf(province)).toEqual([]);
  });

  it('has a dozen procedures in force, of every kind of time limit', () => {
    expect(inForceToday.length).toBeGreaterThanOrEqual(12);
    expect(new Set(inForceToday.map(({ timeRule }) => timeRule.unit))).toEqual(
      new Set(['working-days', 'calendar-days', 'working-hours', 'same-day', 'none']),
    );
  });

  it('has the departments of Hậu Giang and of Cần Thơ, and ten post offices and more', () => {
    expect(province.agencies.filter(({ id }) => id.startsWith('hg-')).length).toBeGreaterThan(20);
    expect(province.agencies.filter(({ id }) => id.startsWith('ct-')).length).toBeGreaterThan(15);
    expect(province.postOffices.length).toBeGreaterThanOrEqual(10);
  });
});

/** A copy with one thing broken. */
const broken = (change: (copy: { -readonly [K in keyof Province]: Province[K] }) => void): Province => {
  const copy = structuredClone(province);
  change(copy);
  return copy;
};
const [agency, ...agencies] = province.agencies;
const [procedure, ...procedures] = province.procedures;
const [calendar, ...calendars] = province.calendars;
const [template, ...templates] = province.smsTemplates;
const [office, ...offices] = province.postOffices;
const [pool] = province.waybillPools;
if (!agency || !procedure || !calendar || !template || !office || !pool) throw new Error('no data');

describe('a fault in the data names itself', () => {
  it.each<[string, Province]>([
    ['stands twice', broken((p) => { p.agencies = [agency, agency, ...agencies]; })],
    ['ends without a successor', broken((p) => {
      p.agencies = [{ ...agency, effective: { ...agency.effective, to: today } }, ...agencies];
    })],
    ['nobody takes over', broken((p) => {
      p.agencies = p.agencies.map((a) => (a.successor === 'ct-nnmt' ? { ...a, successor: 'hg-tnmt' } : a));
    })],
    ['has a successor but no end', broken((p) => { p.agencies = [{ ...agency, successor: 'ct-tp' }, ...agencies]; })],
    ['does not exist all the time', broken((p) => { p.procedures = [{ ...procedure, owner: 'nobody' }, ...procedures]; })],
    ['overlap', broken((p) => { p.procedures = [procedure, { ...procedure, version: '2026-01-01' }, ...procedures]; })],
    ['lies in no commune', broken((p) => { p.postOffices = [{ ...office, commune: 'ct-nnmt' }, ...offices]; })],
    ['is in another year', broken((p) => { p.calendars = [{ ...calendar, holidays: { '2031-01-01': 'x' } }, ...calendars]; })],
    ['is a weekday', broken((p) => { p.calendars = [{ ...calendar, makeUpDays: { '2025-03-03': 'x' } }, ...calendars]; })],
    ['is holiday and make-up day', broken((p) => { p.calendars = [{ ...calendar, makeUpDays: { '2025-02-01': 'x' } }, ...calendars]; })],
    ['over-one-segment', broken((p) => { p.smsTemplates = [{ ...template, text: template.text.repeat(3) }, ...templates]; })],
    ['names a procedure', broken((p) => { p.smsTemplates = [{ ...template, text: `${template.text} ${procedure.name}` }, ...templates]; })],
    ['is empty', broken((p) => { p.waybillPools = [{ ...pool, lastSerial: 0 }]; })],
    ['not a real day', broken((p) => { p.procedures = [{ ...procedure, effective: { from: '2026-02-30' as VietnamDay } }, ...procedures]; })],
  ])('%s', (fault, copy) => {
    expect(faultsOf(copy).join('\n')).toContain(fault);
  });
});

describe('a clerk finds a procedure', () => {
  it.each([
    ['dat dai cap doi', '1.012783'],
    ['khai sinh', '1.001193'],
    ['1.001193', '1.001193'],
    ['KHAI SINH', '1.001193'],
    ['birth', '1.001193'],
    ['công ty TNHH', '2.001583'],
  ])('typing %j', (query, code) => {
    expect(searchProcedures(province.procedures, query, today)[0]?.code).toBe(code);
  });

  it('does not find one that has ended', () => {
    expect(searchProcedures(province.procedures, '2.000488', today)).toEqual([]);
  });
});
