import { notes } from '#domain/money/cash.ts';
import type { Sent } from '../api/ask.ts';

export type Note = (typeof notes)[number];

/** How many of each note, as typed. */
export type NoteCount = Readonly<Partial<Record<Note, string>>>;

/** Below a thousand nothing is printed any more; a drawer may still have some. */
export const usualNotes = notes.filter((note) => note >= 1_000);
export const smallNotes = notes.filter((note) => note < 1_000);

/** Undefined where it is no number of sheets. Nothing typed is none. */
const sheetsOf = (typed = ''): number | undefined =>
  /^\d{0,5}$/.test(typed.trim()) ? Number(typed.trim()) : undefined;

export const isSheets = (typed: string | undefined): boolean => sheetsOf(typed) !== undefined;

/** The sum of what is typed, in đồng; undefined where a field is no number. */
export const sumOf = (count: NoteCount): number | undefined =>
  notes.reduce<number | undefined>((sum, note) => {
    const sheets = sheetsOf(count[note]);
    return sum === undefined || sheets === undefined ? undefined : sum + sheets * note;
  }, 0);

type Counted = Sent<'POST /v1/shifts/{shiftId}/close'>['count'];

/** What is sent: notes of which there are none stay away. */
export const countedOf = (count: NoteCount): Counted =>
  Object.fromEntries(
    notes.flatMap((note) => {
      const sheets = sheetsOf(count[note]);
      return sheets === undefined || sheets === 0 ? [] : [[note, sheets]];
    }),
  );

/** An amount as people type it: `1.500.000`, `1500000 đ`; undefined where notes cannot make it up. */
export const amountOf = (typed: string): number | undefined => {
  const digits = typed.replace(/[\s.,đ]/gu, '');
  const amount = /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
  return amount !== undefined && amount % 100 === 0 ? amount : undefined;
};
