import { useEffect, useState } from 'react';
import type { Heard, Trouble } from '../api/ask.ts';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

interface PreviewProps {
  /** What stands in the form; undefined where something is missing, which the form has said. */
  readonly typed: () => FormData | undefined;
  readonly ask: (typed: FormData) => Promise<Heard<unknown>>;
}

const usePreview = ({ typed, ask }: PreviewProps) => {
  const [url, setUrl] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  // The page of before is let go of when another comes or the form is closed.
  useEffect(() => () => (url === undefined ? undefined : URL.revokeObjectURL(url)), [url]);
  const open = async (): Promise<void> => {
    const said = typed();
    if (!said || isBusy) return;
    setBusy(true);
    const came = await ask(said);
    setBusy(false);
    setTrouble(came.ok ? undefined : came.trouble);
    const bytes = came.ok && (came.body as Uint8Array<ArrayBuffer>);
    setUrl(bytes ? URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' })) : undefined);
  };
  return { url, trouble, isBusy, open };
};

/** Xem trước: the paper as the citizen would get it, before anything is done. */
export const PreviewPaper = (p: PreviewProps) => {
  const words = useWords({ vi, en });
  const { url, trouble, isBusy, open } = usePreview(p);
  return (
    <>
      <Button isBusy={isBusy} onPress={() => void open()}>
        {words.preview}
      </Button>
      {trouble && <TroubleNotice trouble={trouble} />}
      {url !== undefined && (
        <>
          <p role="status" className="soft">
            {words.previewIsNone}
          </p>
          <iframe className="paper" title={words.previewTitle} src={url} />
        </>
      )}
    </>
  );
};
