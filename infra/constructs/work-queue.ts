import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Milliseconds } from '#domain/time/instant.ts';
import type { WorkPlan } from '#plan/service-plan.ts';
import { ringAbove } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';

export interface WorkQueueProps {
  /** Only where senders must know it without being told. */
  readonly name?: string;
  /** Timeout of the function that works it; the visibility is six times that and a batch window. */
  readonly workTimeout: Milliseconds;
  /** What people suffer while messages lie in the dead-letter queue. */
  readonly impact: string;
}

const batchWindow = Duration.seconds(0);

/**
 * A queue, its dead-letter queue and their alarms in one word. Standard, not FIFO: one poisonous
 * message holds nobody back, and every consumer can tell a repeat.
 */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { name, workTimeout, impact }: WorkQueueProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.queue = new Queue(this, 'Queue', {
      ...(name !== undefined && { queueName: name }),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.millis(workTimeout * 6 + batchWindow.toMilliseconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    ringAbove(this, 'Dead', {
      harm: `${impact} (a message failed five times)`,
      runbook: 'dead-letters',
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible(),
      threshold: 0,
    });
    ringAbove(this, 'Late', {
      harm: `${impact} (the oldest message waits for over ten minutes)`,
      runbook: 'queue-late',
      metric: this.queue.metricApproximateAgeOfOldestMessage(),
      threshold: 600,
    });
  }

  workedBy(worker: ServiceFunction, { batchSize, maxConcurrency }: WorkPlan): void {
    worker.lambda.addEventSource(
      new SqsEventSource(this.queue, { batchSize, maxConcurrency, reportBatchItemFailures: true }),
    );
  }
}
