import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { AlarmText, FunctionPlan, SchedulePlan, ServicePlan } from '#plan/service-plan.ts';
import { ringWhenCounted } from '../constructs/alarms.ts';
import { DeviceAuthorizer } from '../constructs/device-authorizer.ts';
import { grant } from '../constructs/grant.ts';
import { type Doors, serveRoutes } from '../constructs/routes.ts';
import { type CodeOf, constructId, ServiceFunction } from '../constructs/service-function.ts';
import { followStream } from '../constructs/stream.ts';
import { queueNamed, resolveSource, type Surroundings } from '../constructs/surroundings.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { contractOf, type FunctionName, functionOf } from '../services.ts';

export interface ServiceStackProps extends StackProps {
  readonly service: string;
  readonly plan: ServicePlan;
}

export interface Neighbours extends Surroundings {
  readonly codeOf: CodeOf;
  /** Filled by the bucket in State, with which it lies. */
  readonly uploads: WorkQueue;
}

/**
 * One service as its plan states it. Made in steps: first the queues of all services, then the
 * functions that send to them, then the routes, which devices may call through one service's function.
 */
export class ServiceStack extends Stack {
  readonly queues: ReadonlyMap<string, WorkQueue>;
  private readonly functions = new Map<string, ServiceFunction>();
  private readonly service: string;
  private readonly plan: ServicePlan;

  constructor(scope: Construct, id: string, { service, plan, ...props }: ServiceStackProps) {
    super(scope, id, props);
    this.service = service;
    this.plan = plan;
    const worked = Object.entries(plan.queues ?? {}).map(
      ([name, { worker, impact }]) => [name, worker, impact] as const,
    );
    const missed = Object.values(plan.streams ?? {}).map(
      ({ worker, missed: { name, impact } }) => [name, worker, impact] as const,
    );
    this.queues = new Map(
      [...worked, ...missed].map(([name, worker, impact]) => {
        const workTimeout = functionOf(plan, worker).timeout;
        return [name, new WorkQueue(this, name, { workTimeout, impact })];
      }),
    );
  }

  /** Who lets devices in, for the routes of all services; asked of the one service that has it. */
  deviceAuthorizer(api: HttpApi): DeviceAuthorizer {
    const { deviceAuthorizer: plan } = this.plan;
    if (!plan) throw new Error(`${this.service} lets no devices in`);
    return new DeviceAuthorizer(this, 'Devices', { api, worker: this.worker(plan.worker), plan });
  }

  /** The routes of its functions, once there is who guards them. */
  serve(doors: Doors): void {
    for (const [shortName, made] of this.functions) {
      const contract = contractOf(`${this.service}/${shortName}`);
      if (contract) serveRoutes(made, made, contract, doors);
    }
  }

  /** Everything that runs, given what all services share. */
  run(around: Neighbours): void {
    const { plan } = this;
    for (const [name, each] of Object.entries(plan.functions))
      if (!each.trigger) this.functions.set(name, this.functionFrom(name, each, around));
    this.workQueues(around);
    this.followStreams(around);
    for (const [name, schedule] of Object.entries(plan.schedules ?? {}))
      this.startSchedule(name, schedule);
    for (const [metric, text] of Object.entries(plan.alarms ?? {}) as [string, AlarmText][])
      ringWhenCounted(this, metric, this.service, text);
  }

  private workQueues(around: Neighbours): void {
    const { plan } = this;
    for (const [name, work] of Object.entries(plan.queues ?? {}))
      queueNamed(around, name).workedBy(this.worker(work.worker), work);
    if (plan.uploads) around.uploads.workedBy(this.worker(plan.uploads.worker), plan.uploads);
  }

  private followStreams(around: Neighbours): void {
    for (const [name, stream] of Object.entries(this.plan.streams ?? {}))
      followStream(this, name, {
        plan: stream,
        table: around.kept.tables[stream.table],
        worker: this.worker(stream.worker),
        missed: queueNamed(around, stream.missed.name),
      });
  }

  /** A function by its short name. */
  worker(name: string): ServiceFunction {
    const found = this.functions.get(name);
    if (!found) throw new Error(`${this.service} has no function ${name} in its stack`);
    return found;
  }

  private functionFrom(shortName: string, plan: FunctionPlan, around: Neighbours): ServiceFunction {
    const name: FunctionName = `${this.service}/${shortName}`;
    const environment = Object.fromEntries(
      Object.entries(plan.environment).map(([variable, source]) => [
        variable,
        resolveSource(source, this, around),
      ]),
    );
    const { codeOf } = around;
    const made = new ServiceFunction(this, constructId(name), { name, codeOf, plan, environment });
    grant(made.lambda, plan.grants, around);
    return made;
  }

  private startSchedule(id: string, plan: SchedulePlan): void {
    const daily = 'dailyAt' in plan;
    new Rule(this, id, {
      schedule: daily
        ? Schedule.cron({ hour: `${plan.dailyAt.hour}`, minute: `${plan.dailyAt.minute}` })
        : Schedule.rate(Duration.millis(plan.every)),
      targets: [
        new LambdaFunction(this.worker(plan.worker).lambda, { retryAttempts: daily ? 2 : 0 }),
      ],
    });
  }
}
