import { useId, useRef, useState } from 'react';
import type { Trouble } from '../api/ask.ts';
import { sendFile } from '../api/files.ts';
import { useDesk } from '../api/staff.tsx';
import { useLanguage, useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { ActForm, ReasonField } from './act-form.tsx';
import type { OfDossier } from './ask-forms.tsx';
import type { DossierTold } from './choices.ts';
import type { ScanTold } from './manifest.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

const resultIn = ({ scans }: DossierTold): ScanTold | undefined =>
  scans.findLast(({ purpose, state }) => purpose === 'result' && state === 'verified');

/** The signed paper: sent, looked at, and named by the decision. */
const useResult = (dossier: DossierTold) => {
  const desk = useDesk();
  const [scan, setScan] = useState(() => resultIn(dossier));
  const [isChecking, check] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  // The same file sent again is the same announcement.
  const keys = useRef(new Map<string, string>());
  const send = async (file: File): Promise<void> => {
    const name = `${file.name}/${file.size}/${file.lastModified}`;
    const key = keys.current.get(name) ?? crypto.randomUUID();
    keys.current.set(name, key);
    setScan(undefined);
    setTrouble(undefined);
    check(true);
    const sent = await sendFile(desk, { dossierId: dossier.dossierId, file, key });
    check(false);
    if (sent.ok) setScan(sent.body);
    else setTrouble(sent.trouble);
  };
  return { scan, isChecking, trouble, send };
};

const ResultState = ({ result }: { readonly result: ReturnType<typeof useResult> }) => {
  const { form } = useWords({ vi, en });
  const { language } = useLanguage();
  const { scan, isChecking } = result;
  const said = (): string => {
    if (isChecking) return form.checking;
    if (!scan) return form.noResult;
    if (scan.state === 'verified') return form.resultReady(scan.pages ?? 1);
    if (scan.state === 'quarantined') return form.resultSlow;
    return (scan.remarks ?? [])
      .map((each) => `${each[language]} ${language === 'vi' ? each.doVi : each.doEn}`)
      .join(' ');
  };
  return (
    <>
      <p role="status" className={scan?.state === 'rejected' ? 'wrong' : 'soft'}>
        {said()}
      </p>
      {result.trouble && <TroubleNotice trouble={result.trouble} />}
    </>
  );
};

/** D · Kết quả giải quyết: granted, or refused in writing with its reason; never without its paper. */
export const Decide = (p: OfDossier) => {
  const words = useWords({ vi, en });
  const { form } = words;
  const result = useResult(p.dossier);
  const [outcome, setOutcome] = useState<'approved' | 'refused'>('approved');
  const id = useId();
  const ready = result.scan?.state === 'verified' ? result.scan.scanId : '';
  return (
    <ActForm {...p} shut={ready === '' ? form.noResult : undefined}>
      {(act) => (
        <>
          {p.dossier.procedure.approval === 'leader' && <p className="soft">{form.isProposal}</p>}
          <fieldset>
            <legend>{form.outcome}</legend>
            {(['approved', 'refused'] as const).map((each) => (
              <label key={each} className="check">
                <input
                  type="radio"
                  name="outcome"
                  value={each}
                  checked={outcome === each}
                  onChange={() => setOutcome(each)}
                />
                {words.outcome[each]}
              </label>
            ))}
          </fieldset>
          <div>
            <label htmlFor={id}>{form.resultFile}</label>
            <input
              id={id}
              type="file"
              accept="application/pdf,image/jpeg,image/png,image/tiff,image/webp"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) void result.send(file);
              }}
            />
          </div>
          <ResultState result={result} />
          <input type="hidden" name="resultScanId" value={ready} />
          {outcome === 'refused' && <ReasonField choice="decide" label={form.reason} />}
          {act.trouble?.kind === 'refused' && act.trouble.problem.code === 'consultations-open' && (
            <label className="check">
              <input type="checkbox" name="confirmsOpen" />
              {form.confirmOpen}
            </label>
          )}
        </>
      )}
    </ActForm>
  );
};
