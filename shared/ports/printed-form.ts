/** How a paper is handed in, in the words of the forms (TT 03/2025, Mẫu 01). */
export type CopyKind = 'bản chính' | 'chứng thực' | 'photo';

export interface PrintedForm {
  /** Epoch milliseconds that the PDF carries as its date: the same form prints to the same bytes. */
  readonly printedFor: number;
}
