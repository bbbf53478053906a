import { useState } from 'react';
import type { Client } from '#api/client.ts';
import { formatDong } from '#domain/money/format-dong.ts';
import { purseNames } from '#domain/money/purses.ts';
import type { Told } from '../api/ask.ts';
import type { Contracts } from '../api/contracts.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Field } from '../kit/react/field.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { cursorAt, MorePages, type PagePlace, usePages } from '../kit/react/pages.tsx';
import { SecondPerson } from '../kit/react/second-person.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { ActAnswer } from './act-bar.tsx';
import { en } from './money-words.en.ts';
import { vi } from './money-words.vi.ts';
import { useAct } from './use-act.ts';

type GiveBack = Told<'GET /v1/give-backs'>['items'][number];

interface SettleProps {
  readonly it: GiveBack;
  readonly settled: (news: string) => void;
}

const confirming = (api: Client<Contracts>, { giveBackId }: GiveBack, key: string) =>
  api.call('POST /v1/give-backs/{giveBackId}/confirmation', {
    params: { giveBackId },
    body: {},
    key,
  });

/** The second person: at their own desk, or beside at the desk of whoever asked. */
const Confirm = ({ it, settled }: SettleProps) => {
  const words = useWords({ vi, en });
  const { api, me } = useDesk();
  const done = (): void => settled(words.giveBackDone(it.receipt));
  const act = useAct((key) => confirming(api, it, key), done);
  if (it.askedBy === me.id)
    return (
      <SecondPerson
        roles={['supervisor', 'clerk']}
        ask={(second, key) => confirming(second, it, key)}
        done={done}
        word={words.confirmBeside}
        help={words.confirmBesideHelp}
        sameSignatory={words.sameSignatory}
      />
    );
  return (
    <>
      <ActAnswer act={act} />
      <Button kind="main" isBusy={act.isBusy} onPress={act.act}>
        {words.confirmGiveBack}
      </Button>
    </>
  );
};

/** Taken back by who asked, or refused by who could have confirmed it; nothing has moved. */
const Refuse = ({ it, settled }: SettleProps) => {
  const words = useWords({ vi, en });
  const { api, me } = useDesk();
  const [reason, setReason] = useState('');
  const { giveBackId } = it;
  const act = useAct(
    (key) =>
      api.call('POST /v1/give-backs/{giveBackId}/refusal', {
        params: { giveBackId },
        body: { reason: reason.trim() },
        key,
      }),
    () => settled(words.giveBackRefused(it.receipt)),
  );
  const word = it.askedBy === me.id ? words.takeBackAsk : words.refuseGiveBack;
  return (
    <details>
      <summary>{word}</summary>
      <div className="row">
        <Field
          id={`refuse-${giveBackId}`}
          label={words.giveBackReason}
          value={reason}
          change={setReason}
        />
        <Button
          kind="danger"
          isBusy={act.isBusy}
          shutBecause={reason.trim() === '' ? words.reasonMissing : undefined}
          onPress={act.act}
        >
          {word}
        </Button>
      </div>
      <ActAnswer act={act} />
    </details>
  );
};

const Line = (p: SettleProps) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const { kind, receipt, purses, reason, signedBy, askedAt } = p.it;
  const sums = purseNames
    .filter((name) => purses[name] !== 0)
    .map((name) => `${kit.purse[name]} ${formatDong(purses[name])}`);
  return (
    <li className="card stack">
      <p>
        <strong>
          {words.giveBackKinds[kind]}: {receipt}
        </strong>{' '}
        <span className="soft">{shortMoment(askedAt)}</span>
      </p>
      <p>
        {sums.length === 0 ? words.nothingCame : sums.join(' · ')} · {reason}
        {signedBy !== undefined && ` · ${words.signed(signedBy)}`}
      </p>
      <div className="row">
        <Confirm {...p} />
      </div>
      <Refuse {...p} />
    </li>
  );
};

const Page = ({ settled, ...place }: PagePlace & { readonly settled: (news: string) => void }) => {
  const words = useWords({ vi, en });
  const query = cursorAt(place.after);
  const reading = useRead('GET /v1/give-backs', { query });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const { items, next } = reading.value;
  if (items.length === 0 && place.isFirst) return <p className="soft">{words.noGiveBacks}</p>;
  return (
    <>
      <ul className="drops">
        {items.map((it) => (
          <Line key={it.giveBackId} it={it} settled={settled} />
        ))}
      </ul>
      <MorePages {...place} next={next} />
    </>
  );
};

/** Đề nghị hoàn, hủy, sửa chờ người thứ hai: read when it is opened, for each reading is recorded. */
export const WaitingGiveBacks = ({ settled }: { readonly settled: (news: string) => void }) => {
  const words = useWords({ vi, en });
  const [isOpen, setOpen] = useState(false);
  const pages = usePages();
  return (
    <details className="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{words.waitingGiveBacks}</h2>
      </summary>
      {isOpen &&
        pages.map((place) => <Page key={place.after ?? ''} {...place} settled={settled} />)}
    </details>
  );
};
