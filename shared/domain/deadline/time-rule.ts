/**
 * Thời hạn giải quyết of a procedure. A term counted in days starts on the following day (Civil Code
 * 2015 art. 147(2)); `at-once` is for procedures whose sector law counts the day itself, and for
 * hours, which run from the minute of intake. `unconfirmed`: nobody has read what the law says, so
 * nothing is promised, and nobody is told that there is no limit.
 */
export type TimeRule = TaskRule | { readonly unit: 'unconfirmed' };

/** What a task is given; `none`: the law sets no limit. */
export type TaskRule = TimeLimit | { readonly unit: 'none' };

/** A rule that sets a date. */
export type TimeLimit =
  | {
      readonly unit: 'working-days' | 'calendar-days' | 'working-hours';
      readonly amount: number;
      readonly startPolicy: 'next-day' | 'at-once';
    }
  /** Trả kết quả trong ngày. */
  | { readonly unit: 'same-day' };
