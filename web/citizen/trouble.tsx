/** @jsxImportSource preact */
import type { Trouble } from '../api/ask.ts';
import { type Language, waitMinutes } from '../kit/format.ts';
import type { Words } from './words.vi.ts';

interface Shown {
  readonly what: string;
  readonly help?: string;
  /** To read out to whoever helps. */
  readonly request?: string | undefined;
}

/** What went wrong and what to do, in the words of the page. */
const shown = (trouble: Trouble, words: Words, language: Language): Shown => {
  if (trouble.kind === 'no-answer') return { what: words.noAnswer, help: words.noAnswerHelp };
  const { problem } = trouble;
  if (problem.code === 'tracking-denied') return { what: words.denied, help: words.deniedHelp };
  if (problem.code === 'otp-denied') return { what: words.wrongDigits };
  if (problem.code === 'session-invalid') return { what: words.sessionOver };
  if (problem.code === 'too-many-tries')
    return { what: words.tooMany(waitMinutes(problem.retryAfterSeconds)) };
  if (problem.status >= 500)
    return { what: words.noAnswer, help: words.noAnswerHelp, request: problem.instance };
  return {
    what: language === 'vi' ? problem.title : problem.titleEn,
    request: problem.instance,
  };
};

export const TroubleNotice = (p: {
  readonly trouble: Trouble | undefined;
  readonly words: Words;
  readonly language: Language;
}) => {
  const told = p.trouble && shown(p.trouble, p.words, p.language);
  return (
    <div role="alert">
      {told && (
        <div class="notice">
          <strong>{told.what}</strong>
          {told.help && <p>{told.help}</p>}
          {told.request && (
            <p>
              {p.words.request}: <code>{told.request}</code>
            </p>
          )}
        </div>
      )}
    </div>
  );
};
