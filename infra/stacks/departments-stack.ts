import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Agency } from '#domain/catalogue/agency.ts';
import type { Milliseconds } from '#domain/time/instant.ts';
import type { WorkPlan } from '#plan/service-plan.ts';
import type { ServiceFunction } from '../constructs/service-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { queuePrefix } from '../departments.ts';

export interface DepartmentsStackProps extends StackProps {
  readonly agencies: readonly Agency[];
  /** Puts dossiers into inboxes; works every queue. */
  readonly worker: ServiceFunction;
  readonly workTimeout: Milliseconds;
  readonly work: WorkPlan;
}

/**
 * One queue an agency, from the province's data: a backlog or poison delays nobody else. Seven
 * resources each, which grow with the province while the services do not (ADR 009).
 */
export class DepartmentsStack extends Stack {
  constructor(scope: Construct, id: string, props: DepartmentsStackProps) {
    super(scope, id, props);
    const { agencies, worker, workTimeout, work } = props;
    const queues = agencies.map(({ id: agency, name }) => {
      const made = new WorkQueue(this, agency, {
        name: `${queuePrefix}${agency}`,
        workTimeout,
        impact: `dossiers do not reach ${name}`,
      });
      // Not as an event source of the function: that would write each queue into the role's policy,
      // and the stack of the departments' service would come to depend on this one.
      new EventSourceMapping(this, `${agency}-work`, {
        eventSourceArn: made.queue.queueArn,
        target: worker.lambda,
        batchSize: work.batchSize,
        maxConcurrency: work.maxConcurrency,
        reportBatchItemFailures: true,
      });
      return made;
    });
    this.watch(queues);
  }
  private watch(queues: readonly WorkQueue[]): void {
    new Dashboard(this, 'Dashboard', { defaultInterval: Duration.hours(8) }).addWidgets(
      new GraphWidget({
        title: 'Oldest message in each department queue (seconds)',
        left: queues.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage()),
        width: 12,
      }),
      new GraphWidget({
        title: 'Dead letters',
        left: queues.map(({ deadLetters }) =>
          deadLetters.metricApproximateNumberOfMessagesVisible(),
        ),
        width: 12,
      }),
    );
  }
}
