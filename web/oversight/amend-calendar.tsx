import { useId, useState } from 'react';
import { useAct } from '../api/act.ts';
import { heard } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { shortDay } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { WordField } from './word-field.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

const kinds = ['dayOff', 'makeUp'] as const;
type Kind = (typeof kinds)[number];

interface TypedDay {
  readonly kind: Kind;
  readonly day: string;
  readonly name: string;
}

const OneDay = ({ add }: { readonly add: (day: TypedDay) => void }) => {
  const words = useWords({ vi, en });
  const id = useId();
  const [kind, setKind] = useState<Kind>('dayOff');
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const unnamed = name.trim() === '' ? words.dayNameMissing : undefined;
  const lacks = day === '' ? words.dayMissing : unnamed;
  return (
    <div className="row">
      <Choice
        id={`${id}k`}
        label={words.standing}
        value={kind}
        options={kinds.map((each) => [each, words[each]])}
        change={setKind}
      />
      <div className="field">
        <label htmlFor={`${id}d`}>{words.day}</label>
        <input
          id={`${id}d`}
          type="date"
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
      </div>
      <Field id={`${id}n`} label={words.dayName} value={name} change={setName} />
      <Button
        shutBecause={lacks}
        onPress={() => {
          add({ kind, day, name: name.trim() });
          setDay('');
          setName('');
        }}
      >
        {words.addDay}
      </Button>
    </div>
  );
};

/** Sửa lịch làm việc: days off and make-up days that were decided late. It changes nothing until it is applied. */
export const AmendCalendar = ({ proposed }: { readonly proposed: () => void }) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const [days, setDays] = useState<readonly TypedDay[]>([]);
  const [reason, setReason] = useState('');
  const { run, isBusy, trouble } = useAct();
  const of = (wanted: Kind) =>
    days.filter(({ kind }) => kind === wanted).map(({ day, name }) => ({ day, name }));
  const propose = async (): Promise<void> => {
    const body = { holidays: of('dayOff'), makeUpDays: of('makeUp'), reason: reason.trim() };
    const came = await run((key) => heard(api.call('POST /v1/calendar-amendments', { body, key })));
    if (came === undefined) return;
    setDays([]);
    setReason('');
    proposed();
  };
  const lacks = days.length === 0 || reason.trim() === '' ? words.amendLacks : undefined;
  return (
    <section className="card stack" aria-label={words.amend}>
      <h2>{words.amend}</h2>
      <OneDay add={(day) => setDays([...days.filter((each) => each.day !== day.day), day])} />
      <ul className="plain">
        {days.map(({ kind, day, name }) => (
          <li key={day} className="row">
            {shortDay(day)} · {words[kind]} · {name}
            <Button onPress={() => setDays(days.filter((each) => each.day !== day))}>
              {words.dropDay(shortDay(day))}
            </Button>
          </li>
        ))}
      </ul>
      <WordField label={words.amendReason} value={reason} change={setReason} most={300} />
      <div className="row">
        <Button isBusy={isBusy} shutBecause={lacks} onPress={() => void propose()}>
          {words.propose}
        </Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </section>
  );
};
