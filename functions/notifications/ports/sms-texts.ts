/** The province's SMS templates, compiled: each fits one segment at its longest. */
export interface SmsTexts {
  /** Unaccented text, safe for GSM-7. Throws on a template or field that does not exist: a defect. */
  render(template: SmsTemplate, values: Readonly<Record<string, string>>): string;
}

/** What a citizen is told on the main way, and the code that a citizen asks for. */
export type SmsTemplate =
  | 'provisional'
  | 'not-accepted'
  | 'withdrawn'
  | 'phone-changed'
  | 'recipient-authorised'
  | 'chosen-delivery'
  | 'asked-withdrawal'
  | 'money-given-back'
  | 'complaint-answered'
  | 'transferred'
  | 'stopped'
  | 'resumed'
  | 'extended-with-apology'
  | 'prolonged'
  | 'papers-missed'
  | 'accepted'
  | 'slip-accepted'
  | 'reannounced'
  | 'supplement-requested'
  | 'result-ready'
  | 'refused-result'
  | 'dispatched'
  | 'out-for-delivery'
  | 'delivery-failed'
  | 'handed-over'
  | 'fee-due'
  | 'answer-reminder'
  | 'late-answer'
  | 'pick-up-ready'
  | 'returned-to-agency'
  | 'parcel-lost'
  | 'lost-result'
  | 'delivered'
  | 'order-delivered'
  | 'papers-sent'
  | 'papers-held'
  | 'papers-back'
  | 'papers-delivered'
  | 'otp';
