import { useRef, useState } from 'react';
import type { Client } from '#api/client.ts';
import { type Heard, heard, isRefusedAs, type Trouble } from '../api/ask.ts';
import type { Contracts } from '../api/contracts.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { ActAnswer } from './act-bar.tsx';
import { differenceIn, type Shift } from './close-shift.tsx';
import { en } from './shift-words.en.ts';
import { vi } from './shift-words.vi.ts';
import { useAct } from './use-act.ts';

interface ConfirmProps {
  readonly shift: Shift;
  readonly confirmed: () => void;
}

const confirming = (api: Client<Contracts>, { shiftId, closing }: Shift, key: string) =>
  api.call('POST /v1/shifts/{shiftId}/confirm', {
    params: { shiftId },
    body: { differenceVnd: closing?.differenceVnd ?? 0 },
    key,
  });

type Beside = 'shut' | 'asked' | 'refused' | Trouble;

/** Whoever signs in beside confirms once, with a token of their own. */
const useSecond = ({ shift, confirmed }: ConfirmProps) => {
  const { another } = useDesk();
  const [beside, setBeside] = useState<Beside>('shut');
  const [key] = useState(() => crypto.randomUUID());
  // Who signs in after it was asked anew, or left, signs in for nothing.
  const asked = useRef(0);
  const ask = async (): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    setBeside('asked');
    const api = await another(['supervisor', 'clerk']).catch(() => undefined);
    if (turn !== asked.current) return;
    if (!api) return setBeside('refused');
    const answer: Heard<unknown> = await heard<unknown>(confirming(api, shift, key));
    if (!answer.ok) return setBeside(answer.trouble);
    setBeside('shut');
    confirmed();
  };
  const leave = (): void => {
    asked.current += 1;
    setBeside('shut');
  };
  return { beside, ask: () => void ask(), leave };
};

/** At the desk of whoever closed it: the second person signs in in a window of their own, for one act. */
const BySecond = (p: ConfirmProps) => {
  const words = useWords({ vi, en });
  const { beside, ask, leave } = useSecond(p);
  const trouble = typeof beside === 'object' ? beside : undefined;
  return (
    <>
      <Button onPress={ask}>{words.confirmHere}</Button>
      <Dialog title={words.confirmHere} isOpen={beside !== 'shut'} close={leave}>
        <div className="stack">
          <p>{words.confirmWindow}</p>
          {beside === 'refused' && <p className="notice">{words.loginRefused}</p>}
          {trouble && <TroubleNotice trouble={trouble} />}
          {isRefusedAs(trouble, 'same-signatory') && <p>{words.sameSignatory}</p>}
          <div className="row">
            <Button kind="main" onPress={ask}>
              {words.confirmAgain}
            </Button>
            <Button onPress={leave}>{words.back}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
};

const ByMe = ({ shift, confirmed }: ConfirmProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const act = useAct((key) => confirming(api, shift, key), confirmed);
  return (
    <>
      <ActAnswer act={act} />
      <Button kind="main" isBusy={act.isBusy} onPress={act.act}>
        {words.confirmMine}
      </Button>
    </>
  );
};

/** Xác nhận chênh lệch: under exactly the difference that is shown, by neither its clerk nor who counted. */
export const ConfirmShift = (p: ConfirmProps) => {
  const words = useWords({ vi, en });
  const { me } = useDesk();
  const { clerk, closing } = p.shift;
  if (!closing) return null;
  const isMine = me.id === clerk || me.id === closing.countedBy;
  return (
    <div className="stack">
      <p>
        <strong>{differenceIn(words, closing.differenceVnd)}</strong>{' '}
        {closing.explanation !== undefined && `${words.explained}: ${closing.explanation}`}
      </p>
      <div className="row">{isMine ? <BySecond {...p} /> : <ByMe {...p} />}</div>
    </div>
  );
};
