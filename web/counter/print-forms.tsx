import { type ReactNode, useState } from 'react';
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
  const print = async (ask: (print: string) => Asking<Uint8Array<ArrayBuffer>>): Promise<void> => {
    setBusy(true);
    const printed = await printPdf(ask(crypto.randomUUID()));
    setBusy(false);
    setTrouble(printed.ok ? undefined : printed.trouble);
    if (printed.ok) setSheet(printed.sheet);
  };
  return { print, sheet, trouble, isBusy };
};

type Printing = Omit<ReturnType<typeof usePrinting>, 'print'>;

/** The buttons that print, and the way to the last sheet for whoever has no printer. */
export const PrintRow = ({
  printing: { sheet, trouble },
  openSheet,
  children,
}: {
  readonly printing: Printing;
  /** What the last sheet is called. */
  readonly openSheet: string;
  readonly children: ReactNode;
}) => (
  <>
    <div className="row">
      {children}
      {sheet && (
        <a href={sheet.url} target="_blank" rel="noreferrer">
          {openSheet}
        </a>
      )}
    </div>
    {trouble && <TroubleNotice trouble={trouble} />}
  </>
);

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
  const { print, ...printing } = printer;
  return (
    <div className="stack">
      <PrintRow printing={printing} openSheet={words.openSheet}>
        {forms.map((form) => (
          <Button key={form} isBusy={printing.isBusy} onPress={() => print(form)}>
            {words.print}: {words.form[form]}
          </Button>
        ))}
      </PrintRow>
    </div>
  );
};
