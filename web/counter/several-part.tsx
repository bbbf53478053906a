import { Button } from '../kit/react/button.tsx';
import { useLanguage, useWords } from '../kit/react/language.tsx';
import type { Draft, Matter } from './draft.ts';
import { en } from './intake-words.en.ts';
import { vi } from './intake-words.vi.ts';
import { useProcedureName } from './procedures.ts';
import { leaveOut, mattersOf, mostMatters } from './several.ts';

interface SeveralProps {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly add: () => void;
  readonly take: (n: number) => void;
  /** Each goes onto a slip of its own. */
  readonly isOnSlip: boolean;
}

const Why = ({ problem }: Pick<Matter, 'problem'>) => {
  const { language } = useLanguage();
  if (!problem) return null;
  return <p className="wrong">■ {language === 'vi' ? problem.title : problem.titleEn}</p>;
};

const Other = (p: {
  readonly matter: Matter;
  readonly take: () => void;
  readonly leave: () => void;
}) => {
  const words = useWords({ vi, en });
  const name = useProcedureName()(p.matter.procedure);
  return (
    <li>
      <div>
        {name}
        <Why problem={p.matter.problem} />
      </div>
      <div className="row">
        <button
          type="button"
          className="button quiet"
          aria-label={words.changeOf(name)}
          onClick={p.take}
        >
          {words.change}
        </button>
        <button
          type="button"
          className="button quiet"
          aria-label={words.leaveOutOf(name)}
          onClick={p.leave}
        >
          {words.leaveOut}
        </button>
      </div>
    </li>
  );
};

const List = (p: SeveralProps) => {
  const words = useWords({ vi, en });
  const nameOf = useProcedureName();
  const { draft, change, take } = p;
  const count = mattersOf(draft).length;
  const sender = draft.name.trim() === '' ? words.sameSender : draft.name;
  return (
    <>
      <h2>{words.several(count, sender)}</h2>
      <p className="hint">{p.isOnSlip ? words.severalSlip : words.severalHint}</p>
      <ol className="matters">
        {draft.others.map((matter, n) => (
          <Other
            // biome-ignore lint/suspicious/noArrayIndexKey: a person may hand in the same twice, and nothing is kept in a line.
            key={n}
            matter={matter}
            take={() => take(n)}
            leave={() => change(leaveOut(draft, n))}
          />
        ))}
        {draft.procedure !== '' && (
          <li>
            <strong>
              {nameOf(draft.procedure)} <span className="hint">({words.inForm})</span>
            </strong>
          </li>
        )}
      </ol>
    </>
  );
};

/** Một người nộp nhiều hồ sơ: what is put aside of the same sender, and the way to one more. */
export const SeveralPart = (p: SeveralProps) => {
  const words = useWords({ vi, en });
  const { draft, add } = p;
  const isFull = mattersOf(draft).length >= mostMatters;
  const hasOthers = draft.others.length > 0;
  if (!hasOthers && draft.procedure === '') return null;
  return (
    <section className="card stack" aria-label={words.another}>
      {hasOthers && <List {...p} />}
      <div className="row">
        <Button
          shortcut="Alt+T"
          shutBecause={isFull ? words.mostOf(mostMatters) : undefined}
          onPress={add}
        >
          {words.another}
        </Button>
      </div>
    </section>
  );
};
