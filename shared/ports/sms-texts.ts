/** The province's SMS templates, compiled: each fits one segment at its longest. */
export interface SmsTexts {
  /** Unaccented text, safe for GSM-7. Throws on a template or field that does not exist: a defect. */
  render(template: SmsTemplate, values: Readonly<Record<string, string>>): string;
}

/** What a citizen is told on the main way. */
export type SmsTemplate =
  | 'provisional'
  | 'papers-missed'
  | 'accepted'
  | 'reannounced'
  | 'supplement-requested'
  | 'result-ready'
  | 'refused-result'
  | 'dispatched'
  | 'delivered'
  | 'pick-up-ready'
  | 'returned-to-agency';
