import { notes } from '#domain/money/cash.ts';
import type { NoteCount } from '#functions/money/domain/shift.ts';

/** Notes of so much, of whole hundreds. */
export const notesOf = (amountVnd: number): NoteCount => {
  let left = amountVnd;
  const count: Record<number, number> = {};
  for (const note of notes) {
    count[note] = Math.floor(left / note);
    left %= note;
  }
  return count as NoteCount;
};
