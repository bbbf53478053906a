import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type AmendmentState, amendmentStates } from '#domain/deadline/amendment.ts';
import type { Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { shortDay, shortMoment } from '../kit/format.ts';
import { useWords } from '../kit/react/language.tsx';
import { cursorAt, MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { AmendCalendar } from './amend-calendar.tsx';
import { ApplyAmendment } from './apply-amendment.tsx';
import './oversight.css';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

export type Amendment = Told<'GET /v1/calendar-amendments/{amendmentId}'>;

const Years = () => {
  const words = useWords({ vi, en });
  const reading = useRead('GET /v1/calendars');
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { items } = reading.value;
  const shown = items.filter(({ isProvisional, isDue }) => !isProvisional || isDue);
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            <th scope="col">{words.edition}</th>
            <th scope="col">{words.standing}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ year, version, isProvisional, isDue }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{version}</td>
              <td>
                {isProvisional ? words.provisional : words.decided}
                {isDue && ` · ${words.due}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < items.length && <p className="soft">{words.laterYears}</p>}
    </>
  );
};

/** Which days it takes off or makes up, and why. */
export const AmendmentFacts = ({ it }: { readonly it: Amendment }) => {
  const words = useWords({ vi, en });
  const days = [
    ...it.holidays.map((day) => ({ ...day, word: words.dayOff })),
    ...it.makeUpDays.map((day) => ({ ...day, word: words.makeUp })),
  ];
  return (
    <>
      <ul className="plain">
        {days.map(({ day, name, word }) => (
          <li key={day}>
            <strong>{shortDay(day)}</strong> · {word} · {name}
          </li>
        ))}
      </ul>
      <p>{it.reason}</p>
      <p className="soft">
        {words.proposedAt(shortMoment(it.proposedAt))}{' '}
        {it.confirmedAt !== undefined && words.appliedAt(shortMoment(it.confirmedAt))}{' '}
        {it.reannounces && words.moved(it.moved)}{' '}
        {it.announcedAt !== undefined && words.announcedAt(shortMoment(it.announcedAt))}
      </p>
    </>
  );
};

const Page = ({
  state,
  after,
  isFirst,
  ...place
}: PagePlace & { readonly state: AmendmentState }) => {
  const words = useWords({ vi, en });
  const query = { state, ...cursorAt(after) };
  const reading = useRead('GET /v1/calendar-amendments', { query });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { items, next } = reading.value;
  if (items.length === 0 && isFirst) return <p className="soft">{words.noAmendments}</p>;
  return (
    <>
      <ul className="plain stack">
        {items.map((it) => (
          <li key={it.amendmentId} className="card stack">
            <AmendmentFacts it={it} />
            <p>
              <Link to={`/giam-sat/lich/${it.amendmentId}`}>{words.look}</Link>
            </p>
          </li>
        ))}
      </ul>
      <MorePages {...place} next={next} />
    </>
  );
};

const Amendments = ({ state }: { readonly state: AmendmentState }) => {
  const words = useWords({ vi, en });
  const pages = usePages();
  return (
    <section className="stack" aria-label={words.amendments[state]}>
      <h2>{words.amendments[state]}</h2>
      {pages.map((place) => (
        <Page key={place.after ?? ''} state={state} {...place} />
      ))}
    </section>
  );
};

const OneAmendment = ({ amendmentId }: { readonly amendmentId: string }) => {
  const words = useWords({ vi, en });
  const reading = useRead('GET /v1/calendar-amendments/{amendmentId}', { params: { amendmentId } });
  return (
    <>
      <p>
        <Link to="/giam-sat/lich">← {words.calendars}</Link>
      </p>
      {reading.state === 'waiting' && <Waiting />}
      {reading.state === 'trouble' && (
        <TroubleNotice trouble={reading.trouble} again={reading.again} />
      )}
      {reading.state === 'here' && (
        <section className="card stack" aria-label={words.amend}>
          <AmendmentFacts it={reading.value} />
          <ApplyAmendment it={reading.value} changed={reading.again} />
        </section>
      )}
    </>
  );
};

/** Lịch làm việc: which years are decided, and what the province has changed or is about to. */
export const ShowCalendars = () => {
  const words = useWords({ vi, en });
  const queries = useQueryClient();
  const { '*': amendmentId = '' } = useParams();
  const [news, say] = useState('');
  const proposed = (): void => {
    say(words.proposed);
    void queries.invalidateQueries({ queryKey: ['GET /v1/calendar-amendments'] });
  };
  return (
    <div className="stack">
      <h1>{words.calendars}</h1>
      <p className="soft">{words.calendarsLead}</p>
      {amendmentId === '' ? (
        <>
          <p role="status">{news !== '' && `● ${news}`}</p>
          <section className="card" aria-label={words.year}>
            <Years />
          </section>
          {amendmentStates.map((state) => (
            <Amendments key={state} state={state} />
          ))}
          <AmendCalendar proposed={proposed} />
        </>
      ) : (
        <OneAmendment key={amendmentId} amendmentId={amendmentId} />
      )}
    </div>
  );
};
