import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionPlan } from '#plan/service-plan.ts';
import type { FunctionName } from '../services.ts';
import { ringAbove } from './alarms.ts';

export type CodeOf = (name: FunctionName) => string;

export interface ServiceFunctionProps {
  readonly name: FunctionName;
  readonly codeOf: CodeOf;
  readonly plan: Pick<FunctionPlan, 'impact' | 'timeout' | 'memoryMb'>;
  /** The variables of the plan, with the values that this deployment has for them. */
  readonly environment: Readonly<Record<string, string>>;
}

/** One Lambda: Node 24 on arm64, its own role, its own log group, an alarm that states the harm. */
export class ServiceFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { name, codeOf, plan, environment } = props;
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `${name}: while it fails, ${plan.impact}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'main.handler',
      code: Code.fromAsset(codeOf(name)),
      tracing: Tracing.ACTIVE,
      timeout: Duration.millis(plan.timeout),
      memorySize: plan.memoryMb ?? 512,
      environment: { ...environment, POWERTOOLS_LOG_LEVEL: 'INFO' },
      logGroup: new LogGroup(this, 'Logs', {
        retention: RetentionDays.ONE_YEAR,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
    });
    ringAbove(this, 'Failing', {
      harm: `${plan.impact} (${name} fails)`,
      runbook: 'function-failing',
      metric: this.lambda.metricErrors({ period: Duration.minutes(5) }),
      threshold: 0,
    });
  }
}

/** `forms/print-form` → `FormsPrintForm` */
export const constructId = (name: string): string =>
  name.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase());
