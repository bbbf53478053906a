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
  requestsExpired: 'requests-expired',
  dossiersMoved: 'dossiers-moved',
  datesReannounced: 'dates-reannounced',
  limitFlagged: 'limit-flagged',
  limitUnjudged: 'limit-unjudged',
  outboxSwept: 'outbox-swept',
  scanSettled: 'scan-settled',
  pouchUnsettled: 'pouch-unsettled',
  smsSettled: 'sms-settled',
  smsUnreached: 'sms-unreached',
  otpSettled: 'otp-settled',
  daysAnchored: 'days-anchored',
  anchoredDayChanged: 'anchored-day-changed',
  shipmentAnnounced: 'shipment-announced',
  carrierPolled: 'carrier-polled',
  courierEventIgnored: 'courier-event-ignored',
  carrierNotConfigured: 'carrier-not-configured',
  nationalCopyPushed: 'national-copy-pushed',
  portalNotConfigured: 'portal-not-configured',
} as const;

export type LogCode = (typeof codes)[keyof typeof codes];
