import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type Acting, useAct } from '../api/act.ts';
import type { Heard } from '../api/ask.ts';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import type { Worked } from './acts.ts';
import type { Choice } from './choices.ts';
import { type AskPreview, PreviewPaper } from './preview-paper.tsx';
import { sentences } from './reasons.ts';
import { isOfLease } from './use-lease.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

export interface FormProps {
  readonly choice: Choice;
  readonly send: (typed: FormData, key: string) => Promise<Heard<Worked>>;
  readonly done: (worked: Worked) => void;
  /** Refused because somebody else, or nobody, holds it by now: what was typed stays. */
  readonly lose: () => void;
  readonly close: () => void;
  /** The paper that it would leave, as a draft; absent where it leaves none. */
  readonly preview?: AskPreview | undefined;
  /** Why it cannot be sent yet. */
  readonly shut?: string | undefined;
}

/** Tells when a refusal was about the lease. */
export const useLoss = ({ trouble }: Pick<Acting, 'trouble'>, lose: () => void): void => {
  useEffect(() => {
    if (isOfLease(trouble)) lose();
  }, [trouble, lose]);
};

const labelOf = (field: Element): string =>
  (field instanceof HTMLInputElement ||
  field instanceof HTMLTextAreaElement ||
  field instanceof HTMLSelectElement
    ? field.labels?.[0]?.textContent
    : '') ?? '';

/** The frame of every form: checks, sends once, and keeps what was typed whatever is answered. */
export const ActForm = (
  p: FormProps & { readonly children: ReactNode | ((act: Acting) => ReactNode) },
) => {
  const words = useWords({ vi, en });
  const act = useAct();
  const [missing, setMissing] = useState<string>();
  useLoss(act, p.lose);
  const ref = useRef<HTMLFormElement>(null);
  const isWhole = (form: HTMLFormElement): boolean => {
    const [wrong] = form.querySelectorAll<HTMLElement>(':invalid:not(fieldset)');
    setMissing(wrong && labelOf(wrong));
    wrong?.focus();
    return wrong === undefined;
  };
  const submit = (form: HTMLFormElement): void => {
    if (!isWhole(form)) return;
    const typed = new FormData(form);
    void act.run((key) => p.send(typed, key)).then((worked) => worked && p.done(worked));
  };
  return (
    <form
      ref={ref}
      className="card stack"
      aria-label={words.choice[p.choice]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <h2>{words.choice[p.choice]}</h2>
      {typeof p.children === 'function' ? p.children(act) : p.children}
      <div role="alert">
        {missing !== undefined && (
          <b className="wrong">
            {words.form.missing}: {missing}
          </b>
        )}
      </div>
      {act.trouble && <TroubleNotice trouble={act.trouble} />}
      <div className="row">
        <Button kind="main" type="submit" isBusy={act.isBusy} shutBecause={p.shut}>
          {words.form.send}
        </Button>
        <Button onPress={p.close}>{words.form.cancel}</Button>
      </div>
      {p.preview && (
        <PreviewPaper
          typed={() =>
            ref.current && isWhole(ref.current) ? new FormData(ref.current) : undefined
          }
          ask={p.preview}
        />
      )}
    </form>
  );
};

/** A reason, and sentences to begin it with; what is chosen comes behind what is there. */
export const ReasonField = (p: {
  readonly choice: Choice;
  readonly label: string;
  readonly name?: string;
  readonly isRequired?: boolean;
}) => {
  const { form } = useWords({ vi, en });
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const known = sentences[p.choice] ?? [];
  const add = (sentence: string): void => {
    if (!field.current || sentence === '') return;
    const { value } = field.current;
    field.current.value = value.trim() === '' ? sentence : `${value.trim()} ${sentence}`;
    field.current.focus();
  };
  return (
    <div>
      <label htmlFor={id}>{p.label}</label>
      <textarea
        id={id}
        ref={field}
        name={p.name ?? 'reason'}
        rows={4}
        maxLength={p.choice === 'take-back' ? 500 : 1_000}
        required={p.isRequired ?? true}
      />
      {known.length > 0 && (
        <select aria-label={form.sample} value="" onChange={(event) => add(event.target.value)}>
          <option value="">{form.chooseSample}</option>
          {known.map((sentence) => (
            <option key={sentence} value={sentence}>
              {sentence}
            </option>
          ))}
        </select>
      )}
    </div>
  );
};

/** A last day: from tomorrow on, by the server's clock. */
export const DayField = (p: {
  readonly name: string;
  readonly label: string;
  readonly from: string;
}) => {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{p.label}</label>
      <input id={id} type="date" name={p.name} min={p.from} required />
    </div>
  );
};
