import type { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { departmentsWithQueues } from '../departments.ts';
import type { ServiceFunction } from './service-function.ts';
import { WorkQueue } from './work-queue.ts';

/** One queue a department, from the province's data: a backlog or poison delays nobody else. */
export class DepartmentQueues extends Construct {
  readonly queues: ReadonlyMap<string, WorkQueue>;

  constructor(scope: Construct, id: string, { workTimeout }: { readonly workTimeout: Duration }) {
    super(scope, id);
    this.queues = new Map(
      departmentsWithQueues.map(({ id: agency, name }) => [
        agency,
        new WorkQueue(this, agency, {
          workTimeout,
          impact: `dossiers do not reach ${name}`,
        }),
      ]),
    );
  }

  workedBy(worker: ServiceFunction<string>): void {
    for (const queue of this.queues.values())
      queue.workedBy(worker, { batchSize: 10, maxConcurrency: 2 });
  }

  /** For the publisher's environment: agency id → queue URL, as JSON. */
  urls(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.queues].map(([id, { queue }]) => [id, queue.queueUrl]));
  }
}
