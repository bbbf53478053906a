import { useEffect, useState } from 'react';
import { type Heard, heard, type Told } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { type Draft, type ProcedureView, typedOr } from './draft.ts';

export type Foreseen = Heard<Told<'POST /v1/appointments/foresee'>>;

/** A moment without typing, before the date is asked for. */
const restMs = 300;

/** Only a commune’s matter depends on where somebody lives. */
const askedOf = (draft: Draft, { code, owner, jurisdiction }: ProcedureView) => {
  const { intakeMode, case: named, commune } = draft;
  const byHome = owner === 'commune' && (jurisdiction ?? 'residence') === 'residence';
  const home = draft.owner === 'same' ? draft.address : draft.ownerAddress;
  const address = byHome ? home : '';
  return {
    procedure: code,
    intakeMode,
    ...typedOr('case', named),
    ...typedOr('commune', commune),
    ...typedOr('address', address),
  };
};

/** The date that the draft would get now; asked again when something changes that it depends on. */
export const useForeseen = (draft: Draft, procedure: ProcedureView): Foreseen | undefined => {
  const { api } = useDesk();
  const [foreseen, setForeseen] = useState<Foreseen>();
  const asked = JSON.stringify(askedOf(draft, procedure));
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(async () => {
      const body = JSON.parse(asked) as ReturnType<typeof askedOf>;
      const answer = await heard(api.call('POST /v1/appointments/foresee', { body }));
      if (!isStale) setForeseen(answer);
    }, restMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [api, asked]);
  return foreseen;
};
