import { useState } from 'react';
import { useAct } from '../api/act.ts';
import { heard } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { WordField } from './word-field.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

/** Lệnh giữ hồ sơ: nothing of it is erased until another supervisor lifts it. */
export const LayHold = ({ dossierId }: { readonly dossierId: string }) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const { run, isBusy, trouble } = useAct();
  const [reason, setReason] = useState('');
  const [isHeld, hold] = useState(false);
  const lay = async (): Promise<void> => {
    const asked = { params: { dossierId }, body: { reason: reason.trim() } };
    const came = await run((key) =>
      heard(api.call('POST /v1/dossiers/{dossierId}/hold', { ...asked, key })),
    );
    if (came) hold(true);
  };
  if (isHeld) return <p role="status">● {words.holdDone}</p>;
  return (
    <details className="card">
      <summary>{words.hold}</summary>
      <div className="stack">
        <WordField label={words.holdReason} value={reason} change={setReason} most={500} />
        <div className="row">
          <Button
            isBusy={isBusy}
            shutBecause={reason.trim() === '' ? words.holdReason : undefined}
            onPress={() => void lay()}
          >
            {words.holdAct}
          </Button>
        </div>
        {trouble && <TroubleNotice trouble={trouble} />}
      </div>
    </details>
  );
};
