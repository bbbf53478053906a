import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { everyWarning } from '#domain/limits/warnings.ts';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { Scrolls } from '../kit/react/scrolls.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { type ListName, otherLists } from './cases.ts';
import { deskList } from './desk-lists.ts';
import './oversight.css';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

interface RowProps {
  readonly name: ListName;
  readonly word: string;
}

const Row = ({ name, word, children }: RowProps & { readonly children: ReactNode }) => (
  <tr>
    <th scope="row">
      <Link to={`/giam-sat/viec/${name}`}>{word}</Link>
    </th>
    {children}
  </tr>
);

/** How many wait and since when the oldest does; a list whose reading is recorded waits to be opened. */
const CountedRow = ({ name, word }: RowProps) => {
  const words = useWords({ vi, en });
  const reading = deskList(name).useCases(undefined);
  const page = reading.state === 'here' ? reading.value : undefined;
  const oldest = page?.items[0];
  const hasSome = oldest !== undefined;
  return (
    <Row name={name} word={word}>
      <td className={hasSome ? 'number some' : 'number'}>
        {page && (hasSome ? words.some(page.items.length, page.next !== undefined) : words.none)}
      </td>
      <td>
        {hasSome && `${oldest.head} · ${shortMoment(oldest.at)}`}
        {reading.state === 'trouble' && (
          <TroubleNotice trouble={reading.trouble} again={reading.again} />
        )}
      </td>
    </Row>
  );
};

const Board = (p: {
  readonly title: string;
  readonly lists: readonly ListName[];
  readonly wordOf: (name: ListName) => string;
}) => {
  const words = useWords({ vi, en });
  return (
    <section className="card stack">
      <h2>{p.title}</h2>
      <Scrolls label={p.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.list}</th>
              <th scope="col" className="number">
                {words.count}
              </th>
              <th scope="col">{words.oldest}</th>
            </tr>
          </thead>
          <tbody>
            {p.lists.map((name) =>
              deskList(name).isRecorded ? (
                <Row key={name} name={name} word={p.wordOf(name)}>
                  <td colSpan={2} className="soft">
                    {words.recorded}
                  </td>
                </Row>
              ) : (
                <CountedRow key={name} name={name} word={p.wordOf(name)} />
              ),
            )}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
};

/** Giám sát: what is late and what waits for a conclusion, each with the oldest beside it. */
export const ShowDesk = () => {
  const words = useWords({ vi, en });
  const queries = useQueryClient();
  const named: Readonly<Record<ListName, string>> = { ...words.warning, ...words.other };
  const wordOf = (name: ListName): string => named[name];
  return (
    <div className="stack">
      <div className="row between">
        <h1>{words.desk}</h1>
        <Button onPress={() => void queries.invalidateQueries()}>{words.refresh}</Button>
      </div>
      <p className="soft">{words.deskLead}</p>
      <Board title={words.warnings} lists={everyWarning} wordOf={wordOf} />
      <Board title={words.others} lists={otherLists} wordOf={wordOf} />
    </div>
  );
};
