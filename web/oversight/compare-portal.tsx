import { useState } from 'react';
import { useAct } from '../api/act.ts';
import { heard, type Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { cursorAt, MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { Scrolls } from '../kit/react/scrolls.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import './oversight.css';
import { useNames } from './use-names.ts';
import { en } from './words.en.ts';
import type { OversightWords } from './words.vi.ts';
import { vi } from './words.vi.ts';

type Drift = Told<'GET /v1/national-portal/drift'>['items'][number];

/** Both sides of a field; of personal data only that they differ. */
const Sides = ({ ours, there }: Pick<Drift['differences'][number], 'ours' | 'there'>) => {
  const words = useWords({ vi, en });
  if (ours === undefined && there === undefined) return <td colSpan={2}>{words.differs}</td>;
  return (
    <>
      <td>{ours ?? '–'}</td>
      <td>{there ?? '–'}</td>
    </>
  );
};

const fieldWord = (words: OversightWords, field: string): string =>
  (words.field as Readonly<Record<string, string>>)[field] ?? field;

const Line = ({ line }: { readonly line: Drift }) => {
  const words = useWords({ vi, en });
  const nameOf = useNames();
  return (
    <li className="card stack">
      <div className="row between">
        <strong>{line.code}</strong>
        <span>{words.drift[line.kind]}</span>
      </div>
      <p className="soft">{words.of(nameOf(line.agency))}</p>
      {line.differences.length > 0 && (
        <Scrolls label={line.code}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.driftKind}</th>
                <th scope="col">{words.ours}</th>
                <th scope="col">{words.there}</th>
              </tr>
            </thead>
            <tbody>
              {line.differences.map(({ field, ...sides }) => (
                <tr key={field}>
                  <th scope="row">{fieldWord(words, field)}</th>
                  <Sides {...sides} />
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
    </li>
  );
};

/** Đồng bộ lại: all of a page that we know, in one act. */
const PushAgain = ({ lines }: { readonly lines: readonly Drift[] }) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const { run, isBusy, trouble } = useAct();
  const [pushed, setPushed] = useState<number>();
  const dossierIds = lines.flatMap(({ dossierId }) => dossierId ?? []);
  if (dossierIds.length === 0) return null;
  const push = async (): Promise<void> => {
    const came = await run((key) =>
      heard(api.call('POST /v1/national-portal/pushes', { body: { dossierIds }, key })),
    );
    if (came) setPushed(came.items.length);
  };
  if (pushed !== undefined) return <p role="status">● {words.pushed(pushed)}</p>;
  return (
    <div className="stack">
      <div className="row">
        <Button isBusy={isBusy} onPress={() => void push()}>
          {words.pushThese(dossierIds.length)}
        </Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  );
};

const Page = ({ day, ...place }: PagePlace & { readonly day: string }) => {
  const words = useWords({ vi, en });
  const query = { day, ...cursorAt(place.after) };
  const reading = useRead('GET /v1/national-portal/drift', { query: query as never });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { checked, items, next } = reading.value;
  return (
    <>
      <p role="status">
        {items.length === 0 ? words.driftNone(checked) : words.driftSome(checked)}
      </p>
      <ul className="plain stack">
        {items.map((line) => (
          <Line key={line.code} line={line} />
        ))}
      </ul>
      <PushAgain lines={items} />
      <MorePages {...place} next={next} />
    </>
  );
};

const Pages = ({ day }: { readonly day: string }) => {
  const pages = usePages();
  return pages.map((place) => <Page key={place.after ?? ''} day={day} {...place} />);
};

/** Đối soát Cổng DVCQG: a day's dossiers, field by field, and pushed again where they differ. */
export const ComparePortal = () => {
  const words = useWords({ vi, en });
  const { now } = useDesk();
  const [day, setDay] = useState(() => now().slice(0, 10));
  const [shown, show] = useState<string>();
  return (
    <div className="stack">
      <h1>{words.driftTitle}</h1>
      <p className="soft">{words.driftLead}</p>
      <form
        className="card row"
        onSubmit={(event) => {
          event.preventDefault();
          show(day);
        }}
      >
        <div className="field">
          <label htmlFor="drift-day">{words.driftDay}</label>
          <input
            id="drift-day"
            type="date"
            required
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        </div>
        <Button type="submit">{words.driftShow}</Button>
      </form>
      {shown !== undefined && <Pages key={shown} day={shown} />}
    </div>
  );
};
