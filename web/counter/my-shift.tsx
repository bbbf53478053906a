import { type ReactNode, useState } from 'react';
import { formatDong } from '#domain/money/format-dong.ts';
import type { Asking } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { PurseTable } from '../kit/react/purse-table.tsx';
import { ActAnswer } from './act-bar.tsx';
import { CloseShift, type Shift } from './close-shift.tsx';
import { amountOf } from './note-count.ts';
import { en } from './shift-words.en.ts';
import { vi } from './shift-words.vi.ts';
import { useAct } from './use-act.ts';

interface AmountProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly word: string;
  readonly ask: (amountVnd: number, key: string) => Asking<unknown>;
  readonly done: () => void;
}

/** One sum of notes, and the act that moves it. */
const AmountForm = (p: AmountProps) => {
  const words = useWords({ vi, en });
  const [typed, type] = useState('');
  const amount = amountOf(typed);
  const act = useAct((key) => p.ask(amount ?? 0, key), p.done);
  return (
    <div className="stack">
      <Field
        id={p.id}
        label={p.label}
        value={typed}
        change={type}
        inputMode="numeric"
        hint={p.hint}
        wrong={typed.trim() !== '' && amount === undefined ? words.amountFlaw : undefined}
      />
      <ActAnswer act={act} />
      <div className="row">
        <Button
          kind="main"
          isBusy={act.isBusy}
          shutBecause={amount === undefined ? words.amountMissing : undefined}
          onPress={act.act}
        >
          {p.word}
        </Button>
      </div>
    </div>
  );
};

/** Mở ca: the change that the office gives along. */
export const OpenShift = ({ opened }: { readonly opened: () => void }) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  return (
    <>
      <p>{words.none}</p>
      <AmountForm
        id="shift-float"
        label={words.float}
        hint={words.floatHint}
        word={words.open}
        ask={(floatVnd, key) => api.call('POST /v1/shifts', { body: { floatVnd }, key })}
        done={opened}
      />
    </>
  );
};

/** What a drawer has: purse by purse as the books say, and the notes that should lie in it. */
export const ShiftFacts = ({ shift }: { readonly shift: Shift }) => {
  const words = useWords({ vi, en });
  return (
    <>
      <p className="soft">
        {words.since(shortMoment(shift.openedAt))} · {words.movements(shift.movements)}
      </p>
      <div className="drawer-facts stack">
        <PurseTable caption={words.purses} purses={shift.drawer} />
        <dl className="sums">
          <dt>{words.floatFact}</dt>
          <dd>{formatDong(shift.floatVnd)}</dd>
          <dt>{words.dropped}</dt>
          <dd>{formatDong(shift.droppedVnd)}</dd>
          <dt>{words.cash}</dt>
          <dd>
            <strong>{formatDong(shift.cashVnd)}</strong>
          </dd>
        </dl>
      </div>
    </>
  );
};

interface DrawerProps {
  readonly shift: Shift;
  readonly dropped: () => void;
  readonly closed: (shift: Shift) => void;
}

/** The open drawer of whoever sits here. */
export const MyDrawer = ({ shift, dropped, closed }: DrawerProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  return (
    <>
      <ShiftFacts shift={shift} />
      <details key={`drop-${shift.version}`}>
        <summary>{words.drop}</summary>
        <AmountForm
          id="shift-drop"
          label={words.dropAmount}
          word={words.drop}
          ask={(amountVnd, key) =>
            api.call('POST /v1/shifts/current/drops', { body: { amountVnd }, key })
          }
          done={dropped}
        />
      </details>
      <details>
        <summary>{words.close}</summary>
        <CloseShift shift={shift} closed={closed} />
      </details>
    </>
  );
};
