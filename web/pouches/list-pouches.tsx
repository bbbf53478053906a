import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAct } from '../api/act.ts';
import { heard } from '../api/ask.ts';
import type { Pouch } from '../api/packing.ts';
import { useRead } from '../api/read.ts';
import { useDesk, useLineState } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { useScanner } from '../kit/react/scanner/use-scanner.ts';
import { Scrolls } from '../kit/react/scrolls.tsx';
import { Empty, TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { groupOf, inOrder, meantIn, type PouchGroup, pouchGroups, setsIn } from './groups.ts';
import { KeptNotice } from './kept-notice.tsx';
import { LostResults } from './lost-results.tsx';
import { PouchChip } from './pouch-chip.tsx';
import { usePlace } from './use-place.ts';
import { usePouches } from './use-pouches.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

interface End {
  readonly id: string;
  readonly name: string;
}

/** Where a pouch may go from here: a post office sends to agencies, an agency to post offices. */
const useEnds = (): readonly End[] => {
  const { capacity } = useDesk();
  const isOffice = capacity.role === 'clerk';
  const agencies = useRead('GET /v1/agencies');
  const offices = useRead('GET /v1/post-offices');
  if (isOffice)
    return agencies.state === 'here'
      ? agencies.value.items.filter(({ takesDossiers }) => takesDossiers)
      : [];
  return offices.state === 'here' ? offices.value.items : [];
};

const OpenPouch = () => {
  const words = useWords({ vi, en });
  const { api, capacity } = useDesk();
  const { at } = usePlace();
  const ends = useEnds();
  const line = useLineState();
  const navigate = useNavigate();
  const [id, choose] = useState('');
  const act = useAct();
  const kind = capacity.role === 'clerk' ? 'agency' : 'office';
  const open = async (): Promise<void> => {
    const body = { to: { kind, id } } as const;
    const opened = await act.run((key) => heard(api.call('POST /v1/pouches', { body, key })));
    if (opened) await navigate(`${at}/${opened.pouchId}`);
  };
  const missing = id === '' ? words.endMissing : undefined;
  return (
    <section className="card stack" aria-label={words.openNew}>
      <Choice
        id="pouch-to"
        label={words.to}
        value={id}
        options={ends.map((end) => [end.id, end.name] as const)}
        change={choose}
        none={words.chooseEnd}
      />
      {act.trouble && <TroubleNotice trouble={act.trouble} />}
      <div className="row">
        <Button
          kind="main"
          isBusy={act.isBusy}
          shutBecause={line === 'down' ? words.needsLine : missing}
          onPress={() => void open()}
        >
          {words.openNew}
        </Button>
      </div>
    </section>
  );
};

/** By the number on a seal: what is not on its way to here is somebody else's. */
const SeekPouch = ({ pouches }: { readonly pouches: readonly Pouch[] }) => {
  const words = useWords({ vi, en });
  const { at } = usePlace();
  const navigate = useNavigate();
  const [typed, type] = useState('');
  const [missed, miss] = useState('');
  const seek = (number: string): void => {
    const found = meantIn(pouches, number);
    type(number);
    miss(found ? '' : number);
    if (found) void navigate(`${at}/${found.pouchId}`);
  };
  useScanner(({ text }) => seek(text));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== '') seek(typed.trim());
  };
  return (
    <form className="card stack" onSubmit={submit} aria-label={words.seek}>
      <Field
        id="pouch-seek"
        label={words.seek}
        value={typed}
        change={type}
        hint={words.seekHint}
        wrong={missed === '' ? undefined : words.notHere(missed)}
      />
      <div className="row">
        <Button type="submit">{words.seekAct}</Button>
      </div>
    </form>
  );
};

const Row = ({ pouch }: { readonly pouch: Pouch }) => {
  const words = useWords({ vi, en });
  const { at } = usePlace();
  return (
    <tr>
      <td>
        <Link to={`${at}/${pouch.pouchId}`}>{pouch.sealNumber ?? words.noSeal}</Link>
      </td>
      <td>{words.fromTo(pouch.from.name, pouch.to.name)}</td>
      <td className="number">{words.lines(setsIn(pouch))}</td>
      <td>{shortMoment(pouch.signatures.opened.at)}</td>
      <td>{pouch.countBy === undefined ? '' : shortMoment(pouch.countBy)}</td>
      <td>
        <PouchChip pouch={pouch} />
      </td>
    </tr>
  );
};

const Group = (p: { readonly group: PouchGroup; readonly pouches: readonly Pouch[] }) => {
  const words = useWords({ vi, en });
  const word = words.group[p.group];
  return (
    <section className="card stack" aria-label={word}>
      <h2>
        {word} <span className="soft">({p.pouches.length})</span>
      </h2>
      <Scrolls label={word}>
        <table className="pouches">
          <thead>
            <tr>
              <th scope="col">{words.pouch}</th>
              <th scope="col">{words.way}</th>
              <th scope="col" className="number">
                {words.inside}
              </th>
              <th scope="col">{words.since}</th>
              <th scope="col">{words.countBy}</th>
              <th scope="col">{words.where}</th>
            </tr>
          </thead>
          <tbody>
            {p.pouches.map((pouch) => (
              <Row key={pouch.pouchId} pouch={pouch} />
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
};

const Groups = ({ pouches }: { readonly pouches: readonly Pouch[] }) => {
  const words = useWords({ vi, en });
  const { place } = usePlace();
  if (pouches.length === 0) return <Empty>{words.none}</Empty>;
  return pouchGroups.map((group) => {
    const own = inOrder(pouches.filter((pouch) => groupOf(pouch, place) === group));
    return own.length > 0 && <Group key={group} group={group} pouches={own} />;
  });
};

/** Túi hồ sơ: all that is on its way from or to here, by where it is, the oldest first. */
export const ListPouches = () => {
  const words = useWords({ vi, en });
  const { read, again } = usePouches();
  const isOut = read?.ok === false && read.trouble.kind === 'no-answer';
  return (
    <div className="stack">
      <h1>{words.title}</h1>
      <OpenPouch />
      {!read && <Waiting />}
      {read?.ok === false && <TroubleNotice trouble={read.trouble} again={again} />}
      {isOut && <p className="soft">{words.notKept}</p>}
      {read?.ok && (
        <>
          <KeptNotice read={read.body} />
          <SeekPouch pouches={read.body.value} />
          <Groups pouches={read.body.value} />
          <LostResults />
          <div className="row">
            <Button onPress={again}>{words.refresh}</Button>
          </div>
        </>
      )}
    </div>
  );
};
