import type { Instant } from '#domain/time/instant.ts';
import type { MissedText, MissKind, Week } from '../domain/question/miss.ts';

export interface QuestionMiss {
  readonly text: MissedText;
  readonly week: Week;
  readonly kind: MissKind;
}

/** Câu hỏi không tìm thấy: questions that led nowhere, counted by week and text, kept for 90 days. */
export interface QuestionMisses {
  /** `full`: so many were noted in this minute that no more are; nothing was written of this one. */
  note(miss: QuestionMiss, now: Instant): Promise<'noted' | 'full'>;
}
