import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

export interface WorkQueueProps {
  /** Only where senders must know it without being told. */
  readonly name?: string;
  /** Timeout of the function that works it; the visibility is six times that and a batch window. */
  readonly workTimeout: Duration;
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
      visibilityTimeout: Duration.seconds(workTimeout.toSeconds() * 6 + batchWindow.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new Alarm(this, 'Dead', {
      alarmDescription: `${impact} (a message failed five times). docs/runbooks/dead-letters.md`,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible(),
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    new Alarm(this, 'Late', {
      alarmDescription: `${impact} (the oldest message waits for over ten minutes). docs/runbooks/queue-late.md`,
      metric: this.queue.metricApproximateAgeOfOldestMessage(),
      threshold: 600,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** `maxConcurrency` bounds the load on the table without throttling valid messages into the DLQ. */
  workedBy(
    worker: ServiceFunction<string>,
    o: { batchSize: number; maxConcurrency: number },
  ): void {
    worker.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: o.batchSize,
        maxConcurrency: o.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
  }
}
