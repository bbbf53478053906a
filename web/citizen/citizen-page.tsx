/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import { apiFor, heard, type Trouble } from '../api/ask.ts';
import type { Language } from '../kit/format.ts';
import { addressOf, isWhole, type Paper, paperIn } from './address.ts';
import { AskDetail, type DetailShown } from './ask-detail.tsx';
import { FindDossier } from './find-dossier.tsx';
import { Parcel, StatusCard, Way } from './show-status.tsx';
import { useSpoken } from './use-spoken.ts';
import { stepsOf, type Tracked } from './way.ts';
import type { Words } from './words.vi.ts';

interface Found {
  readonly tracked: Tracked;
  /** Fetched with what shows it. */
  readonly detail?: DetailShown;
}

/** What is asked of the server about one paper, and what came of it. */
const useLookUp = () => {
  const [paper, setPaper] = useState(() => paperIn(location));
  const [found, setFound] = useState<Found>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const find = async (asked: Paper): Promise<void> => {
    setPaper(asked);
    setBusy(true);
    const answer = await heard(apiFor().call('POST /v1/track', { body: asked }));
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    setFound(answer.ok ? { tracked: answer.body } : undefined);
  };
  const start = (): void => {
    const shown = paperIn(location);
    setFound(undefined);
    setTrouble(undefined);
    setPaper(shown);
    if (isWhole(shown)) void find(shown);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; `start` reads the address, nothing drawn
  useEffect(() => {
    start();
    // Another paper scanned in the same tab, and the way back.
    for (const move of ['hashchange', 'popstate']) addEventListener(move, start);
    return () => {
      for (const move of ['hashchange', 'popstate']) removeEventListener(move, start);
    };
  }, []);
  return { paper, found, trouble, isBusy, find, setFound, start };
};

/** What the browser shows around the page, and where a screen reader goes on. */
const useTitle = (title: string, language: Language, found: Found | undefined) => {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
  }, [title, language]);
  useEffect(() => {
    if (found) main.current?.querySelector<HTMLElement>('h1')?.focus();
  }, [found]);
  return main;
};

interface FoundProps extends Found {
  readonly words: Words;
  readonly language: Language;
  readonly paper: Paper;
  readonly showDetail: (detail: DetailShown) => void;
}

const ShowFound = (p: FoundProps) => {
  const { words, language, tracked, detail } = p;
  return (
    <>
      <StatusCard words={words} language={language} tracked={tracked} />
      {detail ? (
        <detail.Show
          words={words}
          language={language}
          detail={detail.detail}
          token={detail.token}
        />
      ) : (
        <Way
          heading={words.wayHeading}
          now={words.now}
          steps={stepsOf(tracked, words, language)}
          language={language}
        />
      )}
      <Parcel words={words} delivery={tracked.delivery} />
      {!detail && (
        <AskDetail words={words} language={language} paper={p.paper} show={p.showDetail} />
      )}
    </>
  );
};

export const CitizenPage = () => {
  const { language, words, change } = useSpoken();
  const look = useLookUp();
  const { paper, found } = look;
  const title = found ? `${found.tracked.statusText[language]} · ${words.title}` : words.title;
  const main = useTitle(title, language, found);
  const another = (): void => {
    history.pushState(null, '', '/tra-cuu');
    look.start();
  };
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
      {found ? (
        <>
          <ShowFound
            {...found}
            words={words}
            language={language}
            paper={paper}
            showDetail={(detail) => look.setFound({ ...found, detail })}
          />
          <button type="button" class="quiet" onClick={another}>
            {words.another}
          </button>
        </>
      ) : (
        <FindDossier
          key={`${paper.code}#${paper.secret}`}
          words={words}
          language={language}
          paper={paper}
          trouble={look.trouble}
          isBusy={look.isBusy}
          find={(typed) => {
            history.pushState(null, '', addressOf(typed.code));
            void look.find(typed);
          }}
        />
      )}
    </main>
  );
};
