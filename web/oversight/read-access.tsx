import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Told } from '../api/ask.ts';
import { type Reading, useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { cursorAt, MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { Scrolls } from '../kit/react/scrolls.tsx';
import { Empty, TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { LayHold } from './lay-hold.tsx';
import './oversight.css';
import { useNames } from './use-names.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

type AccessPage = Told<'GET /v1/dossiers/{dossierId}/access-log'>;
type AccessLine = AccessPage['items'][number];

const whose = ['dossier', 'staff'] as const;
type Whose = (typeof whose)[number];

const isWhose = (text: string | undefined): text is Whose =>
  (whose as readonly (string | undefined)[]).includes(text);

/** Who a reader is, as far as the log says: staff by name and id, a citizen by the way they came. */
const Reader = ({ line }: { readonly line: AccessLine }) => {
  const words = useWords({ vi, en });
  const [kind, id = ''] = line.reader.split(/:(.*)/s);
  if (kind === 'citizen') return words.citizen;
  if (kind === 'phone') return words.citizenPhone;
  return <Link to={`/giam-sat/truy-cap/staff/${id}`}>{line.name ?? words.staff}</Link>;
};

const Lines = ({
  items,
  isFirst,
}: { readonly items: readonly AccessLine[] } & { readonly isFirst: boolean }) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const nameOf = useNames();
  const columns = words.accessColumns;
  return (
    <Scrolls label={words.accessTitle}>
      <table className="who-read">
        <thead className={isFirst ? undefined : 'heard'}>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.as}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.result}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <tr key={`${line.at} ${line.reader} ${line.operation} ${line.subject}`}>
              <td>{shortMoment(line.at)}</td>
              <td>
                <Reader line={line} />
              </td>
              <td>
                {line.capacity && kit.role[line.capacity]}
                {line.place !== undefined && ` · ${nameOf(line.place)}`}
              </td>
              <td>{words.what[line.what]}</td>
              <td>{line.refused === undefined ? words.shown : words.refusedAs(line.refused)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
};

const Shown = ({ reading, ...place }: PagePlace & { readonly reading: Reading<AccessPage> }) => {
  const words = useWords({ vi, en });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { items, next } = reading.value;
  return (
    <>
      {items.length === 0 && next === undefined ? (
        <Empty>{words.accessNone}</Empty>
      ) : (
        <Lines items={items} isFirst={place.isFirst} />
      )}
      <MorePages {...place} next={next} />
    </>
  );
};

type LogProps = PagePlace & { readonly id: string };

const OfDossier = ({ id, ...place }: LogProps) => {
  const query = cursorAt(place.after);
  const asked = { params: { dossierId: id }, query };
  return <Shown {...place} reading={useRead('GET /v1/dossiers/{dossierId}/access-log', asked)} />;
};

const OfStaff = ({ id, ...place }: LogProps) => {
  const query = cursorAt(place.after);
  const asked = { params: { staffId: id }, query };
  return <Shown {...place} reading={useRead('GET /v1/staff/{staffId}/access-log', asked)} />;
};

const Log = ({ of, id }: { readonly of: Whose; readonly id: string }) => {
  const words = useWords({ vi, en });
  const { capacity } = useDesk();
  const pages = usePages();
  const Of = of === 'dossier' ? OfDossier : OfStaff;
  return (
    <section className="stack" aria-label={words.accessOf[of]}>
      <h2>
        {words.accessOf[of]}: <span className="who-read">{id}</span>
      </h2>
      {of === 'dossier' && capacity.role === 'supervisor' && <LayHold dossierId={id} />}
      {pages.map((place) => (
        <Of key={place.after ?? ''} id={id} {...place} />
      ))}
    </section>
  );
};

const Ask = () => {
  const words = useWords({ vi, en });
  const go = useNavigate();
  const [of, setOf] = useState<Whose>('dossier');
  const [id, setId] = useState('');
  const typed = id.trim();
  return (
    <form
      className="card row"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') void go(`/giam-sat/truy-cap/${of}/${encodeURIComponent(typed)}`);
      }}
    >
      <Choice
        id="whose-log"
        label={words.accessWhat}
        value={of}
        options={whose.map((each) => [each, words.accessOf[each]])}
        change={setOf}
      />
      <Field id="log-of" label={words.accessNumber} value={id} change={setId} />
      <Button type="submit" shutBecause={typed === '' ? words.accessMissing : undefined}>
        {words.accessShow}
      </Button>
    </form>
  );
};

/** Nhật ký truy cập: who read a dossier, and what one member of staff read. This reading is in it too. */
export const ReadAccess = () => {
  const words = useWords({ vi, en });
  const { '*': rest = '' } = useParams();
  const [first, ...others] = rest.split('/');
  const of = isWhose(first) ? first : 'dossier';
  const id = decodeURIComponent((isWhose(first) ? others.join('/') : first) ?? '');
  return (
    <div className="stack">
      <h1>{words.accessTitle}</h1>
      <p className="soft">{words.accessLead}</p>
      <Ask />
      {id !== '' && <Log key={`${of} ${id}`} of={of} id={id} />}
    </div>
  );
};
