import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Asking, heard, type Told, type Trouble } from '../api/ask.ts';
import { type Act, actOf } from './draft.ts';
import { forgetLists } from './forget-lists.ts';

export type Opened = Told<'POST /v1/dossiers'>;

/** Nobody knows what became of it: the same act is sent again, nothing is typed anew. */
export const isUnknown = (trouble: Trouble | undefined): boolean =>
  trouble?.kind === 'no-answer' || (trouble?.kind === 'refused' && trouble.problem.status >= 500);

interface Opening {
  readonly act?: Act | undefined;
  readonly keepAct: (act: Act) => void;
  readonly dropAct: () => void;
}

/** Sends what opens dossiers once, however often it is asked to. */
export const useOpenDossier = ({ act: before, keepAct, dropAct }: Opening) => {
  const queries = useQueryClient();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  // A second press comes before the first one is drawn.
  const isUnderWay = useRef(false);
  /** Answers nothing where nothing was answered, or was refused: then `trouble` says so. */
  const open = async <Body extends object, T>(
    body: Body,
    ask: (body: Body, key: string) => Asking<T>,
  ): Promise<T | undefined> => {
    if (isUnderWay.current) return undefined;
    isUnderWay.current = true;
    const act = actOf(before, body, () => crypto.randomUUID());
    keepAct(act);
    setBusy(true);
    const answer = await heard<T>(ask(body, act.key));
    isUnderWay.current = false;
    setBusy(false);
    const failed = answer.ok ? undefined : answer.trouble;
    setTrouble(failed);
    if (failed && !isUnknown(failed)) dropAct();
    if (!answer.ok) return undefined;
    forgetLists(queries);
    return answer.body;
  };
  return {
    open,
    trouble,
    isBusy,
    /** Nothing may be changed: it is under way, or nobody knows what became of it. */
    isShut: isBusy || isUnknown(trouble),
    forget: () => setTrouble(undefined),
  };
};
