import { type ReactNode, useRef, useState } from 'react';
import type { Client } from '#api/client.ts';
import type { Role } from '#domain/actor/actor.ts';
import { type Asking, type Heard, heard, isRefusedAs, type Trouble } from '../../api/ask.ts';
import type { Contracts } from '../../api/contracts.ts';
import { useDesk, useLineState } from '../../api/staff.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useKitWords } from './language.tsx';
import { TroubleNotice } from './states.tsx';

interface SecondProps<T> {
  /** In which of these roles they act: the first that they have. */
  readonly roles: readonly Role[];
  readonly ask: (api: Client<Contracts>, key: string) => Asking<T>;
  readonly done: (body: T) => void;
}

type Beside = 'shut' | 'asked' | 'refused' | Trouble;

/** Whoever signs in beside acts once, with a token of their own. */
const useSecond = <T,>({ roles, ask: send, done }: SecondProps<T>) => {
  const { another } = useDesk();
  const [beside, setBeside] = useState<Beside>('shut');
  const [key] = useState(() => crypto.randomUUID());
  // Who signs in after it was asked anew, or left, signs in for nothing.
  const asked = useRef(0);
  const ask = async (): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    setBeside('asked');
    const api = await another(roles).catch(() => undefined);
    if (turn !== asked.current) return;
    if (!api) return setBeside('refused');
    const answer: Heard<T> = await heard<T>(send(api, key));
    if (!answer.ok) return setBeside(answer.trouble);
    setBeside('shut');
    done(answer.body);
  };
  const leave = (): void => {
    asked.current += 1;
    setBeside('shut');
  };
  return { beside, ask: () => void ask(), leave };
};

/** At somebody's desk: a second person signs in in a window of their own, for one act. */
export const SecondPerson = <T,>(
  p: SecondProps<T> & {
    readonly word: string;
    /** Whose signature it is, and what it says. */
    readonly help: string;
    /** What to do where it was the wrong person. */
    readonly sameSignatory: ReactNode;
    readonly kind?: 'main';
    readonly shutBecause?: string | undefined;
  },
) => {
  const words = useKitWords();
  const line = useLineState();
  const { beside, ask, leave } = useSecond(p);
  const trouble = typeof beside === 'object' ? beside : undefined;
  const shutBecause = p.shutBecause ?? (line === 'down' ? words.secondNeedsLine : undefined);
  return (
    <>
      <Button kind={p.kind ?? 'quiet'} shutBecause={shutBecause} onPress={ask}>
        {p.word}
      </Button>
      <Dialog title={p.word} isOpen={beside !== 'shut'} close={leave}>
        <div className="stack">
          <p>{p.help}</p>
          {beside === 'refused' && <p className="notice">{words.loginRefused}</p>}
          {trouble && <TroubleNotice trouble={trouble} />}
          {isRefusedAs(trouble, 'same-signatory') && <p>{p.sameSignatory}</p>}
          <div className="row">
            <Button kind="main" onPress={ask}>
              {words.loginAgain}
            </Button>
            <Button onPress={leave}>{words.back}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
};
