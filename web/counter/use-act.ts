import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Asking, type Heard, heard, type Trouble } from '../api/ask.ts';
import { forgetLists } from './forget-lists.ts';
import { isUnknown } from './use-open-dossier.ts';

/** An act on a dossier: pressed twice it is one, and while its end is unknown it keeps its key. */
export const useAct = <T>(ask: (key: string) => Asking<T>, done: (body: T) => void) => {
  const key = useRef('');
  const queries = useQueryClient();
  const isUnderWay = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const act = async (): Promise<void> => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(true);
    if (key.current === '') key.current = crypto.randomUUID();
    const answer: Heard<T> = await heard<T>(ask(key.current));
    isUnderWay.current = false;
    setBusy(false);
    const failed = answer.ok ? undefined : answer.trouble;
    setTrouble(failed);
    if (!isUnknown(failed)) key.current = '';
    if (!answer.ok) return;
    forgetLists(queries);
    done(answer.body);
  };
  return { act: () => void act(), isBusy, trouble, isUnknown: isUnknown(trouble) };
};

export type Act = ReturnType<typeof useAct>;
