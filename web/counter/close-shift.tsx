import { useState } from 'react';
import { formatDong } from '#domain/money/format-dong.ts';
import type { Told, Trouble } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { ActAnswer } from './act-bar.tsx';
import { CountNotes } from './count-notes.tsx';
import { countedOf, type NoteCount, sumOf } from './note-count.ts';
import { en } from './shift-words.en.ts';
import { type ShiftWords, vi } from './shift-words.vi.ts';
import { useAct } from './use-act.ts';

export type Shift = Told<'GET /v1/shifts/current'>;

type Unbalanced = Extract<
  Extract<Trouble, { kind: 'refused' }>['problem'],
  { code: 'shift-unbalanced' }
>;

const unbalancedIn = (trouble: Trouble | undefined): Unbalanced | undefined =>
  trouble?.kind === 'refused' && trouble.problem.code === 'shift-unbalanced'
    ? trouble.problem
    : undefined;

/** By how much what was counted differs, in words. */
export const differenceIn = (words: ShiftWords, differenceVnd: number): string =>
  differenceVnd < 0
    ? words.unbalanced.short(formatDong(-differenceVnd))
    : words.unbalanced.over(formatDong(differenceVnd));

const hintIn = (words: ShiftWords, hint: Unbalanced['hints'][number]): string => {
  if (hint.hint === 'one-note') return words.hint['one-note'](formatDong(hint.note));
  return hint.hint === 'digits-swapped'
    ? words.hint['digits-swapped']()
    : words.hint[hint.hint](hint.receipt);
};

/** Where a difference may come from: the drawer is counted again before anybody explains. */
const Difference = ({ problem }: { readonly problem: Unbalanced }) => {
  const words = useWords({ vi, en });
  return (
    <div className="notice" role="alert">
      <strong>{differenceIn(words, problem.differenceVnd)}</strong>
      <ul>
        {problem.hints.map((hint) => (
          <li key={JSON.stringify(hint)}>{hintIn(words, hint)}</li>
        ))}
      </ul>
      <p>{words.recount}</p>
    </div>
  );
};

interface CloseProps {
  readonly shift: Shift;
  /** Counted by another: the reason is asked from the beginning. */
  readonly isForAnother?: boolean;
  readonly closed: (shift: Shift) => void;
}

/** Chốt ca: counted note by note; what does not balance is said with its hints, explained, and confirmed by another. */
export const CloseShift = ({ shift, isForAnother = false, closed }: CloseProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const [count, setCount] = useState<NoteCount>({});
  const [explanation, explain] = useState('');
  const closing = useAct(
    (key) =>
      api.call('POST /v1/shifts/{shiftId}/close', {
        params: { shiftId: shift.shiftId },
        body: {
          count: countedOf(count),
          ...(explanation.trim() !== '' && { explanation: explanation.trim() }),
        },
        key,
      }),
    closed,
  );
  const unbalanced = unbalancedIn(closing.trouble);
  const mustExplain = isForAnother || unbalanced !== undefined;
  const lacks = isForAnother ? words.absenceMissing : words.explanationMissing;
  const isExplained = !mustExplain || explanation.trim() !== '';
  const shutBecause = sumOf(count) === undefined ? words.notAnAmount : undefined;
  return (
    <div className="stack">
      <p className="hint">{words.closeHelp}</p>
      <CountNotes count={count} change={setCount} />
      {unbalanced ? <Difference problem={unbalanced} /> : <ActAnswer act={closing} />}
      {mustExplain && (
        <Field
          id={`explain-${shift.shiftId}`}
          label={isForAnother ? words.absence : words.explanation}
          value={explanation}
          change={explain}
        />
      )}
      <div className="row">
        <Button
          kind="main"
          isBusy={closing.isBusy}
          shutBecause={shutBecause ?? (isExplained ? undefined : lacks)}
          onPress={closing.act}
        >
          {unbalanced ? words.closeUnbalanced : words.closeAct}
        </Button>
      </div>
    </div>
  );
};
