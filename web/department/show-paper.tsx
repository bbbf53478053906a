import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { useSheet } from './use-sheet.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

export type PaperForm = keyof typeof vi.paperTitle;

/** The paper that the citizen gets, as it is printed. */
export const ShowPaper = (p: { readonly dossierId: string; readonly form: PaperForm }) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const sheet = useSheet();
  const open = (): void =>
    sheet.open(() =>
      api.call('GET /v1/dossiers/{dossierId}/documents/{form}', {
        params: { dossierId: p.dossierId, form: `${p.form}.pdf` },
      }),
    );
  return (
    <section className="card stack" aria-label={words.paper}>
      <h2>{words.paperTitle[p.form]}</h2>
      {sheet.trouble && <TroubleNotice trouble={sheet.trouble} again={open} />}
      {sheet.url === undefined ? (
        <Button isBusy={sheet.isBusy} onPress={open}>
          {words.showPaper}
        </Button>
      ) : (
        <iframe className="paper" title={words.paperTitle[p.form]} src={sheet.url} />
      )}
    </section>
  );
};
