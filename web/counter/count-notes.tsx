import { type KeyboardEvent, useId } from 'react';
import { formatDong } from '#domain/money/format-dong.ts';
import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import {
  isSheets,
  type Note,
  type NoteCount,
  smallNotes,
  sumOf,
  usualNotes,
} from './note-count.ts';
import { en } from './shift-words.en.ts';
import { vi } from './shift-words.vi.ts';

interface CountProps {
  readonly count: NoteCount;
  readonly change: (count: NoteCount) => void;
}

/** Enter goes to the note below: whoever counts has one hand at the notes. */
const goDown = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll('input')];
  const next = fields[fields.indexOf(event.target) + 1];
  next?.focus();
  next?.select();
};

/** Kiểm đếm theo mệnh giá: a field a note, and what it comes to so far. */
export const CountNotes = ({ count, change }: CountProps) => {
  const words = useWords({ vi, en });
  const id = useId();
  const sum = sumOf(count);
  const field = (note: Note) => (
    <Field
      key={note}
      id={`${id}-${note}`}
      label={formatDong(note)}
      value={count[note] ?? ''}
      change={(typed) => change({ ...count, [note]: typed })}
      wrong={isSheets(count[note]) ? undefined : words.notAnAmount}
      inputMode="numeric"
    />
  );
  return (
    <fieldset className="drawer" onKeyDown={goDown}>
      <legend>{words.notes}</legend>
      <div className="notes">{usualNotes.map(field)}</div>
      <details>
        <summary>{words.small}</summary>
        <div className="notes">{smallNotes.map(field)}</div>
      </details>
      <p className="due" aria-live="polite">
        {words.counted}: {sum === undefined ? '—' : formatDong(sum)}
      </p>
    </fieldset>
  );
};
