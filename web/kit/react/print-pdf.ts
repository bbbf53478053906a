import { type Asking, heard, type Trouble } from '../../api/ask.ts';

/** The sheet as the browser keeps it. */
export interface Sheet {
  readonly url: string;
}

/** Leaves the last sheet in the page: a frame that is taken away takes its print with it. */
const frame = (): HTMLIFrameElement => {
  const known = document.querySelector<HTMLIFrameElement>('iframe.print-frame');
  if (known) return known;
  const made = document.createElement('iframe');
  made.className = 'print-frame';
  made.title = 'PDF';
  made.tabIndex = -1;
  made.setAttribute('aria-hidden', 'true');
  document.body.append(made);
  return made;
};

const print = (url: string): void => {
  if (!navigator.pdfViewerEnabled) return;
  const shown = frame();
  shown.onload = () => shown.contentWindow?.print();
  shown.src = url;
};

/**
 * Fetches what is to be printed, each fetch of which is recorded and counted as a print, and sends it to the printer;
 * the address answered opens the same sheet where there is no printer.
 */
export const printPdf = async (
  asking: Asking<Uint8Array<ArrayBuffer>>,
): Promise<
  { readonly ok: true; readonly sheet: Sheet } | { readonly ok: false; readonly trouble: Trouble }
> => {
  const came = await heard(asking);
  if (!came.ok) return came;
  const url = URL.createObjectURL(new Blob([came.body], { type: 'application/pdf' }));
  print(url);
  return { ok: true, sheet: { url } };
};
