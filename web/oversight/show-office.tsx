import { useState } from 'react';
import { formatDong } from '#domain/money/format-dong.ts';
import type { Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { Choice } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { PurseTable } from '../kit/react/purse-table.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import './oversight.css';
import { OfficeDevices } from './office-devices.tsx';
import type { OfficeProps } from './office-props.ts';
import { OfficeRatings } from './office-ratings.tsx';
import { en } from './words.en.ts';
import type { OversightWords } from './words.vi.ts';
import { vi } from './words.vi.ts';

const differenceIn = (words: OversightWords, differenceVnd: number): string => {
  if (differenceVnd === 0) return words.noDifference;
  return differenceVnd < 0
    ? words.short(formatDong(-differenceVnd))
    : words.over(formatDong(differenceVnd));
};

const CashFacts = ({ cash }: { readonly cash: Told<'GET /v1/cash'> }) => {
  const words = useWords({ vi, en });
  return (
    <>
      <div className="pair">
        <PurseTable caption={words.safe} purses={cash.safe} />
        <PurseTable caption={words.atDoors} purses={cash.atDoors} />
      </div>
      <p>
        {words.drawersOpen(cash.open.length)} {words.drawersWait(cash.unconfirmed.length)}
      </p>
      <p className={cash.differenceVnd === 0 ? 'soft' : 'notice'}>
        {differenceIn(words, cash.differenceVnd)}
      </p>
    </>
  );
};

const Cash = ({ office }: OfficeProps) => {
  const words = useWords({ vi, en });
  const reading = useRead('GET /v1/cash', { query: { office } });
  return (
    <section className="card stack" aria-labelledby="office-cash">
      <h2 id="office-cash">{words.cash}</h2>
      {reading.state === 'waiting' && <Waiting />}
      {reading.state === 'trouble' && (
        <TroubleNotice trouble={reading.trouble} again={reading.again} />
      )}
      {reading.state === 'here' && <CashFacts cash={reading.value} />}
    </section>
  );
};

const WaitFacts = ({ waits }: { readonly waits: Told<'GET /v1/queue/figures'> }) => {
  const words = useWords({ vi, en });
  const facts: readonly (readonly [string, number | undefined])[] = [
    [words.waitsTaken, waits.taken],
    [words.waitsServed, waits.served],
    [words.waitsAbsent, waits.absent],
    [words.waitsWaiting, waits.waiting],
    [words.waitsMedian, waits.medianMinutes],
    [words.waitsNinety, waits.p90Minutes],
    [words.waitsLongest, waits.longestMinutes],
  ];
  return (
    <table>
      <tbody>
        {facts.map(([word, figure]) => (
          <tr key={word}>
            <th scope="row">{word}</th>
            <td className="number">{figure ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Waits = ({ office }: OfficeProps) => {
  const words = useWords({ vi, en });
  const { now } = useDesk();
  const [day, setDay] = useState(() => now().slice(0, 10));
  const reading = useRead('GET /v1/queue/figures', { query: { day, office } });
  return (
    <section className="card stack" aria-labelledby="office-waits">
      <h2 id="office-waits">{words.waits}</h2>
      <div className="field">
        <label htmlFor="waits-day">{words.waitsDay}</label>
        <input
          id="waits-day"
          type="date"
          value={day}
          onChange={({ target }) => target.value !== '' && setDay(target.value)}
        />
      </div>
      {reading.state === 'waiting' && <Waiting />}
      {reading.state === 'trouble' && (
        <TroubleNotice trouble={reading.trouble} again={reading.again} />
      )}
      {reading.state === 'here' && <WaitFacts waits={reading.value} />}
    </section>
  );
};

/** Bưu cục: one office's money, devices, waiting and ratings. */
export const ShowOffice = () => {
  const words = useWords({ vi, en });
  const offices = useRead('GET /v1/post-offices');
  const [office, setOffice] = useState('');
  if (offices.state === 'waiting') return <Waiting />;
  if (offices.state === 'trouble')
    return <TroubleNotice trouble={offices.trouble} again={offices.again} />;
  return (
    <div className="stack">
      <h1>{words.office}</h1>
      <p className="soft">{words.officeLead}</p>
      <Choice
        id="which-office"
        label={words.officeAsk}
        value={office}
        none={words.choose}
        options={offices.value.items.map(({ id, name }) => [id, name])}
        change={setOffice}
      />
      {office !== '' && (
        <div key={office} className="stack">
          <Cash office={office} />
          <Waits office={office} />
          <OfficeDevices office={office} />
          <OfficeRatings office={office} />
        </div>
      )}
    </div>
  );
};
