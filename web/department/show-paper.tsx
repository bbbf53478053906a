import { useState } from 'react';
import { heard, type Trouble } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

export type PaperForm = keyof typeof vi.paperTitle;

/** The paper that the citizen gets, as it is printed: fetched when asked for, because the reading is recorded. */
export const ShowPaper = (p: { readonly dossierId: string; readonly form: PaperForm }) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const [url, setUrl] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    setBusy(true);
    const came = await heard(
      api.call('GET /v1/dossiers/{dossierId}/documents/{form}', {
        params: { dossierId: p.dossierId, form: `${p.form}.pdf` },
      }),
    );
    setBusy(false);
    setTrouble(came.ok ? undefined : came.trouble);
    if (!came.ok) return;
    const bytes = came.body as Uint8Array<ArrayBuffer>;
    setUrl(URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' })));
  };
  return (
    <section className="card stack" aria-label={words.paper}>
      <h2>{words.paperTitle[p.form]}</h2>
      {trouble && <TroubleNotice trouble={trouble} again={() => void open()} />}
      {url === undefined ? (
        <Button isBusy={isBusy} onPress={() => void open()}>
          {words.showPaper}
        </Button>
      ) : (
        <iframe className="paper" title={words.paperTitle[p.form]} src={url} />
      )}
    </section>
  );
};
