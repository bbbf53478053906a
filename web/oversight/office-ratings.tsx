import { useState } from 'react';
import { levels } from '#functions/satisfaction/domain/rating.ts';
import { isRefusedAs, type Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { useLanguage, useWords } from '../kit/react/language.tsx';
import { cursorAt, MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import type { OfficeProps } from './office-props.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

interface MonthProps extends OfficeProps {
  /** `2026-11` */
  readonly month: string;
}

/** The month before this one: figures come once a month is over. */
const monthBefore = (today: string): string => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
};

const Facts = ({ figures }: { readonly figures: Told<'GET /v1/satisfaction/figures'> }) => {
  const words = useWords({ vi, en });
  const { language } = useLanguage();
  const { practice } = figures;
  return (
    <>
      <p className="soft">{figures.label[language]}</p>
      <p>{words.answers(figures.answers)}</p>
      {!practice && <p>{words.tooFew}</p>}
      {practice && (
        <>
          <p>{words.satisfied(practice.satisfiedPercent, practice.n)}</p>
          <table>
            <tbody>
              {levels.map((level) => (
                <tr key={level}>
                  <th scope="row">{words.level[level]}</th>
                  <td className="number">{practice.levels[level]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
};

const Figures = ({ office, month }: MonthProps) => {
  const words = useWords({ vi, en });
  const reading = useRead('GET /v1/satisfaction/figures', { query: { month, office } as never });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'here') return <Facts figures={reading.value} />;
  return isRefusedAs(reading.trouble, 'month-open') ? (
    <p>{words.ratingsOpen}</p>
  ) : (
    <TroubleNotice trouble={reading.trouble} again={reading.again} />
  );
};

const WordsPage = ({ office, month, ...place }: MonthProps & PagePlace) => {
  const words = useWords({ vi, en });
  const query = { month, office, ...cursorAt(place.after) };
  const reading = useRead('GET /v1/satisfaction/words', { query: query as never });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return isRefusedAs(reading.trouble, 'month-open') ? null : (
      <TroubleNotice trouble={reading.trouble} again={reading.again} />
    );
  const { items, next } = reading.value;
  if (items.length === 0 && place.isFirst) return <p className="soft">{words.wordsNone}</p>;
  return (
    <>
      <ul className="plain stack">
        {items.map(({ level, text }) => (
          <li key={`${level} ${text}`}>
            <blockquote className="written">{text}</blockquote>
            {level && <span className="soft">{words.level[level]}</span>}
          </li>
        ))}
      </ul>
      <MorePages {...place} next={next} />
    </>
  );
};

const Written = (p: MonthProps) => {
  const pages = usePages();
  return pages.map((place) => <WordsPage key={place.after ?? ''} {...p} {...place} />);
};

/** Sự hài lòng: of a month that is over, with the number of answers behind each figure. */
export const OfficeRatings = ({ office }: OfficeProps) => {
  const words = useWords({ vi, en });
  const { now } = useDesk();
  const [month, setMonth] = useState(() => monthBefore(now().slice(0, 10)));
  return (
    <section className="card stack" aria-labelledby="office-ratings">
      <h2 id="office-ratings">{words.ratings}</h2>
      <div className="field">
        <label htmlFor="ratings-month">{words.ratingsMonth}</label>
        <input
          id="ratings-month"
          type="month"
          value={month}
          onChange={({ target }) => target.value !== '' && setMonth(target.value)}
        />
      </div>
      <Figures key={`figures ${month}`} office={office} month={month} />
      <h3>{words.wordsOf}</h3>
      <Written key={`words ${month}`} office={office} month={month} />
    </section>
  );
};
