import { useState } from 'react';
import type { Asking, Trouble } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';
import { type FormName, printPdf, type Sheet } from './print.ts';

/** Prints, and keeps the last sheet for whoever has no printer. */
export const usePrinting = () => {
  const [sheet, setSheet] = useState<Sheet>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  /** @param ask with the name of this print, one a press */
  const print = async (ask: (print: string) => Asking<Uint8Array>): Promise<void> => {
    setBusy(true);
    const printed = await printPdf(ask(crypto.randomUUID()));
    setBusy(false);
    setTrouble(printed.ok ? undefined : printed.trouble);
    if (printed.ok) setSheet(printed.sheet);
  };
  return { print, sheet, trouble, isBusy };
};

/** Prints forms of a dossier; the form itself says which print it is. */
export const usePrinter = (dossierId: string) => {
  const { api } = useDesk();
  const { print, ...printing } = usePrinting();
  const printForm = (form: FormName): void =>
    void print((name) =>
      api.call('GET /v1/dossiers/{dossierId}/documents/{form}', {
        params: { dossierId, form },
        query: { print: name },
      }),
    );
  return { print: printForm, ...printing };
};

export type Printer = ReturnType<typeof usePrinter>;

export const PrintForms = ({
  forms,
  printer,
}: {
  readonly forms: readonly FormName[];
  readonly printer: Printer;
}) => {
  const words = useWords({ vi, en });
  const { print, sheet, trouble, isBusy } = printer;
  return (
    <div className="stack">
      <div className="row">
        {forms.map((form) => (
          <Button key={form} isBusy={isBusy} onPress={() => print(form)}>
            {words.print}: {words.form[form]}
          </Button>
        ))}
        {sheet && (
          <a href={sheet.url} target="_blank" rel="noreferrer">
            {words.openSheet}
          </a>
        )}
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  );
};
