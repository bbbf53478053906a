import { useCallback, useRef, useState } from 'react';
import type { Heard, Trouble } from './ask.ts';

export interface Acting {
  readonly isBusy: boolean;
  readonly trouble: Trouble | undefined;
  /** The answer's body; undefined where there was none, which is then shown as `trouble`. */
  readonly run: <T>(send: (key: string) => Promise<Heard<T>>) => Promise<T | undefined>;
  readonly forget: () => void;
}

/**
 * One act at a time. Its key is kept while nobody knows what became of it, so that a second press is the
 * same act; a refusal has left nothing behind, and what comes after it is another.
 */
export const useAct = (): Acting => {
  const key = useRef<string>(undefined);
  const busy = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const run = useCallback<Acting['run']>(async (send) => {
    if (busy.current) return undefined;
    busy.current = true;
    setBusy(true);
    setTrouble(undefined);
    key.current ??= crypto.randomUUID();
    const answer = await send(key.current);
    if (answer.ok || answer.trouble.kind === 'refused') key.current = undefined;
    busy.current = false;
    setBusy(false);
    if (answer.ok) return answer.body;
    setTrouble(answer.trouble);
    return undefined;
  }, []);
  const forget = useCallback(() => setTrouble(undefined), []);
  return { isBusy, trouble, run, forget };
};
