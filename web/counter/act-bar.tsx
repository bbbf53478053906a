import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { useKeys } from '../kit/react/use-keys.ts';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';
import type { Act } from './use-act.ts';

/** What came of an act that is not done: refused, or nobody knows. */
export const ActAnswer = ({ act: { trouble, isUnknown } }: { readonly act: Act }) => {
  const words = useWords({ vi, en });
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} />}
      {isUnknown && <p className="notice">{words.unknown}</p>}
    </>
  );
};

/** In a dialog: an act that cannot be undone, what came of it, and the way back. */
export const AskedAct = (p: {
  readonly act: Act;
  readonly word: string;
  readonly shutBecause: string | undefined;
  readonly cancel: { readonly word: string; readonly press: () => void };
}) => (
  <>
    <ActAnswer act={p.act} />
    <div className="row">
      <Button kind="danger" isBusy={p.act.isBusy} shutBecause={p.shutBecause} onPress={p.act.act}>
        {p.word}
      </Button>
      <Button onPress={p.cancel.press}>{p.cancel.word}</Button>
    </div>
  </>
);

/** F9: the one thing to do next, or why not yet. */
export const ActBar = (p: {
  readonly act: Act;
  readonly word: string;
  readonly shutBecause: string | undefined;
}) => {
  const { act, isBusy } = p.act;
  useKeys([['F9', () => p.shutBecause === undefined && act()]]);
  return (
    <div className="act stack">
      <ActAnswer act={p.act} />
      <div className="row">
        <Button kind="main" shortcut="F9" isBusy={isBusy} shutBecause={p.shutBecause} onPress={act}>
          {p.word}
        </Button>
      </div>
    </div>
  );
};
