import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  Metric,
  TextWidget,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { ServiceFunction } from '../constructs/service-function.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';
import type { Scans } from './scans.ts';

export interface WatchProps {
  readonly functions: Readonly<Record<string, ServiceFunction<string>>>;
  readonly notifications: WorkQueue;
  readonly courier: WorkQueue;
  readonly portal: WorkQueue;
  readonly scans: Scans;
}

/** One page that says whether dossiers move: what waits, what failed, how long people wait. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    this.streamLagAlarm(props);
    this.countedAlarms();
    const board = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.hours(8) });
    const functions = Object.values(props.functions);
    board.addWidgets(
      new TextWidget({ markdown: '# Hồ sơ qua bưu điện', width: 24, height: 1 }),
      new GraphWidget({
        title: 'Dead letters',
        left: [props.notifications, props.courier, props.portal, props.scans.arrivals].map(
          ({ deadLetters }) => deadLetters.metricApproximateNumberOfMessagesVisible(),
        ),
        width: 12,
      }),
      new GraphWidget({
        title: 'Errors by function',
        left: functions.map(({ lambda }) => lambda.metricErrors()),
        width: 12,
      }),
      new GraphWidget({
        title: 'Duration p95 by function',
        left: functions.map(({ lambda }) => lambda.metricDuration({ statistic: 'p95' })),
        width: 12,
      }),
    );
  }

  /** What no error of a function tells. */
  private countedAlarms(): void {
    this.countedAlarm(
      'SmsUnknown',
      'SmsUnknown',
      'notifications',
      'citizens may not have their SMS: the gateway did not say whether it sent. docs/runbooks/sms-unknown.md',
    );
    this.countedAlarm(
      'PouchUnbalanced',
      'PouchUnbalanced',
      'handover',
      'papers of citizens are missing, surplus or refused in a counted pouch. docs/runbooks/pouch-unbalanced.md',
    );
    this.limitAlarms();
    this.countedAlarm(
      'OtpBudgetSpent',
      'OtpBudgetSpent',
      'tracking',
      'citizens get no code for their dossiers: the day’s SMS budget is spent, perhaps by a bot. docs/runbooks/otp-budget.md',
    );
    this.countedAlarm(
      'NationalCopyStale',
      'NationalCopyStale',
      'portal',
      'the province’s scores count dossiers as late that are not: the national portal refuses them or has not had them for a day. docs/runbooks/national-copy-stale.md',
    );
    this.countedAlarm(
      'AnchoredDayChanged',
      'AnchoredDayChanged',
      'oversight',
      'somebody may have changed the history of dossiers: a past day is not what its anchor says. docs/runbooks/anchored-day-changed.md',
    );
  }

  /** What `oversight/watch-limits` found; each dossier and limit is counted once. */
  private limitAlarms(): void {
    const alarms = {
      DossierOverdue:
        'citizens wait past the date that they were given, without a result or an apology. docs/runbooks/dossier-overdue.md',
      TransitLate:
        'papers that the post carries have not been signed for in time: no clock runs for their citizens. docs/runbooks/transit-late.md',
      TransferLate:
        'accepted dossiers have not reached their department in time: nobody works on them. docs/runbooks/transfer-late.md',
      DossierUnacknowledged:
        'dossiers lie in a department’s inbox and no officer has opened them. docs/runbooks/dossier-unacknowledged.md',
    };
    for (const [name, harm] of Object.entries(alarms))
      this.countedAlarm(name, name, 'oversight', harm);
  }

  /** Counted by the functions themselves (`shared/watch/metrics.ts`). */
  private countedAlarm(
    id: string,
    metricName: string,
    service: string,
    alarmDescription: string,
  ): void {
    new Alarm(this, id, {
      alarmDescription,
      metric: new Metric({
        namespace: 'PostCounter',
        metricName,
        dimensionsMap: { service },
        statistic: 'Sum',
        period: Duration.minutes(15),
      }),
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  private streamLagAlarm({ functions }: WatchProps): void {
    const publisher = functions['routing/publish-events'];
    if (!publisher) throw new Error('no publisher to watch');
    new Alarm(this, 'StreamLags', {
      alarmDescription:
        'accepted dossiers reach departments late (the stream lags by over a minute). docs/runbooks/stream-lags.md',
      metric: publisher.lambda.metric('IteratorAge', { statistic: 'Maximum' }),
      threshold: 60_000,
      evaluationPeriods: 2,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
