import { describe, expect, it } from 'vitest';
import { province } from '#data/province.ts';
import { successorsOn } from '#domain/catalogue/agency.ts';
import { findPlaces } from '#domain/catalogue/find-places.ts';
import { agencyOfPlace } from '#domain/catalogue/place.ts';
import { dueDate } from '#domain/deadline/due-date.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import { at, dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { successorFinder } from '#functions/oversight/application/successor-of.ts';
import { departmentsWithQueues, queueStackOf } from '#infra/departments.ts';
import { aDossier, anApplicant } from '#test/support/dossiers.ts';

const today = '2026-11-23' as VietnamDay;
const agencies = new Map(province.agencies.map((agency) => [agency.id, agency]));
const communes = province.agencies.filter(
  ({ level, effective }) => level === 'commune' && !effective.to,
);
const former = province.places.filter(({ formerly }) => formerly);

describe('the communes of thành phố Cần Thơ (NQ 1668/NQ-UBTVQH15)', () => {
  it('are 31 wards and 72 xã, each with its official code, a queue and a place', () => {
    const wards = communes.filter(({ id }) => id.startsWith('ct-p-'));
    expect([communes.length, wards.length]).toEqual([103, 31]);
    expect(new Set(communes.map(({ unitCode }) => unitCode)).size).toBe(103);
    const queues = new Set(departmentsWithQueues.map(({ id }) => id));
    expect(communes.filter(({ id }) => !queues.has(id))).toEqual([]);
    for (const [, each] of Map.groupBy(communes, queueStackOf))
      expect(each.length * 7).toBeLessThan(200);
  });

  it('were made of 263 units, three of which were split', () => {
    const names = Map.groupBy(former, ({ place, formerly }) => `${place}, ${formerly?.province}`);
    expect(names.size).toBe(263);
    const split = [...names].filter(([, parts]) => parts.length > 1).map(([name]) => name);
    expect(split.toSorted()).toEqual([
      'phường Bùi Hữu Nghĩa, quận Bình Thủy, thành phố Cần Thơ',
      'phường Long Tuyền, quận Bình Thủy, thành phố Cần Thơ',
      'phường Thốt Nốt, quận Thốt Nốt, thành phố Cần Thơ',
    ]);
  });

  it.each([
    ['hg-h-phung-hiep', 7],
    ['hg-h-chau-thanh-a', 4],
    ['hg-h-vi-thuy', 4],
    ['hg-h-long-my', 4],
    ['hg-h-chau-thanh', 3],
    ['hg-tp-vi-thanh', 3],
    ['hg-tx-long-my', 3],
    ['hg-tp-nga-bay', 2],
  ])('%s went to %i of them', (id, count) => {
    expect(successorsOn(agencies, id, today)).toHaveLength(count);
  });
});

describe('an address as it is written', () => {
  it.each([
    ['12 Trần Hưng Đạo, phường Vị Thanh, TP Cần Thơ', 'ct-p-vi-thanh'],
    ['Ấp Tân Phú A, TT. Rạch Gòi, H. Châu Thành A, Hậu Giang', 'ct-x-thanh-xuan'],
    ['ap 3, thi tran cay duong, huyen phung hiep', 'ct-x-hiep-hung'],
    ['Xã Châu Thành, Cần Thơ', 'ct-x-chau-thanh'],
    // Traps: the old name is another unit's today.
    ['xã Vị Thủy, huyện Vị Thủy, tỉnh Hậu Giang', 'ct-x-vinh-thuan-dong'],
    ['xã Đông Phước, huyện Châu Thành, Hậu Giang', 'ct-x-phu-huu'],
    ['xã Tân Long, huyện Phụng Hiệp', 'ct-x-thanh-hoa'],
    ['Phường Tân An, quận Ninh Kiều, Cần Thơ', 'ct-p-ninh-kieu'],
    ['P. Tân An, Q. Ninh Kiều, TP. Cần Thơ', 'ct-p-ninh-kieu'],
    ['phường Tân An, thành phố Cần Thơ', 'ct-p-tan-an'],
    // Numbered wards, in both ways of writing.
    ['khu vực 2, phường III, thành phố Vị Thanh, tỉnh Hậu Giang', 'ct-p-vi-thanh'],
    ['P.3, TP. Vị Thanh', 'ct-p-vi-thanh'],
    ['P3, TP Vị Thanh', 'ct-p-vi-thanh'],
    ['phường VII, TP Vị Thanh, Hậu Giang', 'ct-p-vi-thanh'],
    ['phường IV, thành phố Vị Thanh', 'ct-p-vi-tan'],
    // Identity cards leave the levels out.
    ['Ấp 3, Rạch Gòi, Châu Thành A, Hậu Giang', 'ct-x-thanh-xuan'],
    ['Khu vực 1 - Lái Hiếu - Ngã Bảy - Hậu Giang', 'ct-p-nga-bay'],
    ['Ấp 4, Vị Tân, Vị Thanh', 'ct-p-vi-tan'],
    ['P. Tân An, Ninh Kiều, Cần Thơ', 'ct-p-ninh-kieu'],
    ['Hỏa Lựu, Cần Thơ', 'ct-x-hoa-luu'],
    // What is not to be guessed.
    ['12 Nguyễn Trãi, Ninh Kiều, Cần Thơ', undefined],
    ['Ấp Tân An, Ninh Kiều, Cần Thơ', undefined],
    ['phường Bùi Hữu Nghĩa, quận Bình Thủy', undefined],
    ['Thốt Nốt, Thốt Nốt, Cần Thơ', undefined],
    ['Quận Ninh Kiều, TP Cần Thơ', undefined],
    ['xã Đông Thạnh, huyện Châu Thành, tỉnh Tiền Giang', undefined],
    ['xã Phú Tân, huyện Châu Thành, tỉnh Tiền Giang', undefined],
    ['Phú Tân, Châu Thành, Tiền Giang', undefined],
    ['phường Tân An, tỉnh Long An', undefined],
    ['Rạch Gòi Lớn, Châu Thành A', undefined],
    ['', undefined],
  ])('"%s" belongs to %s', (address, agency) => {
    expect(agencyOfPlace(province.places, address, today)).toBe(agency);
  });

  it('tells two districts of one name apart by their province', () => {
    const of = (address: string) => agencyOfPlace(province.places, address, today);
    expect(of('xã Phú Tân, huyện Châu Thành, Hậu Giang')).not.toBe(
      of('xã Phú Tân, huyện Châu Thành, Sóc Trăng'),
    );
  });

  it('belongs to nobody of today before the reorganisation', () => {
    expect(
      agencyOfPlace(province.places, 'phường Vị Thanh, Cần Thơ', '2025-06-30' as VietnamDay),
    ).toBeUndefined();
  });

  it('of every unit that was not split, old or new, is found by its full name', () => {
    for (const { place, agency, formerly } of province.places) {
      const written = formerly ? `${place}, ${formerly.province}` : place;
      const expected = formerly?.split ? undefined : agency;
      expect([written, agencyOfPlace(province.places, written, today)]).toEqual([
        written,
        expected,
      ]);
    }
  });
});

describe('who looks a unit up', () => {
  const found = (query: string) => findPlaces(province.places, query, today, 30);

  it('without words reads the communes of today', () => {
    expect(found('  ')).toHaveLength(103);
  });

  it('is told of the unit that bears the old name today', () => {
    expect(found('vi thuy').slice(0, 3)).toEqual([
      expect.objectContaining({ place: 'xã Vị Thủy, thành phố Cần Thơ', notToBeTakenFor: [] }),
      expect.objectContaining({
        place: 'xã Vị Thủy, huyện Vị Thủy',
        agencies: ['ct-x-vinh-thuan-dong'],
        formerProvince: 'tỉnh Hậu Giang',
        notToBeTakenFor: ['xã Vị Thủy, thành phố Cần Thơ'],
      }),
      expect.anything(),
    ]);
  });

  it('is given every part of what was split, to ask', () => {
    expect(found('bùi hữu nghĩa')).toEqual([
      expect.objectContaining({ agencies: ['ct-p-cai-khe', 'ct-p-binh-thuy'] }),
    ]);
  });

  it('finds by the beginnings of words, and at most so many', () => {
    expect(found('lai hi').map(({ agencies: each }) => each)).toEqual([['ct-p-nga-bay']]);
    expect(found('xa')).toHaveLength(30);
    expect(found('hà nội')).toEqual([]);
  });
});

describe('a dossier of a district that has ended', () => {
  const successorOf = successorFinder(province);
  const filed = (address: string, office: string) => {
    const dossier = { ...aDossier('registered'), office };
    return { dossier, applicant: { ...anApplicant, address }, chainHash: '' };
  };

  it.each([
    ['xã Hòa An, huyện Phụng Hiệp', 'bd-vi-thanh', 'ct-x-hoa-an'],
    ['không rõ', 'bd-cay-duong', 'ct-x-hiep-hung'],
    ['phường Vị Thanh, Cần Thơ', 'bd-cay-duong', 'ct-x-hiep-hung'],
    ['không rõ', 'bd-vi-thanh', 'ct-x-hiep-hung'],
    ['không rõ', 'nowhere', 'ct-x-hiep-hung'],
  ])('from "%s", handed in at %s, goes to %s', (address, office, expected) => {
    expect(successorOf('hg-h-phung-hiep', today, filed(address, office))?.id).toBe(expected);
  });
});

describe('a counter that is open on Saturdays', () => {
  const saturdays = communes.filter(({ hours }) =>
    hours?.value.weekly.some(({ weekdays }) => weekdays.includes(6)),
  );

  // NĐ 118/2025 art. 17: a term counts working days of the calendar, whenever a door is open.
  it('works no longer by the law: a term of its dossiers skips Saturday', () => {
    expect(saturdays.map(({ id }) => id)).toEqual(['ct-p-vinh-chau']);
    const rule = { unit: 'working-days', amount: 1, startPolicy: 'next-day' } as const;
    const friday = at('2026-11-20' as VietnamDay, 9 * 60);
    const due = dueDate({ startedAt: friday, rule, book: makeCalendarBook(province.calendars) });
    expect(due.ok && due.value.dueAt && dayOf(due.value.dueAt)).toBe('2026-11-23');
  });
});
