import { useNavigate } from 'react-router';
import { momentInWords } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { useLanguage, useWords } from '../kit/react/language.tsx';
import { useKeys } from '../kit/react/use-keys.ts';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';
import type { NextOfSeries } from './series-bar.tsx';

/** What an act has brought about. */
export interface Done {
  readonly kind: 'accepted' | 'slipped' | 'received';
  readonly number: string;
  readonly dueAt?: string | undefined;
  readonly agency?: string;
  readonly explanation?: { readonly vi: readonly string[]; readonly en: readonly string[] };
}

/** Done, and what the citizen is told now: number, date, why. */
export const DoneCard = ({
  done,
  next,
}: {
  readonly done: Done;
  /** F9: what else the same sender has handed in. */
  readonly next: NextOfSeries | undefined;
}) => {
  const words = useWords({ vi, en });
  const { language } = useLanguage();
  const navigate = useNavigate();
  useKeys(next ? [['F9', next.go]] : []);
  return (
    <section className="card stack done" role="status">
      <h2>
        ● {words[done.kind]}: {done.number}
      </h2>
      {done.dueAt !== undefined && (
        <p className="due">
          {words.due} {momentInWords(done.dueAt, language)}
        </p>
      )}
      {done.agency !== undefined && <p>{done.agency}</p>}
      {done.explanation && (
        <details>
          <summary>{words.why}</summary>
          <ol>
            {done.explanation[language].map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      )}
      <div className="row">
        {next && (
          <Button kind="main" shortcut="F9" onPress={next.go}>
            {next.word}
          </Button>
        )}
        <Button
          kind={next ? 'quiet' : 'main'}
          shortcut="F2"
          onPress={() => void navigate('/quay/nhan')}
        >
          {words.another}
        </Button>
      </div>
    </section>
  );
};
