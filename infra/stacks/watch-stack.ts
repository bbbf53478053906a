import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, SearchExpression, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { WorkQueue } from '../constructs/work-queue.ts';

export interface WatchStackProps extends StackProps {
  readonly queues: readonly WorkQueue[];
}

/**
 * One page that says whether dossiers move: what waits, what failed, how long people wait. Functions
 * are found by a search: named one by one, none could go without this stack being deployed first.
 */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { queues, ...props }: WatchStackProps) {
    super(scope, id, props);
    new Dashboard(this, 'Dashboard', { defaultInterval: Duration.hours(8) }).addWidgets(
      new TextWidget({ markdown: '# Hồ sơ qua bưu điện', width: 24, height: 1 }),
      new GraphWidget({
        title: 'Dead letters',
        left: queues.map(({ deadLetters }) =>
          deadLetters.metricApproximateNumberOfMessagesVisible(),
        ),
        width: 12,
      }),
      ofFunctions('Errors by function', 'Errors', 'Sum'),
      ofFunctions('Duration p95 by function', 'Duration', 'p95'),
    );
  }
}

const ofFunctions = (title: string, metric: string, statistic: string): GraphWidget =>
  new GraphWidget({
    title,
    left: [
      new SearchExpression({
        expression: `SEARCH('{AWS/Lambda,FunctionName} MetricName="${metric}"', '${statistic}')`,
        label: '',
        period: Duration.minutes(5),
      }),
    ],
    width: 12,
  });
