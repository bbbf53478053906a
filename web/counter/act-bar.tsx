import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { useKeys } from '../kit/react/use-keys.ts';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';
import type { Act } from './use-act.ts';

/** F9: the one thing to do next, or why not yet. */
export const ActBar = (p: {
  readonly act: Act;
  readonly word: string;
  readonly shutBecause: string | undefined;
}) => {
  const words = useWords({ vi, en });
  const { act, isBusy, trouble, isUnknown } = p.act;
  useKeys([['F9', () => p.shutBecause === undefined && act()]]);
  return (
    <div className="act stack">
      {trouble && <TroubleNotice trouble={trouble} />}
      {isUnknown && <p className="notice">{words.unknown}</p>}
      <div className="row">
        <Button kind="main" shortcut="F9" isBusy={isBusy} shutBecause={p.shutBecause} onPress={act}>
          {p.word}
        </Button>
      </div>
    </div>
  );
};
