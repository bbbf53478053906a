import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { shortMoment } from '../kit/format.ts';
import { useWords } from '../kit/react/language.tsx';
import { MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { Empty, TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { type Case, isListName, isWarning, type ListName } from './cases.ts';
import { deskList } from './desk-lists.ts';
import './oversight.css';
import { SettleCase } from './settle-case.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

interface OfList {
  readonly list: ListName;
}

/** A case with what can be done about it; once done it says so, and the list stays as it is. */
const Line = ({ list, it }: OfList & { readonly it: Case }) => {
  const words = useWords({ vi, en });
  const [isSettled, settle] = useState(false);
  return (
    <li className="card stack">
      <div className="row between">
        <strong>{it.head}</strong>
        <span className="soft">
          {isWarning(list) ? words.limit : words.since} {shortMoment(it.at)}
        </span>
      </div>
      <ul className="plain">
        {it.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {it.dossierId !== undefined && (
        <Link to={`/giam-sat/truy-cap/dossier/${it.dossierId}`}>{words.access}</Link>
      )}
      {isSettled && <p role="status">● {words.settled}</p>}
      {!isSettled && !isWarning(list) && (
        <SettleCase list={list} it={it} done={() => settle(true)} />
      )}
    </li>
  );
};

const Page = ({ list, after, isFirst, ...place }: OfList & PagePlace) => {
  const words = useWords({ vi, en });
  const reading = deskList(list).useCases(after);
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { items, next } = reading.value;
  if (items.length === 0 && isFirst) return <Empty>{words.empty}</Empty>;
  return (
    <>
      <ul className="plain stack">
        {items.map((it) => (
          <Line key={it.id} list={list} it={it} />
        ))}
      </ul>
      <MorePages {...place} next={next} />
    </>
  );
};

const Pages = ({ list }: OfList) => {
  const pages = usePages();
  return pages.map((place) => <Page key={place.after ?? ''} list={list} {...place} />);
};

/** One list of the desk, the oldest first. */
export const ShowList = () => {
  const words = useWords({ vi, en });
  const { '*': name = '' } = useParams();
  const list = isListName(name) ? name : undefined;
  const named: Readonly<Record<string, string>> = { ...words.warning, ...words.other };
  return (
    <div className="stack">
      <p>
        <Link to="/giam-sat/hom-nay">← {words.back}</Link>
      </p>
      <h1>{named[name] ?? words.list}</h1>
      {list ? <Pages key={list} list={list} /> : <Empty>{words.nowhere}</Empty>}
    </div>
  );
};
