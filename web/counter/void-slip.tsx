import { useState } from 'react';
import { useDesk } from '../api/staff.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { AskedAct } from './act-bar.tsx';
import { en } from './block-words.en.ts';
import { vi } from './block-words.vi.ts';
import { useAct } from './use-act.ts';

/** Hủy phiếu tạm: with a word, and the sheet stays in the drawer. */
export const VoidSlip = ({
  number,
  voided,
}: {
  readonly number: string;
  readonly voided: (number: string) => void;
}) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const [isAsking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const voiding = useAct(
    (key) => api.call('POST /v1/temporary-blocks/voids', { body: { number, reason }, key }),
    () => {
      ask(false);
      voided(number);
    },
  );
  return (
    <>
      <button
        type="button"
        className="button quiet"
        aria-label={words.voidOf(number)}
        onClick={() => ask(true)}
      >
        {words.void}
      </button>
      <Dialog title={words.voidOf(number)} isOpen={isAsking} close={() => ask(false)}>
        <div className="stack">
          <p>{words.voidHelp}</p>
          <Field id={`void-${number}`} label={words.reason} value={reason} change={setReason} />
          <AskedAct
            act={voiding}
            word={words.voidOf(number)}
            shutBecause={reason.trim() === '' ? words.reasonMissing : undefined}
            cancel={{ word: words.cancel, press: () => ask(false) }}
          />
        </div>
      </Dialog>
    </>
  );
};
