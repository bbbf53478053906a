import { Aws, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  CorsHttpMethod,
  HttpApi,
  HttpAuthorizer,
  HttpAuthorizerType,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';

export interface FrontStackProps extends StackProps {
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
  /** Exact origins of the web app; never `*`. */
  readonly webOrigins: readonly string[];
}

/** The HTTP API that services hang their routes on, and who checks a staff token before them. */
export class FrontStack extends Stack {
  readonly api: HttpApi;
  readonly authorizer: HttpAuthorizer;

  constructor(scope: Construct, id: string, props: FrontStackProps) {
    super(scope, id, props);
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: [...props.webOrigins],
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
        allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'acting-as'],
        maxAge: Duration.hours(1),
      },
    });
    this.authorizer = new HttpAuthorizer(this, 'Staff', {
      httpApi: this.api,
      type: HttpAuthorizerType.JWT,
      identitySource: ['$request.header.Authorization'],
      jwtIssuer: issuerOf(props.userPool),
      jwtAudience: [props.client.userPoolClientId],
    });
  }
}

const issuerOf = (pool: UserPool): string =>
  `https://cognito-idp.${Aws.REGION}.amazonaws.com/${pool.userPoolId}`;
