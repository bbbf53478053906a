import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { HttpService } from '../constructs/http-service.ts';
import type { CodeOf, ServiceFunction } from '../constructs/service-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { timeouts } from '../functions/plan.ts';
import { Functions } from './functions.ts';
import { settingsOf } from './settings.ts';
import { type StateStack, webOrigins } from './state-stack.ts';
import { Watch } from './watch.ts';

export interface ServiceStackProps extends StackProps {
  readonly codeOf: CodeOf;
  readonly state: StateStack;
}

/** Everything that runs: functions, queues, API, schedules. Nothing here is lost when it is deleted. */
export class ServiceStack extends Stack {
  readonly functions: Functions['all'];

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { state } = props;
    const { notifications, courier, portal, otp } = this.queues();
    const functions = new Functions(this, 'Functions', {
      codeOf: props.codeOf,
      state,
      notifications,
      courier,
      portal,
      otp,
      settings: settingsOf(this),
    });
    const { all } = functions;
    this.functions = all;
    state.scans.arrivals.workedBy(all['scanning/verify-scan'], {
      batchSize: 4,
      maxConcurrency: 20,
    });
    notifications.workedBy(all['notifications/send-sms'], { batchSize: 5, maxConcurrency: 10 });
    courier.workedBy(all['returns/announce-shipment'], { batchSize: 5, maxConcurrency: 5 });
    portal.workedBy(all['portal/push-dossier'], { batchSize: 5, maxConcurrency: 5 });
    otp.workedBy(all['tracking/send-otp'], { batchSize: 1, maxConcurrency: 10 });
    this.followStream(state, all['routing/publish-events']);
    this.startSchedules(all);

    const http = new HttpService(this, 'Http', {
      functions: all,
      userPool: state.userPool,
      client: state.webClient,
      webOrigins,
    });
    new Watch(this, 'Watch', {
      functions: all,
      notifications,
      courier,
      portal,
      scans: state.scans,
    });
    new CfnOutput(this, 'ApiUrl', { value: http.api.apiEndpoint });
  }

  /** The fast path of the outbox: new events only, limits instead of an endless retry. */
  private followStream(state: StateStack, publisher: ServiceFunction<string>): void {
    const missed = new WorkQueue(this, 'MissedStreamBatches', {
      workTimeout: publisher.timeout,
      impact: 'events wait for the sweeper: departments and citizens hear a minute late',
    });
    publisher.lambda.addEventSource(
      // CDK's own types disagree with each other under exactOptionalPropertyTypes.
      new DynamoEventSource(state.records.dossiers as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 25,
        parallelizationFactor: 4,
        bisectBatchOnError: true,
        retryAttempts: 5,
        maxRecordAge: Duration.hours(1),
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(missed.queue),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { NewImage: { outbox: { S: FilterRule.exists() } } },
          }),
        ],
      }),
    );
  }

  private queues() {
    return {
      notifications: new WorkQueue(this, 'Notifications', {
        workTimeout: timeouts.sendSms,
        impact: 'citizens do not get the SMS that they wait for',
      }),
      courier: new WorkQueue(this, 'Courier', {
        workTimeout: timeouts.announceShipment,
        impact: 'the carrier hears of parcels a minute late',
      }),
      portal: new WorkQueue(this, 'Portal', {
        workTimeout: timeouts.pushDossier,
        impact: 'the national portal shows dossiers as they were, and the province is scored by it',
      }),
      otp: new WorkQueue(this, 'OneTimeCodes', {
        workTimeout: timeouts.sendSms,
        impact: 'citizens do not get the code that opens their dossier',
      }),
    };
  }

  private startSchedules(all: Functions['all']): void {
    this.everyMinute('SweepOutbox', all['oversight/sweep-outbox']);
    this.everyMinute('PollCarrier', all['returns/poll-carrier']);
    this.everyMinute('PushPendingCopies', all['portal/push-pending']);
    this.everyMinute('ReannounceDates', all['oversight/reannounce-dates']);
    this.everyMinute('SettlePouches', all['handover/settle-pouches']);
    this.everyMinute('ReleaseHeldSms', all['notifications/release-held']);
    this.everyMinute('ListUnreached', all['notifications/list-unreached']);
    this.every(Duration.minutes(5), 'WatchLimits', all['oversight/watch-limits']);
    this.every(Duration.hours(1), 'ExpireRequests', all['departments/expire-requests']);
    this.every(Duration.hours(1), 'MoveToSuccessor', all['oversight/move-to-successor']);
    this.everyNight('AnchorDay', all['oversight/anchor-day']);
  }

  /** At 00:30 Vietnam time. Made good by the next night where it is missed. */
  private everyNight(id: string, worker: ServiceFunction<string>): void {
    new Rule(this, id, {
      schedule: Schedule.cron({ hour: '17', minute: '30' }),
      targets: [new LambdaFunction(worker.lambda, { retryAttempts: 2 })],
    });
  }

  private everyMinute(id: string, worker: ServiceFunction<string>): void {
    this.every(Duration.minutes(1), id, worker);
  }

  private every(span: Duration, id: string, worker: ServiceFunction<string>): void {
    new Rule(this, id, {
      schedule: Schedule.rate(span),
      targets: [new LambdaFunction(worker.lambda, { retryAttempts: 0 })],
    });
  }
}
