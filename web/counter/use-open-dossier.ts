import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { heard, type Told, type Trouble } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { type Act, actOf, type Draft, type ProcedureView, registrationOf } from './draft.ts';
import { forgetLists } from './forget-lists.ts';

export type Opened = Told<'POST /v1/dossiers'>;

/** Nobody knows what became of it: the same act is sent again, nothing is typed anew. */
export const isUnknown = (trouble: Trouble | undefined): boolean =>
  trouble?.kind === 'no-answer' || (trouble?.kind === 'refused' && trouble.problem.status >= 500);

interface Opening {
  readonly act?: Act | undefined;
  readonly keepAct: (act: Act) => void;
  readonly dropAct: () => void;
  readonly opened: (opened: Opened) => void;
}

/** Sends the registration once, however often it is asked to. */
export const useOpenDossier = ({ act: before, keepAct, dropAct, opened }: Opening) => {
  const { api } = useDesk();
  const queries = useQueryClient();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  // A second press comes before the first one is drawn.
  const isUnderWay = useRef(false);
  const open = async (draft: Draft, procedure: ProcedureView, postageVnd: number) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const registration = registrationOf(draft, procedure, postageVnd);
    const act = actOf(before, registration, () => crypto.randomUUID());
    keepAct(act);
    setBusy(true);
    const body = JSON.parse(act.body) as typeof registration;
    const answer = await heard(api.call('POST /v1/dossiers', { body, key: act.key }));
    isUnderWay.current = false;
    setBusy(false);
    const failed = answer.ok ? undefined : answer.trouble;
    setTrouble(failed);
    if (failed && !isUnknown(failed)) dropAct();
    if (!answer.ok) return;
    forgetLists(queries);
    opened(answer.body);
  };
  return { open, trouble, isBusy, forget: () => setTrouble(undefined) };
};
