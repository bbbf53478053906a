/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { Trouble } from '../api/ask.ts';
import type { Language } from '../kit/format.ts';
import type { Paper } from './address.ts';
import { TroubleNotice } from './trouble.tsx';
import type { Words } from './words.vi.ts';

interface FieldProps {
  readonly name: 'code' | 'secret';
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly most: number;
}

const Field = ({ name, label, hint, value, wrong, most }: FieldProps) => (
  <>
    <label for={name}>{label}</label>
    <span class="hint" id={`${name}-hint`}>
      {hint}
    </span>
    <input
      id={name}
      name={name}
      defaultValue={value}
      maxLength={most}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      aria-describedby={`${name}-hint${wrong ? ` ${name}-wrong` : ''}`}
      aria-invalid={wrong ? 'true' : undefined}
    />
    {wrong && (
      <strong class="wrong" id={`${name}-wrong`}>
        {wrong}
      </strong>
    )}
  </>
);

/** The two numbers of the paper. Nothing typed is lost, whatever is answered. */
export const FindDossier = (p: {
  readonly words: Words;
  readonly language: Language;
  readonly paper: Paper;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly find: (paper: Paper) => void;
}) => {
  const { words, paper } = p;
  const [isShort, setShort] = useState<Partial<Record<keyof Paper, true>>>({});
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    const typed = {
      code: String(filled.get('code') ?? '').trim(),
      secret: String(filled.get('secret') ?? '').trim(),
    };
    const short = {
      ...(typed.code.length < 8 && { code: true as const }),
      ...(typed.secret.length < 8 && { secret: true as const }),
    };
    setShort(short);
    const [first] = Object.keys(short);
    if (first) event.currentTarget.querySelector<HTMLInputElement>(`#${first}`)?.focus();
    else if (!p.isBusy) p.find(typed);
  };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <TroubleNotice trouble={p.trouble} words={words} language={p.language} />
      <form class="card" noValidate onSubmit={submit}>
        <Field
          name="code"
          label={words.code}
          hint={words.codeHint}
          value={paper.code}
          most={60}
          wrong={isShort.code && words.tooShort}
        />
        <Field
          name="secret"
          label={words.secret}
          hint={words.secretHint}
          value={paper.secret}
          most={20}
          wrong={isShort.secret && words.tooShort}
        />
        <button type="submit" aria-disabled={p.isBusy}>
          {p.isBusy ? words.looking : words.show}
        </button>
      </form>
    </>
  );
};
