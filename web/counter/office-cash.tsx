import { formatDong } from '#domain/money/format-dong.ts';
import type { Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { useWords } from '../kit/react/language.tsx';
import { PurseTable } from '../kit/react/purse-table.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { CloseShift, differenceIn, type Shift } from './close-shift.tsx';
import { ConfirmShift } from './confirm-shift.tsx';
import { en } from './shift-words.en.ts';
import { vi } from './shift-words.vi.ts';

interface ChangingProps {
  /** Something was counted or confirmed: the money is read anew. */
  readonly changed: (news: string) => void;
}

/** Whose drawer, since when, and how it stands. */
const DrawerHead = ({ shift }: { readonly shift: Shift }) => {
  const words = useWords({ vi, en });
  return (
    <p>
      <strong>{shift.clerkName ?? words.nameless}</strong> ·{' '}
      {words.since(shortMoment(shift.openedAt))} · {words.state[shift.state]}
    </p>
  );
};

const Unconfirmed = ({
  drawers,
  changed,
}: ChangingProps & { readonly drawers: readonly Shift[] }) => {
  const words = useWords({ vi, en });
  if (drawers.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="waiting-drawers">
      <h3 id="waiting-drawers">{words.waitingDrawers}</h3>
      <ul className="drops">
        {drawers.map((shift) => (
          <li key={`${shift.shiftId}-${shift.version}`} className="card stack">
            <DrawerHead shift={shift} />
            <ConfirmShift shift={shift} confirmed={() => changed(words.confirmed)} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Cash = ({ cash, changed }: ChangingProps & { readonly cash: Told<'GET /v1/cash'> }) => {
  const words = useWords({ vi, en });
  return (
    <>
      <div className="pair">
        <PurseTable caption={words.safe} purses={cash.safe} />
        <PurseTable caption={words.atDoors} purses={cash.atDoors} />
      </div>
      {cash.differenceVnd !== 0 && (
        <p className="notice">
          <strong>{words.difference}:</strong> {differenceIn(words, cash.differenceVnd)}
        </p>
      )}
      <h3>{words.openDrawers}</h3>
      {cash.open.length === 0 && <p className="soft">{words.noDrawers}</p>}
      <ul className="drops">
        {cash.open.map((shift) => (
          <li key={shift.shiftId} className="row">
            <DrawerHead shift={shift} />
            <span>
              {words.cash}: {formatDong(shift.cashVnd)}
            </span>
          </li>
        ))}
      </ul>
      <Unconfirmed drawers={cash.unconfirmed} changed={changed} />
    </>
  );
};

/** Tồn quỹ của bưu cục: safe, couriers, open drawers, and what waits for a second person. */
export const OfficeCash = ({ changed }: ChangingProps) => {
  const words = useWords({ vi, en });
  const reading = useRead('GET /v1/cash', { query: {} });
  return (
    <section className="card stack" aria-labelledby="office-cash">
      <h2 id="office-cash">{words.office}</h2>
      {reading.state === 'waiting' && <Waiting />}
      {reading.state === 'trouble' && (
        <TroubleNotice trouble={reading.trouble} again={reading.again} />
      )}
      {reading.state === 'here' && <Cash cash={reading.value} changed={changed} />}
    </section>
  );
};

/** Ca bỏ ngỏ: of somebody who is not there, counted by one and confirmed by another. */
export const LeftOpen = ({ changed }: ChangingProps) => {
  const words = useWords({ vi, en });
  const { me } = useDesk();
  const reading = useRead('GET /v1/shifts/left-open', { query: {} });
  if (reading.state === 'waiting') return null;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const others = reading.value.items.filter(
    ({ clerk, state }) => clerk !== me.id && state === 'open',
  );
  if (others.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="left-open">
      <h2 id="left-open">{words.leftOpen}</h2>
      <p className="soft">{words.leftOpenHelp}</p>
      <ul className="drops">
        {others.map((shift) => (
          <li key={shift.shiftId}>
            <DrawerHead shift={shift} />
            <details>
              <summary>{words.countFor}</summary>
              <CloseShift shift={shift} isForAnother closed={() => changed(words.waits)} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
};
