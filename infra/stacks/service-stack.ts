import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { AlarmText, FunctionPlan, SchedulePlan, ServicePlan } from '#plan/service-plan.ts';
import { ringWhenCounted } from '../constructs/alarms.ts';
import { grant } from '../constructs/grant.ts';
import { serveRoutes } from '../constructs/routes.ts';
import { type CodeOf, constructId, ServiceFunction } from '../constructs/service-function.ts';
import { followStream } from '../constructs/stream.ts';
import { queueNamed, resolveSource, type Surroundings } from '../constructs/surroundings.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { contractOf, type FunctionName, functionOf } from '../services.ts';
import type { FrontStack } from './front-stack.ts';

export interface ServiceStackProps extends StackProps {
  readonly service: string;
  readonly plan: ServicePlan;
}

export interface Neighbours extends Surroundings {
  readonly front: FrontStack;
  readonly codeOf: CodeOf;
  /** Filled by the bucket in State, with which it lies. */
  readonly uploads: WorkQueue;
}

/**
 * One service as its plan states it. Made in two steps: first the queues of all services, then the
 * functions that send to them.
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
    const contract = contractOf(name);
    if (contract) serveRoutes(made, made, contract, around.front);
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
