/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import { apiFor, type Heard, heard, type Told } from '../api/ask.ts';
import { AskProcedure, useAsked } from './ask-procedure.tsx';
import { procedureIn, procedureWords } from './procedure-words.ts';
import { ShowProcedure } from './show-procedure.tsx';
import { TroubleNotice } from './trouble.tsx';
import { useSpoken } from './use-spoken.ts';

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

/** Thủ tục: what to bring, how long it takes, what it costs, and where; without signing in. */
export const ProceduresPage = () => {
  const { language, words: troubleWords, change } = useSpoken();
  const words = procedureWords[language];
  const { code, came, go } = useProcedure();
  const asking = useAsked();
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
      {code === '' && (
        <AskProcedure language={language} troubleWords={troubleWords} go={go} asking={asking} />
      )}
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
