/**
 * Every line that this system logs. A line is a code plus ids from the allow-list in `logger.ts`:
 * never a name, a phone, a token, a body or an event.
 */
export const codes = {
  requestServed: 'request-served',
  requestRefused: 'request-refused',
  requestFailed: 'request-failed',
  messageFailed: 'message-failed',
  messageJudged: 'message-judged',
  eventPublished: 'event-published',
  datesReannounced: 'dates-reannounced',
  outboxSwept: 'outbox-swept',
  scanSettled: 'scan-settled',
  pouchUnsettled: 'pouch-unsettled',
  smsSettled: 'sms-settled',
  shipmentAnnounced: 'shipment-announced',
  carrierPolled: 'carrier-polled',
  courierEventIgnored: 'courier-event-ignored',
} as const;

export type LogCode = (typeof codes)[keyof typeof codes];
