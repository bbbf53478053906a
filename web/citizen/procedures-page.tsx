/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import { apiFor, type Heard, heard, type Told, type Trouble } from '../api/ask.ts';
import type { Language } from '../kit/format.ts';
import { procedureIn, procedureWords } from './procedure-words.ts';
import { ShowProcedure } from './show-procedure.tsx';
import { TroubleNotice } from './trouble.tsx';
import { useSpoken } from './use-spoken.ts';
import type { Words } from './words.vi.ts';

type List = Told<'GET /v1/procedures'>['items'];
type Procedure = Told<'GET /v1/procedures/{code}'>;

const asked = (code: string): Promise<Heard<Procedure>> =>
  heard(apiFor().call('GET /v1/procedures/{code}', { params: { code } }));

/** The one in the address, and what came of asking for it. */
const useProcedure = () => {
  const [code, setCode] = useState(() => procedureIn(location));
  const [came, setCame] = useState<Heard<Procedure>>();
  useEffect(() => {
    setCame(undefined);
    if (code) void asked(code).then(setCame);
  }, [code]);
  useEffect(() => {
    const move = (): void => setCode(procedureIn(location));
    addEventListener('popstate', move);
    return () => removeEventListener('popstate', move);
  }, []);
  const go = (to: string): void => {
    history.pushState(null, '', to ? `/thu-tuc/${to}` : '/thu-tuc');
    setCode(to);
    scrollTo(0, 0);
  };
  return { code, came, go };
};

interface FindProps {
  readonly language: Language;
  readonly troubleWords: Words;
  readonly go: (code: string) => void;
}

const Found = (p: FindProps & { readonly list: List }) => {
  const words = procedureWords[p.language];
  if (p.list.length === 0) return <p class="card">{words.none}</p>;
  return (
    <ul class="found">
      {p.list.map(({ code, name, nameEn }) => (
        <li key={code}>
          <a
            href={`/thu-tuc/${code}`}
            onClick={(event) => {
              event.preventDefault();
              p.go(code);
            }}
          >
            {p.language === 'vi' ? name : nameEn}
          </a>
        </li>
      ))}
    </ul>
  );
};

const FindProcedure = (p: FindProps) => {
  const words = procedureWords[p.language];
  const [list, setList] = useState<List>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const find = async (q: string): Promise<void> => {
    setBusy(true);
    const came = await heard(apiFor().call('GET /v1/procedures', { query: { q } }));
    setBusy(false);
    setTrouble(came.ok ? undefined : came.trouble);
    if (came.ok) setList(came.body.items);
  };
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void find(String(new FormData(event.currentTarget).get('q') ?? '').trim());
        }}
      >
        <label for="q">{words.query}</label>
        <input id="q" name="q" maxLength={200} autocomplete="off" />
        <button type="submit" aria-disabled={isBusy}>
          {isBusy ? words.finding : words.find}
        </button>
      </form>
      <TroubleNotice trouble={trouble} words={p.troubleWords} language={p.language} />
      <div role="status">{list && <Found {...p} list={list} />}</div>
    </>
  );
};

/** Thủ tục: what to bring, how long it takes, what it costs, and where; without signing in. */
export const ProceduresPage = () => {
  const { language, words: troubleWords, change } = useSpoken();
  const words = procedureWords[language];
  const { code, came, go } = useProcedure();
  const main = useRef<HTMLElement>(null);
  const title = came?.ok ? came.body.name : words.title;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
  }, [title, language]);
  useEffect(() => {
    if (came) main.current?.querySelector<HTMLElement>('h1')?.focus();
  }, [came]);
  return (
    <main ref={main}>
      <button
        type="button"
        class="quiet language"
        lang={language === 'vi' ? 'en' : 'vi'}
        onClick={change}
      >
        {words.otherLanguage}
      </button>
      {code === '' && <FindProcedure language={language} troubleWords={troubleWords} go={go} />}
      {came?.ok && <ShowProcedure procedure={came.body} language={language} />}
      {came && !came.ok && (
        <>
          <h1 tabIndex={-1}>{words.title}</h1>
          <TroubleNotice trouble={came.trouble} words={troubleWords} language={language} />
        </>
      )}
      {code !== '' && (
        <button type="button" class="quiet" onClick={() => go('')}>
          {words.back}
        </button>
      )}
      <p class="soft other">
        <a href="/tra-cuu">{words.track}</a>
      </p>
    </main>
  );
};
