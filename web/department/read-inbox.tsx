import './department.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAct } from '../api/act.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { Empty, TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { useLetterKeys } from '../kit/react/use-letter-keys.ts';
import { FilterInbox } from './filter-inbox.tsx';
import { InboxTable } from './inbox-table.tsx';
import {
  countOf,
  type InboxTab,
  inboxTabs,
  isHeld,
  moved,
  type Pulse,
  tabIn,
} from './inbox-tabs.ts';
import { KeyHelp } from './key-help.tsx';
import { type Filter, pull, useInbox, usePulse } from './use-inbox.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

const atOnce = 5;
const linesShown = 50;

const Tabs = (p: {
  readonly tab: InboxTab;
  readonly pulse: Pulse | undefined;
  readonly go: (tab: InboxTab) => void;
}) => {
  const words = useWords({ vi, en });
  return (
    <nav className="tabs" aria-label={words.lists}>
      {inboxTabs.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-current={tab === p.tab ? 'page' : undefined}
          onClick={() => p.go(tab)}
        >
          {words.tab[tab]} <b>{countOf(tab, p.pulse)}</b>
        </button>
      ))}
    </nav>
  );
};

/** Pulls, and says what came of it. */
const usePulling = () => {
  const desk = useDesk();
  const queries = useQueryClient();
  const act = useAct();
  const [pulled, setPulled] = useState<number>();
  const take = async (dossierIds?: readonly string[]) => {
    const max = dossierIds?.length ?? atOnce;
    setPulled(undefined);
    const answer = await act.run((key) =>
      pull(desk, { max, key, ...(dossierIds && { dossierIds }) }),
    );
    if (!answer) return undefined;
    setPulled(answer.leased.length);
    await queries.invalidateQueries({ queryKey: ['inbox'] });
    await queries.invalidateQueries({ queryKey: ['pulse'] });
    return answer.leased;
  };
  return { ...act, pulled, take };
};

/** Which line one stands on, which are chosen, and what opening one does. */
const useLines = (tab: InboxTab, filter: Filter) => {
  const [limit, setLimit] = useState(linesShown);
  const { read, again } = useInbox({ tab, limit, ...filter });
  const items = read?.ok ? read.body.items : [];
  const [at, stand] = useState<string>();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const ids = items.map(({ dossierId }) => dossierId);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  const here = at !== undefined && ids.includes(at) ? at : undefined;
  return {
    read,
    again,
    items,
    here,
    chosen: ids.filter((id) => chosen.has(id)).slice(0, 20),
    toggle,
    stand,
    unchoose: () => choose(new Set()),
    go: (by: 1 | -1) => stand(moved(ids, here, by)),
    showMore: () => setLimit(limit + linesShown),
  };
};

/** D1 · Hộp hồ sơ: what waits, who holds what until when, and taking it. */
export const ReadInbox = () => {
  const words = useWords({ vi, en });
  const { me } = useDesk();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const tab = tabIn(search.get('muc'));
  const [filter, setFilter] = useState<Filter>({ procedure: '', dueBefore: '' });
  const pulse = usePulse();
  const lines = useLines(tab, filter);
  const pulling = usePulling();
  const now = pulse?.now ?? me.now;
  const open = async (id: string | undefined): Promise<void> => {
    const line = lines.items.find(({ dossierId }) => dossierId === id);
    if (!line) return;
    // Whoever opens what is free wants to work on it; what a colleague holds can only be read.
    const isFree = tab === 'waiting' && !isHeld(line, now);
    if (isFree && !(await pulling.take([line.dossierId]))) return;
    void navigate(`/so/ho-so/${line.dossierId}`);
  };
  const take = (): void => {
    if (lines.chosen.length === 0) void pulling.take();
    else void pulling.take(lines.chosen).then(lines.unchoose);
  };
  useLetterKeys({
    j: () => lines.go(1),
    k: () => lines.go(-1),
    arrowdown: () => lines.go(1),
    arrowup: () => lines.go(-1),
    x: () => lines.here && lines.toggle(lines.here),
    enter: () => void open(lines.here),
    p: tab === 'waiting' ? take : undefined,
  });
  const chosen = lines.chosen.length;
  return (
    <div className="stack">
      <div className="row between">
        <h1>{words.inbox}</h1>
        <KeyHelp of="inbox" />
      </div>
      <Tabs tab={tab} pulse={pulse} go={(to) => setSearch({ muc: to })} />
      <div className="row between">
        <FilterInbox filter={filter} change={setFilter} />
        {tab === 'waiting' && (
          <Button kind="main" shortcut="P" isBusy={pulling.isBusy} onPress={take}>
            {chosen > 0 ? words.pullChosen(chosen) : words.pull(atOnce)}
          </Button>
        )}
      </div>
      <p role="status" className="soft">
        {pulling.pulled === undefined ? '' : words.pulled(pulling.pulled)}
      </p>
      {pulling.trouble && <TroubleNotice trouble={pulling.trouble} />}
      <Lines tab={tab} lines={lines} now={now} open={(id) => void open(id)} />
    </div>
  );
};

const Lines = (p: {
  readonly tab: InboxTab;
  readonly lines: ReturnType<typeof useLines>;
  readonly now: string;
  readonly open: (id: string) => void;
}) => {
  const words = useWords({ vi, en });
  const { read, again, items, showMore } = p.lines;
  if (!read) return <Waiting />;
  if (!read.ok) return <TroubleNotice trouble={read.trouble} again={again} />;
  if (items.length === 0) return <Empty>{words.empty[p.tab]}</Empty>;
  return (
    <>
      <InboxTable
        items={items}
        now={p.now}
        here={p.lines.here}
        chosen={p.lines.chosen}
        mayChoose={p.tab === 'waiting'}
        toggle={p.lines.toggle}
        open={p.open}
      />
      {read.body.isMore && <Button onPress={showMore}>{words.more}</Button>}
    </>
  );
};
