import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName } from '../function-sources.ts';

export type CodeOf = (name: FunctionName) => string;

export interface ServiceFunctionProps<Variables extends string> {
  readonly name: FunctionName;
  readonly codeOf: CodeOf;
  /** Every variable that the function's `env.ts` declares; a forgotten one does not compile. */
  readonly environment: Readonly<Record<Variables, string>>;
  readonly timeout: Duration;
  readonly memoryMb?: number;
  /** What people suffer while it fails; the alarm's first line. */
  readonly impact: string;
}

/** One Lambda: Node 24 on arm64, its own role, its own log group, an alarm that states the harm. */
export class ServiceFunction<Variables extends string = never> extends Construct {
  readonly lambda: LambdaFunction;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps<Variables>) {
    super(scope, id);
    this.timeout = props.timeout;
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `${props.name}: while it fails, ${props.impact}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'main.handler',
      code: Code.fromAsset(props.codeOf(props.name)),
      tracing: Tracing.ACTIVE,
      timeout: props.timeout,
      memorySize: props.memoryMb ?? 512,
      environment: {
        ...props.environment,
        POWERTOOLS_LOG_LEVEL: 'INFO',
      },
      logGroup: new LogGroup(this, 'Logs', {
        retention: RetentionDays.ONE_YEAR,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
    });
    new Alarm(this, 'Failing', {
      alarmDescription: `${props.impact} (${props.name} fails). docs/runbooks/function-failing.md`,
      metric: this.lambda.metricErrors({ period: Duration.minutes(5) }),
      threshold: 0,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
