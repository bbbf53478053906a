import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../api/act.ts';
import { heard, type Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Choice } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { cursorAt, MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { Scrolls } from '../kit/react/scrolls.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

type Amendment = Told<'GET /v1/calendar-amendments/{amendmentId}'>;

const lists = ['waiting', 'working'] as const;
type MovedList = (typeof lists)[number];

interface MovedProps {
  readonly amendmentId: string;
  readonly agency: string;
  readonly list: MovedList;
}

const MovedPage = ({ amendmentId, agency, list, ...place }: MovedProps & PagePlace) => {
  const words = useWords({ vi, en });
  const { after } = place;
  const reading = useRead('GET /v1/calendar-amendments/{amendmentId}/dossiers', {
    params: { amendmentId },
    query: { agency, list, ...cursorAt(after) },
  });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { items, next } = reading.value;
  if (items.length === 0 && next === undefined) return <p>{words.movesNone}</p>;
  return (
    <>
      <Scrolls label={words.moves}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.code}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ dossierId, code, previousDueAt, dueAt }) => (
              <tr key={dossierId}>
                <th scope="row">{code}</th>
                <td>{shortMoment(previousDueAt)}</td>
                <td>{shortMoment(dueAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      <MorePages {...place} next={next} />
    </>
  );
};

const MovedPages = (p: MovedProps) => {
  const pages = usePages();
  return pages.map((place) => <MovedPage key={place.after ?? ''} {...p} {...place} />);
};

/** Whom it moves, agency by agency. Nothing is applied that nobody has looked at. */
const Moved = (p: { readonly amendmentId: string; readonly looked: () => void }) => {
  const words = useWords({ vi, en });
  const agencies = useRead('GET /v1/agencies');
  const [agency, setAgency] = useState('');
  const [list, setList] = useState<MovedList>('working');
  if (agencies.state === 'waiting') return <Waiting />;
  if (agencies.state === 'trouble')
    return <TroubleNotice trouble={agencies.trouble} again={agencies.again} />;
  const those = agencies.value.items.filter(({ takesDossiers }) => takesDossiers);
  return (
    <section className="stack" aria-label={words.moves}>
      <h2>{words.moves}</h2>
      <div className="row">
        <Choice
          id="moved-agency"
          label={words.movesOf}
          value={agency}
          none={words.choose}
          options={those.map(({ id, name }) => [id, name])}
          change={(chosen) => {
            setAgency(chosen);
            p.looked();
          }}
        />
        <Choice
          id="moved-list"
          label={words.movesWhich}
          value={list}
          options={lists.map((each) => [each, words.movesList[each]])}
          change={setList}
        />
      </div>
      {agency !== '' && (
        <MovedPages
          key={`${agency} ${list}`}
          amendmentId={p.amendmentId}
          agency={agency}
          list={list}
        />
      )}
    </section>
  );
};

/** What it moves before its button lives; once applied, how far its announcing has come. */
export const ApplyAmendment = (p: { readonly it: Amendment; readonly changed: () => void }) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const queries = useQueryClient();
  const { run, isBusy, trouble } = useAct();
  const [hasLooked, setLooked] = useState(false);
  const [reannounces, setReannounces] = useState(true);
  const { amendmentId, confirmedAt } = p.it;
  if (confirmedAt !== undefined) return null;
  const apply = async (): Promise<void> => {
    const ask = { params: { amendmentId }, body: { reannounces } };
    const came = await run((key) =>
      heard(api.call('POST /v1/calendar-amendments/{amendmentId}/confirm', { ...ask, key })),
    );
    if (came === undefined) return;
    void queries.invalidateQueries({ queryKey: ['GET /v1/calendar-amendments'] });
    p.changed();
  };
  return (
    <>
      <Moved amendmentId={amendmentId} looked={() => setLooked(true)} />
      <label className="check">
        <input
          type="checkbox"
          checked={reannounces}
          onChange={({ target }) => setReannounces(target.checked)}
        />
        {words.reannounces}
      </label>
      <div className="row">
        <Button
          kind="main"
          isBusy={isBusy}
          shutBecause={hasLooked ? undefined : words.lookFirst}
          onPress={() => void apply()}
        >
          {words.apply}
        </Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  );
};
