/**
 * Thời hạn giải quyết of a procedure. A term counted in days starts on the following day (Civil Code
 * 2015 art. 147(2)); `at-once` is for procedures whose sector law counts the day itself, and for
 * hours, which run from the minute of intake.
 */
export type TimeRule =
  | {
      readonly unit: 'working-days' | 'calendar-days' | 'working-hours';
      readonly amount: number;
      readonly startPolicy: 'next-day' | 'at-once';
    }
  /** Trả kết quả trong ngày. */
  | { readonly unit: 'same-day' }
  | { readonly unit: 'none' };
