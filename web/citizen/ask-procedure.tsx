/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import { apiFor, heard, type Told, type Trouble } from '../api/ask.ts';
import type { Language } from '../kit/format.ts';
import { procedureWords } from './procedure-words.ts';
import { TroubleNotice } from './trouble.tsx';
import type { Words } from './words.vi.ts';

type Found = Told<'GET /v1/procedures'>;

interface FindProps {
  readonly language: Language;
  readonly troubleWords: Words;
  readonly go: (code: string) => void;
}

/** A question, and what the asker said is not meant by it. */
interface Asked {
  readonly q: string;
  readonly not: readonly string[];
}

/** So often another is offered; then somebody is to be asked. */
const mostRounds = 2;

/** A question and what came of it: kept while one procedure is looked at, for it may be the wrong one. */
export const useAsked = () => {
  const [asked, setAsked] = useState<Asked>({ q: '', not: [] });
  const [rounds, setRounds] = useState(0);
  const [found, setFound] = useState<Found>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const ask = async (next: Asked): Promise<boolean> => {
    setBusy(true);
    const query = { q: next.q, whole: 'yes', not: next.not.join() } as const;
    const came = await heard(apiFor().call('GET /v1/procedures', { query }));
    setBusy(false);
    setTrouble(came.ok ? undefined : came.trouble);
    if (!came.ok) return false;
    setAsked(next);
    setFound(came.body);
    return true;
  };
  const notThese = async (): Promise<void> => {
    const codes = (found?.items ?? []).map(({ code }) => code);
    if (!(await ask({ q: asked.q, not: [...asked.not, ...codes] }))) return;
    setRounds(rounds + 1);
    if (rounds + 1 >= mostRounds) setFound({ items: [] });
  };
  const first = async (q: string): Promise<void> => {
    if (await ask({ q, not: [] })) setRounds(0);
  };
  return { q: asked.q, found, trouble, isBusy, first, notThese, rounds };
};

const Candidates = (p: FindProps & { readonly items: Found['items'] }) => {
  const words = procedureWords[p.language];
  return (
    <ul class="found">
      {p.items.map(({ code, name, nameEn, calledBy }) => (
        <li key={code}>
          <a
            class="card"
            href={`/thu-tuc/${code}`}
            onClick={(event) => {
              event.preventDefault();
              p.go(code);
            }}
          >
            <strong>{p.language === 'vi' ? name : nameEn}</strong>
            {calledBy !== undefined && calledBy !== name && (
              <span class="hint">
                {words.because} <span lang="vi">“{calledBy}”</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
};

/** Where it is done that is not done here, or until when it was. */
const NotHere = ({ found, language }: { readonly found: Found; readonly language: Language }) => {
  const words = procedureWords[language];
  const { elsewhere, ended } = found;
  if (elsewhere)
    return (
      <p class="notice warn">
        <strong>{words.notHere}</strong> {words.doneBy} {elsewhere[language]}.
      </p>
    );
  if (!ended) return null;
  return (
    <p class="notice warn">
      <strong>{language === 'vi' ? ended.name : ended.nameEn}</strong> {words.ended(ended.to)}
    </p>
  );
};

interface ShownProps extends FindProps {
  readonly found: Found;
  /** How often the asker has said that none was meant. */
  readonly rounds: number;
  readonly isBusy: boolean;
  readonly notThese: () => void;
}

const Shown = (p: ShownProps) => {
  const words = procedureWords[p.language];
  const { items, elsewhere, ended } = p.found;
  const heading = useRef<HTMLHeadingElement>(null);
  // Who pressed “none of these” stands where there is nothing any more.
  useEffect(() => {
    if (p.rounds > 0) heading.current?.focus();
  }, [p.rounds]);
  const isAgain = p.rounds > 0;
  const isMeant = items.some(({ calledBy }) => calledBy !== undefined);
  const isNothing = items.length === 0 && !elsewhere && !ended;
  return (
    <>
      <NotHere found={p.found} language={p.language} />
      {(isMeant || isAgain) && (
        <h2 ref={heading} tabIndex={-1}>
          {isMeant ? words.youMean : words.askSomebody}
        </h2>
      )}
      {isMeant && <p>{words.choose}</p>}
      {isNothing && <p class="card">{isAgain ? words.whomToAsk : words.none}</p>}
      {items.length > 0 && <Candidates {...p} items={items} />}
      {isMeant && (
        <button type="button" class="quiet" aria-disabled={p.isBusy} onClick={p.notThese}>
          {words.noneOfThese}
        </button>
      )}
    </>
  );
};

/** What somebody has to do, in their own words: they say which procedure is meant before it is shown. */
export const AskProcedure = (p: FindProps & { readonly asking: ReturnType<typeof useAsked> }) => {
  const words = procedureWords[p.language];
  const { q, found, trouble, isBusy, first, notThese, rounds } = p.asking;
  const answer = useRef<HTMLDivElement>(null);
  // On a phone the answer begins where the screen ends.
  useEffect(() => {
    if (found) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void first(String(new FormData(event.currentTarget).get('q') ?? '').trim());
        }}
      >
        <label for="q">{words.query}</label>
        <input
          id="q"
          name="q"
          defaultValue={q}
          maxLength={200}
          autocomplete="off"
          aria-describedby="hint"
        />
        <p class="hint" id="hint">
          {words.noNames}
        </p>
        <button type="submit" aria-disabled={isBusy}>
          {isBusy ? words.finding : words.find}
        </button>
      </form>
      <TroubleNotice trouble={trouble} words={p.troubleWords} language={p.language} />
      <div role="status" ref={answer}>
        {found && (
          <Shown
            {...p}
            found={found}
            rounds={rounds}
            isBusy={isBusy}
            notThese={() => {
              if (!isBusy) void notThese();
            }}
          />
        )}
      </div>
      <p class="hint other">{words.counted}</p>
    </>
  );
};
