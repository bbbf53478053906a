import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { useLetterKeys } from '../kit/react/use-letter-keys.ts';
import type { DossierTold } from './choices.ts';
import type { Holding } from './use-lease.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

interface BarProps {
  readonly dossier: DossierTold;
  readonly holding: Holding;
  /** Reads the dossier again, to see who holds it. */
  readonly again: () => void;
}

const Said = ({ dossier: { department }, holding: { state } }: BarProps) => {
  const words = useWords({ vi, en });
  if (state === 'lost') return words.lost;
  if (state === 'none') return words.unheld;
  const name = department?.leasedBy?.name ?? department?.leasedBy?.id ?? '';
  return words.heldByOther(name, shortMoment(department?.leasedUntil ?? ''));
};

const Take = ({ holding, again }: BarProps) => {
  const words = useWords({ vi, en });
  const { state, isBusy, take } = holding;
  if (state === 'other') return null;
  const isLost = state === 'lost';
  return (
    <div className="row">
      <Button kind="main" isBusy={isBusy} shortcut="N" onPress={() => void take()}>
        {isLost ? words.holdAgain : words.take}
      </Button>
      {isLost && <Button onPress={again}>{words.whoHolds}</Button>}
    </div>
  );
};

const hasNoHolder: readonly string[] = [
  'approving',
  'closed',
  'with-citizen',
  'withdrawing',
  'stopped',
];

/** Who holds it, and what to do where that is not the one who looks. */
export const HoldingBar = (p: BarProps) => {
  const words = useWords({ vi, en });
  const { state, lease, trouble, take } = p.holding;
  const mayTake = state === 'none' || state === 'lost';
  useLetterKeys({ n: mayTake ? () => void take() : undefined });
  if (hasNoHolder.includes(p.dossier.department?.inbox ?? 'closed')) return null;
  if (state === 'mine')
    return <p className="soft">{words.heldUntil(shortMoment(lease?.until ?? ''))}</p>;
  return (
    <div className={state === 'lost' ? 'notice' : 'card stack'}>
      <b role="status">
        <Said {...p} />
      </b>
      {state === 'lost' && <p>{words.lostHelp}</p>}
      <Take {...p} />
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  );
};
