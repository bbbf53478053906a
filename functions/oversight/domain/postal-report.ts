import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { parseDay, type VietnamDay } from '#domain/time/vietnam-time.ts';

/** Kỳ báo cáo, with the day before which it is to be sent (TT 17/2017/TT-BTTTT art. 13). */
export interface ReportPeriod {
  readonly name: string;
  readonly from: VietnamDay;
  /** The first day that is not in it. */
  readonly until: VietnamDay;
  /** Quarter: before the 10th of the month after it; half-year 10/7; year 10/1. */
  readonly sendBefore: VietnamDay;
}

const day = (year: number, month: number, date = 1): VietnamDay =>
  parseDay(
    `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  ) as VietnamDay;

const period = (name: string, year: number, month: number, months: number): ReportPeriod => {
  const end = month + months;
  const [nextYear, nextMonth] = end > 12 ? [year + 1, end - 12] : [year, end];
  return {
    name,
    from: day(year, month),
    until: day(nextYear, nextMonth),
    sendBefore: day(nextYear, nextMonth, 10),
  };
};

/** `2026-Q3`, `2026-H1`, `2026`; undefined where it is none of them. */
export const parsePeriod = (text: string): ReportPeriod | undefined => {
  const [, digits = '', , quarter, half] = /^(\d{4})(-(?:Q([1-4])|H([12])))?$/.exec(text) ?? [];
  if (digits === '') return undefined;
  const year = Number(digits);
  if (quarter !== undefined) return period(text, year, 3 * Number(quarter) - 2, 3);
  if (half !== undefined) return period(text, year, 6 * Number(half) - 5, 6);
  return period(text, year, 1, 12);
};

export const isIn = ({ from, until }: ReportPeriod, when: VietnamDay): boolean =>
  when >= from && when < until;

/** What one post office did for administrative procedures in a period. */
export interface OfficeReport {
  /** Hồ sơ tiếp nhận, of which by phiếu gửi. */
  readonly received: number;
  readonly byPost: number;
  /** Kết quả chuyển trả, of dossiers and of return orders. */
  readonly returned: number;
  readonly returnedByOrder: number;
  /** Cước: taken in the period, less what of it was given back since. */
  readonly postageVnd: number;
  readonly complaints: number;
  readonly complaintsUpheld: number;
  /** Past their five or seven working days, answered or not. */
  readonly complaintsLate: number;
  readonly lost: number;
}

export const emptyReport: OfficeReport = {
  received: 0,
  byPost: 0,
  returned: 0,
  returnedByOrder: 0,
  postageVnd: 0,
  complaints: 0,
  complaintsUpheld: 0,
  complaintsLate: 0,
  lost: 0,
};

/** What a fact of the period counts for its office. */
export const countedBy = (type: DossierFact['type']): Partial<OfficeReport> => {
  switch (type) {
    case 'dossier-registered':
      return { received: 1 };
    case 'slip-issued':
      return { byPost: 1 };
    case 'result-delivered':
    case 'result-picked-up':
      return { returned: 1 };
    case 'parcel-lost':
      return { lost: 1 };
    default:
      return {};
  }
};

const names = Object.keys(emptyReport) as readonly (keyof OfficeReport)[];

export const added = (report: OfficeReport, more: Partial<OfficeReport>): OfficeReport =>
  Object.fromEntries(
    names.map((name) => [name, report[name] + (more[name] ?? 0)]),
  ) as unknown as OfficeReport;
