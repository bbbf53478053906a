import { erasedText } from '#domain/history/sealed-text.ts';
import type { Corrected, CorrectionRecord } from './record.ts';

const valuesGone = (corrected: Corrected): Corrected =>
  corrected.what === 'applicant' ? { ...corrected, before: {}, after: {} } : corrected;

type Answer = NonNullable<CorrectionRecord['answer']>;
const wordGone = ({ word: _, ...answer }: Answer): Answer => answer;

/** Hết thời hạn lưu trữ: that something was corrected, when and by whom; the values and words go. */
export const correctionOfNobody = (record: CorrectionRecord): CorrectionRecord => ({
  ...record,
  version: record.version + 1,
  corrected: valuesGone(record.corrected),
  reason: erasedText,
  ...(record.answer && { answer: wordGone(record.answer) }),
});
