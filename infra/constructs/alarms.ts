import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { AlarmText } from '#plan/service-plan.ts';

/** Rings above the threshold; the text states the harm and names the runbook. */
export const ringAbove = (
  scope: Construct,
  id: string,
  o: AlarmText & {
    readonly metric: IMetric;
    readonly threshold: number;
    readonly evaluationPeriods?: number;
  },
): void => {
  new Alarm(scope, id, {
    alarmDescription: `${o.harm}. docs/runbooks/${o.runbook}.md`,
    metric: o.metric,
    threshold: o.threshold,
    evaluationPeriods: o.evaluationPeriods ?? 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
};

/** What no error of a function tells: counted by the functions themselves (`shared/watch/metrics.ts`). */
export const ringWhenCounted = (
  scope: Construct,
  metricName: string,
  service: string,
  text: AlarmText,
): void =>
  ringAbove(scope, metricName, {
    ...text,
    metric: new Metric({
      namespace: 'PostCounter',
      metricName,
      dimensionsMap: { service },
      statistic: 'Sum',
      period: Duration.minutes(15),
    }),
    threshold: 0,
  });
