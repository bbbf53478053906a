import { type ReactNode, useState } from 'react';
import type { Asking, Trouble } from '../../api/ask.ts';
import { printPdf, type Sheet } from './print-pdf.ts';
import { TroubleNotice } from './states.tsx';

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
