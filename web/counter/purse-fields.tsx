import { type PurseName, purseNames } from '#domain/money/purses.ts';
import { Field } from '../kit/react/field.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { en } from './money-words.en.ts';
import { vi } from './money-words.vi.ts';
import { amountOf } from './note-count.ts';

/** Four sums as typed; none is ever added to another. */
export type TypedPurses = Readonly<Record<PurseName, string>>;

export const noPurses: TypedPurses = { charge: '', fee: '', postage: '', cod: '' };

/** What is meant: undefined where a field is no amount of notes. Nothing typed is nothing. */
export const pursesIn = (typed: TypedPurses): Readonly<Record<PurseName, number>> | undefined => {
  const amounts = purseNames.map((name) => [
    name,
    typed[name].trim() === '' ? 0 : amountOf(typed[name]),
  ]);
  return amounts.every(([, amount]) => amount !== undefined)
    ? (Object.fromEntries(amounts) as Readonly<Record<PurseName, number>>)
    : undefined;
};

export const isNothing = (purses: Readonly<Record<PurseName, number>>): boolean =>
  purseNames.every((name) => purses[name] === 0);

/** A field for each purse. */
export const PurseFields = (p: {
  /** What their ids begin with. */
  readonly of: string;
  readonly typed: TypedPurses;
  readonly change: (typed: TypedPurses) => void;
}) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  return (
    <div className="notes">
      {purseNames.map((name) => (
        <Field
          key={name}
          id={`${p.of}-${name}`}
          label={kit.purse[name]}
          value={p.typed[name]}
          change={(value) => p.change({ ...p.typed, [name]: value })}
          inputMode="numeric"
          wrong={
            p.typed[name].trim() !== '' && amountOf(p.typed[name]) === undefined
              ? words.amountFlaw
              : undefined
          }
        />
      ))}
    </div>
  );
};
