import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../api/act.ts';
import { type Heard, heard, type Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { type Desk, useDesk } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { cursorAt, MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

type Lost = Told<'GET /v1/lost-results'>['items'][number];
type Send = (api: Desk['api'], key: string) => Promise<Heard<Lost>>;

const route = 'GET /v1/lost-results';

/** An act on a lost result; the list is read anew after it. */
const useSeek = () => {
  const { api } = useDesk();
  const queries = useQueryClient();
  const { run, isBusy, trouble } = useAct();
  const seek = async (send: Send): Promise<void> => {
    const came = await run((key) => send(api, key));
    if (came) void queries.invalidateQueries({ queryKey: [route] });
  };
  return { seek: (send: Send) => void seek(send), isBusy, trouble };
};

interface LostProps {
  readonly lost: Lost;
}

/** By whoever has it in hand, with a word on where it was; it counts when another has seen it too. */
const Found = ({ lost }: LostProps) => {
  const words = useWords({ vi, en });
  const [word, setWord] = useState('');
  const { seek, isBusy, trouble } = useSeek();
  const { lostId } = lost;
  const found: Send = (api, key) =>
    heard(
      api.call('POST /v1/lost-results/{lostId}/found', {
        params: { lostId },
        body: { word: word.trim() },
        key,
      }),
    );
  return (
    <>
      <div className="row">
        <Field id={`found-${lostId}`} label={words.foundWord} value={word} change={setWord} />
        <Button
          isBusy={isBusy}
          shutBecause={word.trim() === '' ? words.foundWordMissing : undefined}
          onPress={() => seek(found)}
        >
          {words.found}
        </Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  );
};

/** The second signature: somebody else than who found it. */
const Confirm = ({ lost }: LostProps) => {
  const words = useWords({ vi, en });
  const { seek, isBusy, trouble } = useSeek();
  const { lostId, found } = lost;
  const confirmed: Send = (api, key) =>
    heard(
      api.call('POST /v1/lost-results/{lostId}/confirmation', {
        params: { lostId },
        body: {},
        key,
      }),
    );
  return (
    <>
      <p>{found && words.foundBy(found.by, shortMoment(found.at), found.word)}</p>
      <div className="row">
        <Button isBusy={isBusy} onPress={() => seek(confirmed)}>
          {words.confirmFound}
        </Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  );
};

const Page = ({ after, isFirst, ...place }: PagePlace) => {
  const words = useWords({ vi, en });
  const query = cursorAt(after);
  const reading = useRead(route, { query });
  // Without a line nobody asks for it: the pouches themselves say so.
  if (reading.state !== 'here') return null;
  const { items, next } = reading.value;
  if (items.length === 0 && isFirst) return null;
  return (
    <section className="card stack" aria-label={words.lost}>
      {isFirst && (
        <>
          <h2>{words.lost}</h2>
          <p className="hint">{words.lostHelp}</p>
        </>
      )}
      <ul className="drops">
        {items.map((lost) => (
          <li key={lost.lostId} className="stack">
            <p>
              <strong>{lost.number}</strong>{' '}
              <span className="soft">{words.lostSince(shortMoment(lost.since))}</span>
            </p>
            {lost.found ? <Confirm lost={lost} /> : <Found lost={lost} />}
          </li>
        ))}
      </ul>
      <MorePages {...place} next={next} />
    </section>
  );
};

/** Kết quả thất lạc: what a count had missing, until two have seen it again or the agency has made it anew. */
export const LostResults = () => {
  const pages = usePages();
  return pages.map((place) => <Page key={place.after ?? ''} {...place} />);
};
