import { expect, it } from 'vitest';
import { erasedText } from '#domain/history/sealed-text.ts';
import type { Corrected, CorrectionRecord } from '#functions/corrections/domain/record.ts';
import { correctionOfNobody } from '#functions/corrections/domain/without-persons.ts';
import { dossierId, monday9, paperScan } from '#test/support/dossiers.ts';

const record = (corrected: Corrected): CorrectionRecord => ({
  id: dossierId as never,
  version: 1,
  dossierId,
  corrected,
  reason: 'Nguyễn Thị Ánh viết nhầm',
  at: monday9,
  by: 'lan',
});

it('of a corrected person neither the old values nor the new ones stay', () => {
  const after = correctionOfNobody(
    record({
      what: 'applicant',
      before: { address: 'Ấp 3' },
      after: { address: 'Ấp 5' },
      identityChecked: true,
    }),
  );
  expect(after).toMatchObject({ version: 2, by: 'lan', reason: erasedText });
  expect(after.corrected).toMatchObject({ what: 'applicant', before: {}, after: {} });
});

it('of what is no person it stays known what was corrected; the department’s word goes', () => {
  const scan: Corrected = { what: 'scan', scanId: paperScan, why: 'wrong-paper' as never };
  const answer = { answer: 'noted' as never, at: monday9, by: 'hoa', word: 'Đã gọi bà Ánh' };
  const after = correctionOfNobody({ ...record(scan), answer });
  expect(after.corrected).toEqual(scan);
  expect(after.answer).toEqual({ answer: 'noted', at: monday9, by: 'hoa' });
});
