import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** What the alarms and the dashboard count; each name says what happened to people's dossiers. */
export const counted = {
  /** An event that the stream missed and the sweeper published. */
  eventSwept: 'EventSwept',
  /** An SMS of which nobody knows whether it was sent: a person must look. */
  smsUnknown: 'SmsUnknown',
  /** A pouch in which something was missing, extra, stray or refused. */
  pouchUnbalanced: 'PouchUnbalanced',
  smsSent: 'SmsSent',
  smsFailed: 'SmsFailed',
  /** A citizen whom no message has reached: the post office calls. */
  smsUnreached: 'SmsUnreached',
  /** A citizen who asked got no one-time code: the province's daily budget is spent. */
  otpBudgetSpent: 'OtpBudgetSpent',
  /** A day that no longer is what its anchor says: somebody changed the record. */
  anchoredDayChanged: 'AnchoredDayChanged',
  /** Papers that the department has not signed for in the time that the post has (J+n). */
  transitLate: 'TransitLate',
  /** An accepted dossier that is in no inbox when it must be. */
  transferLate: 'TransferLate',
  /** A dossier in an inbox that no officer has opened. */
  dossierUnacknowledged: 'DossierUnacknowledged',
  dossierDueSoon: 'DossierDueSoon',
  /** A citizen's date passed without a decision or an apology. */
  dossierOverdue: 'DossierOverdue',
  answerDueSoon: 'AnswerDueSoon',
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
