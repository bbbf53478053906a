import type { WorkingCalendar } from '#domain/deadline/working-calendar.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';

/** Every day of a break by its name. */
const off = (name: string, from: string, days: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: days }, (_, n) => [plusDays(from as VietnamDay, n), name]),
  );

/** Breaks and swapped days as officials had them; frozen here, so that data may be amended. */
export const threeYears: readonly WorkingCalendar[] = [
  {
    year: 2025,
    version: '2025-1',
    holidays: { ...off('Tết Nguyên đán', '2025-01-25', 9), ...off('Quốc khánh', '2025-08-30', 4) },
    makeUpDays: { '2025-04-26': 'làm bù ngày 02/05/2025' },
  },
  {
    year: 2026,
    version: '2026-1',
    holidays: {
      ...off('Tết Dương lịch', '2026-01-01', 4),
      ...off('Tết Nguyên đán', '2026-02-14', 9),
      ...off('Quốc khánh', '2026-08-29', 5),
    },
    makeUpDays: {
      '2026-01-10': 'làm bù ngày 02/01/2026',
      '2026-08-22': 'làm bù ngày 31/08/2026',
    },
  },
  {
    year: 2027,
    version: '2027-1',
    holidays: off('Tết Dương lịch', '2027-01-01', 1),
    makeUpDays: {},
  },
];
