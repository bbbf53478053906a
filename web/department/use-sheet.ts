import { useEffect, useState } from 'react';
import { type Asking, heard, type Trouble } from '../api/ask.ts';

export interface SheetShown {
  /** Where the PDF lies in this browser; undefined until it is there. */
  readonly url: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly open: (asking: () => Asking<Uint8Array<ArrayBuffer>>) => void;
}

/** A PDF that is fetched when asked for, because the reading is recorded, and shown in the page. */
export const useSheet = (): SheetShown => {
  const [url, setUrl] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  // The sheet of before is let go of when another comes or the page is left.
  useEffect(() => () => (url === undefined ? undefined : URL.revokeObjectURL(url)), [url]);
  const open = async (asking: () => Asking<Uint8Array<ArrayBuffer>>): Promise<void> => {
    setBusy(true);
    const came = await heard(asking());
    setBusy(false);
    setTrouble(came.ok ? undefined : came.trouble);
    setUrl(
      came.ok ? URL.createObjectURL(new Blob([came.body], { type: 'application/pdf' })) : undefined,
    );
  };
  return { url, trouble, isBusy, open: (asking) => void open(asking) };
};
