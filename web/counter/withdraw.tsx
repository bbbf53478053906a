import { useState } from 'react';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { AskedAct } from './act-bar.tsx';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';
import { en as intakeEn } from './intake-words.en.ts';
import { vi as intakeVi } from './intake-words.vi.ts';
import { useAct } from './use-act.ts';

/** Rút hồ sơ: the citizen’s right until there is a decision, in person. */
export const Withdraw = ({
  dossierId,
  done,
}: {
  readonly dossierId: string;
  readonly done: () => void;
}) => {
  const words = useWords({ vi, en });
  const { flaw } = useWords({ vi: intakeVi, en: intakeEn });
  const { api } = useDesk();
  const [isAsking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const [isChecked, check] = useState(false);
  const params = { dossierId };
  const body = { reason, identityChecked: true } as const;
  const withdrawing = useAct(
    (key) => api.call('POST /v1/dossiers/{dossierId}/withdrawal', { params, body, key }),
    () => {
      ask(false);
      done();
    },
  );
  const lacks = reason.trim() === '' ? flaw.empty : undefined;
  return (
    <>
      <Button kind="danger" onPress={() => ask(true)}>
        {words.withdraw}
      </Button>
      <Dialog title={words.withdraw} isOpen={isAsking} close={() => ask(false)}>
        <div className="stack">
          <Field
            id="withdraw-reason"
            label={words.withdrawReason}
            value={reason}
            change={setReason}
          />
          <label className="tick">
            <input
              type="checkbox"
              checked={isChecked}
              onChange={({ target }) => check(target.checked)}
            />
            {words.withdrawChecked}
          </label>
          <AskedAct
            act={withdrawing}
            word={words.withdrawAct}
            shutBecause={lacks ?? (isChecked ? undefined : words.withdrawChecked)}
            cancel={{ word: words.cancel, press: () => ask(false) }}
          />
        </div>
      </Dialog>
    </>
  );
};
