import { describe, expect, it } from 'vitest';
import { type ProvinceFiles, provinceFiles } from '#data/province-files.ts';
import { faultsOf } from '#data/validate.ts';
import type { ProcedureGuide } from '#domain/catalogue/guide.ts';
import type { OpeningHours } from '#domain/catalogue/opening-hours.ts';
import type { Stated } from '#domain/catalogue/stated.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

const stated = <T>(value: T): Stated<T> => ({ value, certainty: 'high', source: 'test' });

const hash = 'ab'.repeat(32);
const file = (sha256: string, url = 'https://example.vn/a.pdf') => ({ url, sha256 });

const withGuide = (guide: ProcedureGuide): ProvinceFiles => ({
  ...provinceFiles,
  procedures: provinceFiles.procedures.map((procedure) =>
    procedure.code === '1.012783'
      ? { ...procedure, serviceLevel: 'full' as const, ...guide }
      : procedure,
  ),
});

const withHours = (hours: Stated<OpeningHours>): ProvinceFiles => ({
  ...provinceFiles,
  postOffices: provinceFiles.postOffices.map((office) => ({ ...office, hours })),
});

const whole: Required<ProcedureGuide> = {
  steps: stated(['Nộp hồ sơ', 'Nhận kết quả']),
  ways: { direct: stated('both'), online: stated('both'), postal: stated('both') },
  applicants: stated(['Cá nhân', 'Hộ gia đình']),
  forms: stated([
    {
      name: 'Đơn đăng ký biến động',
      number: '11/ĐK',
      component: 'don-dang-ky',
      file: { url: 'https://example.vn/11-dk.pdf', sha256: 'ab'.repeat(32) },
    },
  ]),
  legalGrounds: stated(['Luật Đất đai 31/2024/QH15']),
  commonNames: ['đổi sổ đỏ', 'đổi sổ hồng'],
};

const week: OpeningHours = {
  weekly: [
    {
      weekdays: [1, 2, 3, 4, 5],
      sessions: [
        ['07:00', '11:30'],
        ['13:30', '17:00'],
      ],
    },
    { weekdays: [6], sessions: [['07:30', '11:00']] },
  ],
  onHolidays: 'closed',
  exceptions: [{ day: '2026-11-28' as VietnamDay, sessions: [], reason: 'Kiểm kê' }],
};

describe('what citizens are told of a procedure', () => {
  it('may be whole', () => {
    expect(faultsOf(withGuide(whole))).toEqual([]);
  });

  it.each<[string, ProcedureGuide]>([
    ['does not say what is uncertain', { steps: { ...whole.steps, certainty: 'medium' } }],
    ['source: Too small', { steps: { ...whole.steps, source: ' ' } }],
    ['steps.value: Too small', { steps: stated([]) }],
    ['sha256: Invalid string', { forms: stated([{ name: 'Đơn', file: file('AB') }]) }],
    ['url: Invalid URL', { forms: stated([{ name: 'Đơn', file: file(hash, 'http://a.vn') }]) }],
    [
      'is for giay-la, which is no component',
      { forms: stated([{ name: 'Đ', component: 'giay-la' }]) },
    ],
    [
      'cannot be filed in any way',
      { ways: { direct: stated('none'), online: stated('none'), postal: stated('result') } },
    ],
    ['but not filed and answered there', { ways: { online: stated('result') } }],
    ['the name Đổi sổ đỏ stands twice', { commonNames: ['doi so do', 'Đổi sổ đỏ'] }],
    [
      'sản gắn liền với đất stands twice',
      {
        commonNames: [provinceFiles.procedures.find(({ code }) => code === '1.012783')?.name ?? ''],
      },
    ],
  ])('is refused: %s', (says, guide) => {
    expect(faultsOf(withGuide(guide)).join('\n')).toContain(says);
  });

  it('takes online for granted nowhere: one way says nothing of another', () => {
    expect(faultsOf(withGuide({ ways: { postal: stated('none') } }))).toEqual([]);
  });
});

describe('opening hours', () => {
  it('may be whole, of a post office and of an agency', () => {
    expect(faultsOf(withHours(stated(week)))).toEqual([]);
    const agencies = provinceFiles.agencies.map((each) => ({ ...each, hours: stated(week) }));
    expect(faultsOf({ ...provinceFiles, agencies })).toEqual([]);
  });

  it.each<[string, Partial<OpeningHours>]>([
    ['a weekday stands twice', { weekly: [...week.weekly, ...week.weekly] }],
    ['ends before it begins', { weekly: [{ weekdays: [1], sessions: [['11:30', '07:00']] }] }],
    [
      'sessions are out of order',
      {
        weekly: [
          {
            weekdays: [1],
            sessions: [
              ['07:00', '12:00'],
              ['11:00', '17:00'],
            ],
          },
        ],
      },
    ],
    ['Too big', { weekly: [{ weekdays: [8], sessions: [['07:00', '11:30']] }] }],
    ['Too small', { weekly: [{ weekdays: [1], sessions: [] }] }],
    [
      'a day stands twice',
      { exceptions: [...(week.exceptions ?? []), ...(week.exceptions ?? [])] },
    ],
    [
      'not a real day',
      { exceptions: [{ day: '2026-02-30' as VietnamDay, sessions: [], reason: 'x' }] },
    ],
  ])('are refused: %s', (says, change) => {
    expect(faultsOf(withHours(stated({ ...week, ...change }))).join('\n')).toContain(says);
  });
});
