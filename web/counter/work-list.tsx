import { Link } from 'react-router';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useServerNow } from '../api/server-now.ts';
import { shortDay, shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { cursorAt, MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { Scrolls } from '../kit/react/scrolls.tsx';
import { Empty, TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { useProcedureName } from './procedures.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

type Line = Told<'GET /v1/dossiers'>['items'][number];

const Row = ({ line }: { readonly line: Line }) => {
  const words = useWords({ vi, en });
  const nameOf = useProcedureName();
  const now = useServerNow();
  const isOver = line.dueAt !== undefined && Date.parse(line.dueAt) < now();
  return (
    <tr>
      <td>
        <Link to={`/quay/ho-so/${line.dossierId}`}>{line.code ?? words.noNumber}</Link>
      </td>
      <td>{nameOf(line.procedure)}</td>
      <td>{shortMoment(line.registeredAt)}</td>
      <td>
        {line.dueAt !== undefined && shortMoment(line.dueAt)}
        {isOver && <strong className="wrong"> ! {words.overdue}</strong>}
      </td>
      <td>{line.answerBy !== undefined && shortDay(line.answerBy)}</td>
    </tr>
  );
};

interface PageAsk extends PagePlace {
  readonly status: CaseStatus;
}

const Page = ({ status, after, isFirst, ...place }: PageAsk) => {
  const words = useWords({ vi, en });
  const reading = useRead('GET /v1/dossiers', {
    query: { status, ...cursorAt(after) },
  });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { items, next } = reading.value;
  const { columns } = words;
  return (
    <>
      {isFirst && <Button onPress={reading.again}>{words.refresh}</Button>}
      {items.length === 0 && isFirst ? (
        <Empty>{words.nothing}</Empty>
      ) : (
        <Scrolls label={words.byStatus}>
          <table>
            <thead>
              <tr>
                <th scope="col">{columns.number}</th>
                <th scope="col">{columns.procedure}</th>
                <th scope="col">{columns.registered}</th>
                <th scope="col">{columns.due}</th>
                <th scope="col">{columns.answerBy}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((line) => (
                <Row key={line.dossierId} line={line} />
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
      <MorePages {...place} next={next} />
    </>
  );
};

/** Dossiers of one status, in the order in which they came into it. */
export const WorkList = ({ status }: { readonly status: CaseStatus }) =>
  usePages().map((place) => <Page key={place.after ?? ''} {...place} status={status} />);
