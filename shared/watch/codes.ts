/**
 * Every line that this system logs. A line is a code plus ids from the allow-list in `logger.ts`:
 * never a name, a phone, a token, a body or an event.
 */
export const codes = {
  requestServed: 'request-served',
  requestRefused: 'request-refused',
  requestFailed: 'request-failed',
  accessUnlogged: 'access-unlogged',
  messageFailed: 'message-failed',
  messageJudged: 'message-judged',
  catalogueStale: 'catalogue-stale',
  eventPublished: 'event-published',
  requestsExpired: 'requests-expired',
  dossiersMoved: 'dossiers-moved',
  calendarsUndecided: 'calendars-undecided',
  datesReannounced: 'dates-reannounced',
  limitFlagged: 'limit-flagged',
  limitUnjudged: 'limit-unjudged',
  bulkReading: 'bulk-reading',
  outboxSwept: 'outbox-swept',
  scanSettled: 'scan-settled',
  shiftsLeftOpen: 'shifts-left-open',
  pouchUnsettled: 'pouch-unsettled',
  smsSettled: 'sms-settled',
  smsUnreached: 'sms-unreached',
  otpSettled: 'otp-settled',
  daysAnchored: 'days-anchored',
  anchoredDayChanged: 'anchored-day-changed',
  anchoredDayHalved: 'anchored-day-halved',
  accessLogChanged: 'access-log-changed',
  recordedEventChanged: 'recorded-event-changed',
  shipmentAnnounced: 'shipment-announced',
  carrierPolled: 'carrier-polled',
  waybillsUnreconciled: 'waybills-unreconciled',
  courierEventIgnored: 'courier-event-ignored',
  carrierNotConfigured: 'carrier-not-configured',
  nationalCopyPushed: 'national-copy-pushed',
  portalNotConfigured: 'portal-not-configured',
} as const;

export type LogCode = (typeof codes)[keyof typeof codes];
