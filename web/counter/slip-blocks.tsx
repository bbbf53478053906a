import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { slipsInBlock } from '#domain/identifiers/temporary-number.ts';
import type { Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { Scrolls } from '../kit/react/scrolls.tsx';
import { Empty, TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { useKeys } from '../kit/react/use-keys.ts';
import { ActAnswer } from './act-bar.tsx';
import './counter.css';
import { deviceNamed, sizeTyped } from './block.ts';
import { en } from './block-words.en.ts';
import { vi } from './block-words.vi.ts';
import { SlipBlock } from './slip-block.tsx';
import { useAct } from './use-act.ts';

type Head = Told<'GET /v1/temporary-blocks'>['items'][number];

/** As one counter is called on one device, it is called the next time. */
const deviceKept = 'slip-device';

/** Lĩnh dải số tạm, for one counter. */
const Lease = () => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [device, setDevice] = useState(localStorage.getItem(deviceKept) ?? '');
  const [size, setSize] = useState('20');
  const [isTried, setTried] = useState(false);
  const named = deviceNamed(device);
  const count = sizeTyped(size, slipsInBlock);
  const body = { device: named, ...(count !== undefined && { size: count }) };
  const leasing = useAct(
    (key) => api.call('POST /v1/temporary-blocks', { body, key }),
    ({ block }) => {
      localStorage.setItem(deviceKept, device);
      void queries.invalidateQueries({ queryKey: ['GET /v1/temporary-blocks'] });
      void navigate(`/quay/phieu-tam?d=${block}`);
    },
  );
  const lease = (): void => {
    setTried(true);
    if (named !== '' && count !== undefined) leasing.act();
  };
  useKeys([['F9', lease]]);
  return (
    <section className="card stack" aria-labelledby="lease">
      <h2 id="lease">{words.lease}</h2>
      <div className="pair">
        <Field
          id="lease-device"
          label={words.device}
          value={device}
          change={setDevice}
          wrong={isTried && named === '' ? words.deviceMissing : undefined}
          hint={named === '' || named === device ? undefined : words.deviceAs(named)}
        />
        <Field
          id="lease-size"
          label={words.size}
          value={size}
          change={setSize}
          inputMode="numeric"
          wrong={count === undefined ? words.sizeWrong(slipsInBlock) : undefined}
        />
      </div>
      <ActAnswer act={leasing} />
      <div className="row">
        <Button kind="main" shortcut="F9" isBusy={leasing.isBusy} onPress={lease}>
          {words.leaseAct}
        </Button>
      </div>
    </section>
  );
};

const Counts = ({ counts }: Pick<Head, 'counts'>) => {
  const { slipState } = useWords({ vi, en });
  const states = (['blank', 'used', 'void', 'returned', 'missing'] as const).filter(
    (state) => counts[state] > 0,
  );
  return states.map((state) => `${counts[state]} ${slipState[state]}`).join(' · ');
};

type State = 'open' | 'closed';

const Page = ({ state, after, ...place }: PagePlace & { readonly state: State }) => {
  const words = useWords({ vi, en });
  const query = after === undefined ? { state } : { state, after };
  const reading = useRead('GET /v1/temporary-blocks', { query });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { items, next } = reading.value;
  if (items.length === 0 && after === undefined) return <Empty>{words.empty[state]}</Empty>;
  return (
    <>
      <Scrolls label={words.blocks}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns.block}</th>
              <th scope="col">{words.columns.device}</th>
              <th scope="col">{words.columns.leased}</th>
              <th scope="col">{words.columns.counts}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ block, device, leasedAt, counts }) => (
              <tr key={block}>
                <th scope="row">
                  <Link to={`?d=${block}`}>{words.block(block)}</Link>
                </th>
                <td>{device}</td>
                <td>{shortMoment(leasedAt)}</td>
                <td>
                  <Counts counts={counts} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      <MorePages {...place} next={next} />
    </>
  );
};

const List = ({ state }: { readonly state: State }) =>
  usePages().map((place) => <Page key={place.after ?? ''} {...place} state={state} />);

const Blocks = ({ state }: { readonly state: State }) => {
  const words = useWords({ vi, en });
  return (
    <>
      <p className="soft">{words.lead}</p>
      <Lease />
      <section className="card stack" aria-labelledby="blocks">
        <h2 id="blocks">{words.blocks}</h2>
        <nav className="row" aria-label={words.blocks}>
          {(['open', 'closed'] as const).map((each) => (
            <Link
              key={each}
              to={each === 'open' ? '?' : '?o=closed'}
              replace
              {...(each === state && { 'aria-current': 'page' as const })}
            >
              {words.state[each]}
            </Link>
          ))}
        </nav>
        <List key={state} state={state} />
      </section>
    </>
  );
};

/** Phiếu tạm in the drawer: leased, printed, void, closed. */
export const SlipBlocks = () => {
  const words = useWords({ vi, en });
  const [query] = useSearchParams();
  const block = query.get('d');
  return (
    <div className="stack">
      <h1>{words.title}</h1>
      {block === null ? (
        <Blocks state={query.get('o') === 'closed' ? 'closed' : 'open'} />
      ) : (
        <SlipBlock key={block} block={block} />
      )}
    </div>
  );
};
