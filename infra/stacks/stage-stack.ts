import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type CfnStage, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type Route, routeKey } from '#edge/contract.ts';
import { usual } from '#plan/throttles.ts';
import type { FrontStack } from './front-stack.ts';

export interface StageStackProps extends StackProps {
  readonly front: FrontStack;
  /** All routes of all services. */
  readonly routes: readonly Route[];
}

/** Route, status and times; neither address nor path, which hold a person's address and dossier. */
const accessLogLine = JSON.stringify({
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  bytes: '$context.responseLength',
  time: '$context.requestTime',
});

/** Opens the API. Last of all: a throttle names its route, which must exist before the stage does. */
export class StageStack extends Stack {
  constructor(scope: Construct, id: string, { front, routes, ...props }: StageStackProps) {
    super(scope, id, props);
    const accessLogs = new LogGroup(this, 'AccessLogs', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: front.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: usual.rate, burstLimit: usual.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLogs),
        format: AccessLogFormat.custom(accessLogLine),
      },
    });
    const cfnStage = stage.node.defaultChild as CfnStage;
    cfnStage.addPropertyOverride('RouteSettings', throttled(routes));
    new CfnOutput(this, 'ApiUrl', { value: front.api.apiEndpoint });
    new CfnOutput(this, 'ApiHost', {
      value: `${front.api.apiId}.execute-api.${this.region}.${this.urlSuffix}`,
      description: 'The parameter of the same name of the stack Edge',
    });
  }
}

const throttled = (routes: readonly Route[]): Readonly<Record<string, object>> =>
  Object.fromEntries(
    routes.flatMap((route) =>
      route.throttle
        ? [
            [
              routeKey(route),
              {
                ThrottlingRateLimit: route.throttle.rate,
                ThrottlingBurstLimit: route.throttle.burst,
              },
            ],
          ]
        : [],
    ),
  );
