import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isRefusedAs, type RouteName } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import type { Shift } from './close-shift.tsx';
import './counter.css';
import { MyDrawer, OpenShift } from './my-shift.tsx';
import { LeftOpen, OfficeCash } from './office-cash.tsx';
import { en } from './shift-words.en.ts';
import { vi } from './shift-words.vi.ts';
import { WaitingGiveBacks } from './waiting-give-backs.tsx';

const read: readonly RouteName[] = [
  'GET /v1/shifts/current',
  'GET /v1/shifts/left-open',
  'GET /v1/cash',
  'GET /v1/give-backs',
];

interface MineProps {
  readonly changed: (news: string) => void;
}

const Mine = ({ changed }: MineProps) => {
  const words = useWords({ vi, en });
  const reading = useRead('GET /v1/shifts/current');
  const closed = ({ state }: Shift): void =>
    changed(state === 'confirmed' ? words.closedBalanced : words.waits);
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'here')
    return <MyDrawer shift={reading.value} dropped={() => changed('')} closed={closed} />;
  if (isRefusedAs(reading.trouble, 'shift-unknown'))
    return <OpenShift opened={() => changed('')} />;
  return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
};

/** Ca và quỹ: one's own drawer from opening to close, and the office's money beside it. */
export const ShowShift = () => {
  const words = useWords({ vi, en });
  const queries = useQueryClient();
  const [news, say] = useState('');
  const changed = (what: string): void => {
    say(what);
    for (const name of read) void queries.invalidateQueries({ queryKey: [name] });
  };
  return (
    <div className="stack">
      <h1>{words.title}</h1>
      <p role="status">{news !== '' && `● ${news}`}</p>
      <section className="card stack" aria-labelledby="my-shift">
        <h2 id="my-shift">{words.mine}</h2>
        <Mine changed={changed} />
      </section>
      <LeftOpen changed={changed} />
      <OfficeCash changed={changed} />
      <WaitingGiveBacks settled={changed} />
      <div className="row">
        <Button onPress={() => changed('')}>{words.refresh}</Button>
      </div>
    </div>
  );
};
