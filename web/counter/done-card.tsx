import { useNavigate } from 'react-router';
import { momentInWords } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { useLanguage, useWords } from '../kit/react/language.tsx';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';

/** What an act has brought about. */
export interface Done {
  readonly kind: 'accepted' | 'slipped' | 'received';
  readonly number: string;
  readonly dueAt?: string | undefined;
  readonly agency?: string;
  readonly explanation?: { readonly vi: readonly string[]; readonly en: readonly string[] };
}

/** Done, and what the citizen is told now: number, date, why. */
export const DoneCard = ({ done }: { readonly done: Done }) => {
  const words = useWords({ vi, en });
  const { language } = useLanguage();
  const navigate = useNavigate();
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
        <Button kind="main" shortcut="F2" onPress={() => void navigate('/quay/nhan')}>
          {words.another}
        </Button>
      </div>
    </section>
  );
};
