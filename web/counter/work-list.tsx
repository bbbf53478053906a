import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import type { Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useServerNow } from '../api/server-now.ts';
import { shortDay, shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
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

interface PageAsk {
  readonly status: CaseStatus;
  readonly after: string | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly goOn: (next: string) => void;
}

/** One page of the list; the last one shown leads to the next. */
const Page = ({ status, after, isFirst, isLast, goOn }: PageAsk) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const reading = useRead('GET /v1/dossiers', {
    query: { status, ...(after !== undefined && { after }) },
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
      {isLast && next !== undefined && <Button onPress={() => goOn(next)}>{kit.more}</Button>}
    </>
  );
};

/** Dossiers of one status, in the order in which they came into it. */
export const WorkList = ({ status }: { readonly status: CaseStatus }) => {
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  return (
    <>
      {cursors.map((after, n) => (
        <Page
          key={after ?? ''}
          status={status}
          after={after}
          isFirst={n === 0}
          isLast={n === cursors.length - 1}
          goOn={(next) => setCursors([...cursors, next])}
        />
      ))}
    </>
  );
};
