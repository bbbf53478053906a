import { useState } from 'react';
import { type TakenOutWhy, takenOutWhy } from '#domain/scan/scan.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { ActAnswer } from './act-bar.tsx';
import { en } from './right-words.en.ts';
import { vi } from './right-words.vi.ts';
import { useAct } from './use-act.ts';
import type { DossierTold } from './use-scans.ts';

interface ScanProps {
  readonly dossierId: string;
  readonly scanId: string;
  readonly paper: string;
  readonly done: () => void;
}

const TakeOut = ({ dossierId, scanId, paper, done }: ScanProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const [why, setWhy] = useState<TakenOutWhy | ''>('');
  const [reason, setReason] = useState('');
  const act = useAct(
    (key) =>
      api.call('POST /v1/dossiers/{dossierId}/scans/{scanId}/taken-out', {
        params: { dossierId, scanId },
        // Shut until one is chosen.
        body: { why: why === '' ? 'scanned-badly' : why, reason: reason.trim() },
        key,
      }),
    done,
  );
  const lacks = why === '' ? words.choose : undefined;
  return (
    <details>
      <summary>{words.takeOutOf(paper)}</summary>
      <div className="stack">
        <div className="row">
          <Choice
            id={`why-${scanId}`}
            label={words.takeOutWhy}
            value={why}
            none={words.choose}
            options={takenOutWhy.map((each) => [each, words.why[each]])}
            change={setWhy}
          />
          <Field
            id={`why-reason-${scanId}`}
            label={words.reason}
            value={reason}
            change={setReason}
          />
          <Button
            kind="danger"
            isBusy={act.isBusy}
            shutBecause={lacks ?? (reason.trim() === '' ? words.reasonMissing : undefined)}
            onPress={act.act}
          >
            {words.takeOutAct}
          </Button>
        </div>
        <ActAnswer act={act} />
      </div>
    </details>
  );
};

/** Gỡ tệp quét nhầm: of the verified files of the papers, whichever does not belong there. */
export const TakeOutScans = (p: {
  readonly dossier: DossierTold;
  readonly nameOf: (component: string) => string;
  readonly done: () => void;
}) => {
  const words = useWords({ vi, en });
  const { dossierId, scans } = p.dossier;
  const taken = scans.filter(
    ({ state, purpose, component }) =>
      state === 'verified' && purpose === 'papers' && component !== undefined,
  );
  return (
    <div className="stack">
      <p className="hint">{words.takeOutHelp}</p>
      {taken.map(({ scanId, component = '' }) => (
        <TakeOut
          key={scanId}
          dossierId={dossierId}
          scanId={scanId}
          paper={p.nameOf(component)}
          done={p.done}
        />
      ))}
    </div>
  );
};
