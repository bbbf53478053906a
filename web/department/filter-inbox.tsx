import { useId } from 'react';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import type { Filter } from './use-inbox.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

/** One procedure, and what is due before a day. */
export const FilterInbox = (p: {
  readonly filter: Filter;
  readonly change: (filter: Filter) => void;
}) => {
  const words = useWords({ vi, en });
  const id = useId();
  const isOn = p.filter.procedure !== '' || p.filter.dueBefore !== '';
  return (
    <form
      key={isOn ? 'on' : 'off'}
      className="row filter"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        p.change({
          procedure: String(typed.get('procedure') ?? '').trim(),
          dueBefore: String(typed.get('dueBefore') ?? ''),
        });
      }}
    >
      <span>
        <label htmlFor={`${id}p`}>{words.filterProcedure}</label>
        <input id={`${id}p`} name="procedure" maxLength={40} defaultValue={p.filter.procedure} />
      </span>
      <span>
        <label htmlFor={`${id}d`}>{words.filterDue}</label>
        <input id={`${id}d`} name="dueBefore" type="date" defaultValue={p.filter.dueBefore} />
      </span>
      <Button type="submit">{words.filter}</Button>
      {isOn && (
        <Button onPress={() => p.change({ procedure: '', dueBefore: '' })}>{words.clear}</Button>
      )}
    </form>
  );
};
