import { CfnOutput, CfnParameter, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { DepartmentQueues } from '../constructs/department-queues.ts';
import { HttpService } from '../constructs/http-service.ts';
import type { CodeOf, ServiceFunction } from '../constructs/service-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { timeouts } from '../functions/plan.ts';
import { Functions } from './functions.ts';
import { type StateStack, webOrigins } from './state-stack.ts';
import { Watch } from './watch.ts';

export interface ServiceStackProps extends StackProps {
  readonly codeOf: CodeOf;
  readonly state: StateStack;
}

/** Everything that runs: functions, queues, API, schedules. Nothing here is lost when it is deleted. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { state } = props;
    const notifications = new WorkQueue(this, 'Notifications', {
      workTimeout: timeouts.sendSms,
      impact: 'citizens do not get the SMS that they wait for',
    });
    const courier = new WorkQueue(this, 'Courier', {
      workTimeout: timeouts.announceShipment,
      impact: 'the carrier hears of parcels a minute late',
    });
    const departments = new DepartmentQueues(this, 'Departments', {
      workTimeout: timeouts.receiveDossier,
    });
    const functions = new Functions(this, 'Functions', {
      codeOf: props.codeOf,
      state,
      notifications,
      courier,
      departments,
      settings: this.settings(),
    });
    const { all } = functions;
    state.scans.arrivals.workedBy(all['scanning/verify-scan'], {
      batchSize: 4,
      maxConcurrency: 20,
    });
    notifications.workedBy(all['notifications/send-sms'], { batchSize: 5, maxConcurrency: 10 });
    courier.workedBy(all['returns/announce-shipment'], { batchSize: 5, maxConcurrency: 5 });
    departments.workedBy(all['departments/receive-dossier']);
    this.followStream(state, all['routing/publish-events']);
    this.everyMinuteOf(all);

    const http = new HttpService(this, 'Http', {
      functions: all,
      userPool: state.userPool,
      client: state.webClient,
      webOrigins,
    });
    new Watch(this, 'Watch', {
      functions: all,
      departments,
      notifications,
      courier,
      scans: state.scans,
    });
    new CfnOutput(this, 'ApiUrl', { value: http.api.apiEndpoint });
  }

  /** What differs between a province, a rehearsal and one machine. */
  private settings() {
    const parameter = (name: string, description: string, fallback: string) =>
      new CfnParameter(this, name, { type: 'String', description, default: fallback })
        .valueAsString;
    return {
      publicUrl: parameter(
        'PublicUrl',
        'Where citizens and gateways reach this API, without a slash at the end',
        'https://ho-so.example.vn',
      ),
      smsGatewayUrl: parameter(
        'SmsGatewayUrl',
        'Base address of the eSMS-shaped gateway',
        'https://rest.esms.vn',
      ),
      smsBrandname: parameter(
        'SmsBrandname',
        'Registered sender name, at most 11 characters',
        'BuuDien',
      ),
      courierUrl: parameter(
        'CourierUrl',
        'Base address of the MyVNPost-shaped carrier',
        'https://connect-my.vnpost.vn',
      ),
      courierCustomerCode: parameter(
        'CourierCustomerCode',
        'Customer code (mã khách hàng) at the carrier',
        'replace-me',
      ),
      quietHours: parameter(
        'QuietHours',
        'on: SMS wait from 22:00 to 07:00 Vietnam time; off: they go at once',
        'on',
      ),
    };
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

  private everyMinuteOf(all: Functions['all']): void {
    this.everyMinute('SweepOutbox', all['oversight/sweep-outbox']);
    this.everyMinute('PollCarrier', all['returns/poll-carrier']);
    this.everyMinute('ReannounceDates', all['oversight/reannounce-dates']);
    this.everyMinute('SettlePouches', all['handover/settle-pouches']);
    this.everyMinute('ReleaseHeldSms', all['notifications/release-held']);
  }

  private everyMinute(id: string, worker: ServiceFunction<string>): void {
    new Rule(this, id, {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(worker.lambda, { retryAttempts: 0 })],
    });
  }
}
