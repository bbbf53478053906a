import { describe, expect, it } from 'vitest';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { type FormKind, formOn } from '#functions/forms/domain/form-sets.ts';

describe('the form of a day', () => {
  it.each<[FormKind, string, string | undefined]>([
    ['receipt', '2025-09-14', 'Mẫu số 01'],
    ['receipt', '2026-11-23', 'Mẫu số 01'],
    // TT 03/2025/TT-VPCP, in force on 2025-09-15, puts the stop notice in at 05.
    ['stop-notice', '2025-09-14', undefined],
    ['stop-notice', '2025-09-15', 'Mẫu số 05'],
    ['control-sheet', '2025-09-14', 'Mẫu số 05'],
    ['control-sheet', '2025-09-15', 'Mẫu số 06'],
    ['tracking-book', '2025-09-14', 'Mẫu số 06'],
    ['tracking-book', '2025-09-15', 'Mẫu số 07'],
    // Before TT 01/2018/TT-VPCP there are none that this system prints.
    ['receipt', '2018-11-22', undefined],
  ])('%s on %s is %s', (kind, day, number) => {
    expect(formOn(kind, day as VietnamDay)?.number).toBe(number);
  });

  it('calls the apology by the name of its day', () => {
    expect(formOn('extension', '2025-09-14' as VietnamDay)?.title).toContain('hẹn lại');
    expect(formOn('extension', '2025-09-15' as VietnamDay)?.title).toContain('đề nghị gia hạn');
  });
});
