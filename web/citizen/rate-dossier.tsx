/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import { apiFor, heard, type Told, type Trouble } from '../api/ask.ts';
import type { Language } from '../kit/format.ts';
import { afterWords } from './after-words.ts';
import { TroubleNotice } from './trouble.tsx';
import type { Words } from './words.vi.ts';

type Questions = Told<'GET /v1/satisfaction/questions'>;
type Level = Questions['levels'][number]['level'];

interface Typed {
  readonly level: Level | undefined;
  readonly reason: string;
  readonly text: string;
}

const bodyOf = ({ level, reason, text }: Typed) => ({
  ...(level && { level }),
  ...(reason && { reason: { code: reason, ...(text && { text }) } }),
});

/** A dislike says why; what needs words has them. */
const isWhole = ({ level, reason, text }: Typed, { reasons }: Questions): boolean => {
  if (level === undefined) return false;
  if (reason === '') return level !== 'dissatisfied';
  return text !== '' || reasons.find(({ code }) => code === reason)?.needsText !== true;
};

const Reasons = (p: {
  readonly questions: Questions;
  readonly language: Language;
  readonly isUnhappy: boolean;
}) => {
  const words = afterWords[p.language];
  return p.isUnhappy ? (
    <>
      <label for="why">{words.why}</label>
      <select id="why" name="reason">
        <option value="">{words.choose}</option>
        {p.questions.reasons.map(({ code, ...says }) => (
          <option key={code} value={code}>
            {says[p.language]}
          </option>
        ))}
      </select>
      <label for="more">{words.more}</label>
      <textarea id="more" name="text" rows={3} maxLength={500} />
    </>
  ) : null;
};

interface RateProps {
  readonly token: string;
  readonly words: Words;
  readonly language: Language;
}

/** The questions, once; undefined while they come. */
const useQuestions = () => {
  const [questions, setQuestions] = useState<Questions>();
  useEffect(() => {
    void heard(apiFor().call('GET /v1/satisfaction/questions')).then((came) => {
      if (came.ok) setQuestions(came.body);
    });
  }, []);
  return questions;
};

const Form = (p: RateProps & { readonly questions: Questions; readonly rated: () => void }) => {
  const words = afterWords[p.language];
  // One answer, however often it is sent.
  const key = useRef(crypto.getRandomValues(new Uint32Array(4)).join('-'));
  const [level, setLevel] = useState<Level>();
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (typed: Typed): Promise<void> => {
    setMissing(!isWhole(typed, p.questions));
    if (isBusy || !isWhole(typed, p.questions)) return;
    setBusy(true);
    const asked = { body: bodyOf(typed), key: key.current };
    const came = await heard(apiFor(p.token).call('POST /v1/satisfaction/ratings', asked));
    setBusy(false);
    setTrouble(came.ok ? undefined : came.trouble);
    if (came.ok) p.rated();
  };
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        const text = (name: string) => String(typed.get(name) ?? '').trim();
        void send({ level, reason: text('reason'), text: text('text') });
      }}
    >
      <p>{words.rateLead}</p>
      <fieldset>
        <legend>{words.level}</legend>
        {p.questions.levels.map(({ level: each, ...says }) => (
          <label class="choice" key={each}>
            <input
              type="radio"
              name="level"
              value={each}
              checked={level === each}
              onChange={() => setLevel(each)}
            />
            {says[p.language]}
          </label>
        ))}
      </fieldset>
      <Reasons
        questions={p.questions}
        language={p.language}
        isUnhappy={level === 'dissatisfied' || level === 'neutral'}
      />
      <div role="alert">{isMissing && <strong class="wrong">{words.missing}</strong>}</div>
      <TroubleNotice trouble={trouble} words={p.words} language={p.language} />
      <button type="submit" aria-disabled={isBusy}>
        {isBusy ? words.sending : words.send}
      </button>
    </form>
  );
};

/** Đánh giá: once, when it has ended for the citizen. */
export const RateDossier = (p: RateProps) => {
  const words = afterWords[p.language];
  const questions = useQuestions();
  const [isRated, setRated] = useState(false);
  if (!questions) return null;
  return (
    <section>
      <h2>{words.rateHeading}</h2>
      {isRated ? (
        <p class="card" role="status">
          {words.thanks}
        </p>
      ) : (
        <Form {...p} questions={questions} rated={() => setRated(true)} />
      )}
    </section>
  );
};
