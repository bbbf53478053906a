import type { Asking } from '../api/ask.ts';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { useSheet } from './use-sheet.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

/** What asks for the paper that is typed, as a draft. */
export type AskPreview = (typed: FormData) => Asking<Uint8Array<ArrayBuffer>>;

/** Xem trước: the paper as the citizen would get it, before anything is done. */
export const PreviewPaper = (p: {
  /** What stands in the form; undefined where something is missing, which the form has said. */
  readonly typed: () => FormData | undefined;
  readonly ask: AskPreview;
}) => {
  const words = useWords({ vi, en });
  const sheet = useSheet();
  const open = (): void => {
    const typed = p.typed();
    if (typed && !sheet.isBusy) sheet.open(() => p.ask(typed));
  };
  return (
    <>
      <div className="row">
        <Button isBusy={sheet.isBusy} onPress={open}>
          {words.preview}
        </Button>
      </div>
      {sheet.trouble && <TroubleNotice trouble={sheet.trouble} />}
      {sheet.url !== undefined && (
        <>
          <p role="status" className="soft">
            {words.previewIsNone}
          </p>
          <iframe className="paper" title={words.previewTitle} src={sheet.url} />
        </>
      )}
    </>
  );
};
