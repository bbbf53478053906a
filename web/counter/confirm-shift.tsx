import type { Client } from '#api/client.ts';
import type { Contracts } from '../api/contracts.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { SecondPerson } from '../kit/react/second-person.tsx';
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

/** At the desk of whoever closed it. */
const BySecond = ({ shift, confirmed }: ConfirmProps) => {
  const words = useWords({ vi, en });
  return (
    <SecondPerson
      roles={['supervisor', 'clerk']}
      ask={(api, key) => confirming(api, shift, key)}
      done={confirmed}
      word={words.confirmHere}
      help={words.confirmWindow}
      sameSignatory={words.sameSignatory}
    />
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
