/** What is printed of a dossier at the counter. */
export type FormName =
  | 'receipt.pdf'
  | 'slip.pdf'
  | 'supplement.pdf'
  | 'refusal.pdf'
  | 'control.pdf';
