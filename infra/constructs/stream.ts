import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { StreamPlan } from '#plan/service-plan.ts';
import { ringAbove } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';
import type { WorkQueue } from './work-queue.ts';

export interface StreamProps {
  readonly plan: StreamPlan;
  readonly table: ITable;
  readonly worker: ServiceFunction;
  /** Keeps what is given up on. */
  readonly missed: WorkQueue;
}

/** The fast path of an outbox: new items only, limits instead of an endless retry, an alarm on its lag. */
export const followStream = (
  scope: Construct,
  id: string,
  { plan, table, worker, missed }: StreamProps,
): void => {
  worker.lambda.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: plan.batchSize,
      parallelizationFactor: plan.parallelization,
      bisectBatchOnError: true,
      retryAttempts: plan.retries,
      maxRecordAge: Duration.millis(plan.maxAge),
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(missed.queue),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { [plan.insertsWith]: { S: FilterRule.exists() } } },
        }),
      ],
    }),
  );
  ringAbove(scope, `${id}Lags`, {
    ...plan.lag,
    metric: worker.lambda.metric('IteratorAge', { statistic: 'Maximum' }),
    threshold: plan.lag.after,
    evaluationPeriods: 2,
  });
};
