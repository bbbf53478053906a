import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** What the alarms and the dashboard count; each name says what happened to people's dossiers. */
export const counted = {
  /** An event that the stream missed and the sweeper published. */
  eventSwept: 'EventSwept',
  /** An SMS of which nobody knows whether it was sent: a person must look. */
  smsUnknown: 'SmsUnknown',
  /** A clerk's drawer of an earlier day that nobody has closed: its money lies in no safe. */
  shiftLeftOpen: 'ShiftLeftOpen',
  /** A pouch in which something was missing, extra, stray or refused. */
  pouchUnbalanced: 'PouchUnbalanced',
  /** A year that begins soon and whose calendar is provisional: its appointments may move. */
  calendarUndecided: 'CalendarUndecided',
  /** Somebody of the staff has read more dossiers than is let pass, or was refused too often. */
  bulkReading: 'BulkReading',
  smsSent: 'SmsSent',
  smsFailed: 'SmsFailed',
  /** A citizen whom no message has reached: the post office calls. */
  smsUnreached: 'SmsUnreached',
  /** A citizen who asked got no one-time code: the province's daily budget is spent. */
  otpBudgetSpent: 'OtpBudgetSpent',
  /** A day that no longer is what its anchor says: somebody changed the record. */
  anchoredDayChanged: 'AnchoredDayChanged',
  /** A day that has an anchor and no leaves under it, or leaves and no anchor. */
  anchoredDayHalved: 'AnchoredDayHalved',
  /** An event whose contents no longer give the hash that was taken of them. */
  recordedEventChanged: 'RecordedEventChanged',
  /** A text beside an event that is not the one that was sealed, or is gone and was never erased. */
  sealedTextChanged: 'SealedTextChanged',
  /** A day of the access log that is not what was kept: somebody covers who read what. */
  accessLogChanged: 'AccessLogChanged',
  /** Papers that the department has not signed for in the time that the post has (J+n). */
  transitLate: 'TransitLate',
  /** A citizen who handed in by post and has no appointment in twice the time of the way (J+2n). */
  appointmentLate: 'AppointmentLate',
  /** An accepted dossier that is in no inbox when it must be. */
  transferLate: 'TransferLate',
  /** A dossier in an inbox that no officer has opened. */
  dossierUnacknowledged: 'DossierUnacknowledged',
  dossierDueSoon: 'DossierDueSoon',
  /** A citizen's date passed without a decision or an apology. */
  dossierOverdue: 'DossierOverdue',
  answerDueSoon: 'AnswerDueSoon',
  /** Papers that were asked for after the third working day: the citizen lost the days before. */
  papersAskedLate: 'PapersAskedLate',
  /** A waybill that carrier and records do not agree on: perhaps nobody carries the result. */
  waybillUnreconciled: 'WaybillUnreconciled',
  /** A complaint past its five or seven working days: nobody has answered. */
  complaintLate: 'ComplaintLate',
  /** A biên lai điện tử that its issuer refuses: a person must look. */
  receiptRejected: 'ReceiptRejected',
  /** A dossier that the national portal refuses, or has not had for over a day. */
  nationalCopyStale: 'NationalCopyStale',
} as const;

export type Counted = (typeof counted)[keyof typeof counted];

export type Count = (what: Counted, times?: number) => void;

export const metricNamespace = 'PostCounter';

/** Counts by a line in the log (embedded metric format): no call, no waiting. */
export const makeCount = (service: string): Count => {
  const metrics = new Metrics({ namespace: metricNamespace, serviceName: service });
  return (what, times = 1) => {
    metrics.addMetric(what, MetricUnit.Count, times);
    metrics.publishStoredMetrics();
  };
};
