import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Contract, routeKey } from '#edge/contract.ts';
import { contracts, type HttpFunction } from '#functions/contracts.ts';
import type { ServiceFunction } from './service-function.ts';

export interface HttpServiceProps {
  readonly functions: Readonly<Record<HttpFunction, ServiceFunction<string>>>;
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
  /** Exact origins of the web app; never `*`. */
  readonly webOrigins: readonly string[];
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

/** The HTTP API: each route of each contract, guarded by a staff token unless the contract says otherwise. */
export class HttpService extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: HttpServiceProps) {
    super(scope, id);
    const accessLogs = new LogGroup(this, 'AccessLogs', {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      defaultAuthorizer: new HttpJwtAuthorizer('Staff', issuerOf(props.userPool), {
        jwtAudience: [props.client.userPoolClientId],
      }),
      corsPreflight: {
        allowOrigins: [...props.webOrigins],
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
        allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
        maxAge: Duration.hours(1),
      },
    });
    const stage = this.api.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      // One office's burst is about twenty requests a second.
      throttle: { rateLimit: 500, burstLimit: 1_000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLogs),
        format: AccessLogFormat.custom(accessLogLine),
      },
    });
    const cfnStage = stage.node.defaultChild as CfnStage;
    cfnStage.addPropertyOverride('RouteSettings', throttledRoutes());
    for (const name of Object.keys(contracts) as HttpFunction[]) this.serve(name, props);
    // A route's own throttle names the route, which must exist before the stage does.
    cfnStage.node.addDependency(...this.api.node.children.filter((child) => child !== stage));
  }

  private serve(name: HttpFunction, { functions }: HttpServiceProps): void {
    // One permission a function, not one a route: a stack holds 500 resources.
    const integration = new HttpLambdaIntegration(name, functions[name].lambda, {
      scopePermissionToRoute: false,
    });
    const contract: Contract = contracts[name];
    for (const { method, path, who } of Object.values(contract)) {
      const open = !Array.isArray(who);
      this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration,
        ...(open && { authorizer: new HttpNoneAuthorizer() }),
      });
    }
  }
}

const issuerOf = (pool: UserPool): string =>
  `https://cognito-idp.${Aws.REGION}.amazonaws.com/${pool.userPoolId}`;

const throttledRoutes = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.values(contracts as Readonly<Record<string, Contract>>)
      .flatMap((contract) => Object.values(contract))
      .flatMap((route) =>
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
