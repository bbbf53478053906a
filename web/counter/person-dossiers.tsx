import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import { heard, type Told, type Trouble } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { Scrolls } from '../kit/react/scrolls.tsx';
import { Empty, TroubleNotice } from '../kit/react/states.tsx';
import { StatusChip } from '../kit/react/status-chip.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

type Line = Told<'POST /v1/persons/dossiers'>['items'][number];

const Lines = ({ lines }: { readonly lines: readonly Line[] }) => {
  const { columns, personDossiers } = useWords({ vi, en });
  return (
    <Scrolls label={personDossiers}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.procedure}</th>
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.registered}</th>
            <th scope="col">{columns.due}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ dossierId, number, procedure, status, registeredAt, dueAt }) => (
            <tr key={dossierId}>
              <td>
                <Link to={`/quay/ho-so/${dossierId}`}>{number}</Link>
              </td>
              <td>{procedure.name}</td>
              <td>
                <StatusChip status={status as CaseStatus} />
              </td>
              <td>{shortMoment(registeredAt)}</td>
              <td>{dueAt !== undefined && shortMoment(dueAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
};

/** Whose receipt is lost: asked only once the clerk has seen the card, for each reading is recorded. */
export const PersonDossiers = ({ number }: { readonly number: string }) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const { api } = useDesk();
  const [lines, setLines] = useState<readonly Line[]>();
  const [after, setAfter] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const read = async (): Promise<void> => {
    setBusy(true);
    const body = { personalNumber: number, cardSeen: true } as const;
    const query = after === undefined ? {} : { after };
    const answer = await heard(api.call('POST /v1/persons/dossiers', { query, body }));
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    setLines([...(lines ?? []), ...answer.body.items]);
    setAfter(answer.body.next);
  };
  return (
    <div className="stack">
      {!lines && <p>{words.cardAsk}</p>}
      {lines && <h2>{words.personDossiers}</h2>}
      {lines && lines.length > 0 && <Lines lines={lines} />}
      {lines?.length === 0 && <Empty>{words.personNone}</Empty>}
      {trouble && <TroubleNotice trouble={trouble} />}
      {(!lines || after !== undefined) && (
        <div className="row">
          <Button kind={lines ? 'quiet' : 'main'} isBusy={isBusy} onPress={() => void read()}>
            {lines ? kit.more : words.cardSeen}
          </Button>
          <span className="hint">{words.cardRecorded}</span>
        </div>
      )}
    </div>
  );
};
