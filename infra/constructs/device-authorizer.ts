import { Stack } from 'aws-cdk-lib';
import { CfnAuthorizer, type HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { DeviceAuthorizerPlan } from '#plan/service-plan.ts';
import type { ServiceFunction } from './service-function.ts';

export interface DeviceAuthorizerProps {
  readonly api: HttpApi;
  readonly worker: ServiceFunction;
  readonly plan: DeviceAuthorizerPlan;
}

/**
 * Asks a function whether a device's token is good, and keeps the verdict for a while by the token
 * alone. It lies with the service that works it, not in Front, which grows with no service (ADR 025).
 */
export class DeviceAuthorizer extends Construct {
  readonly authorizerId: string;

  constructor(scope: Construct, id: string, { api, worker, plan }: DeviceAuthorizerProps) {
    super(scope, id);
    const { region, partition } = Stack.of(this);
    const { functionArn } = worker.lambda;
    const authorizer = new CfnAuthorizer(this, 'Authorizer', {
      apiId: api.apiId,
      name: 'Devices',
      authorizerType: 'REQUEST',
      authorizerUri: `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
      authorizerPayloadFormatVersion: '2.0',
      enableSimpleResponses: true,
      identitySource: ['$request.header.Authorization'],
      authorizerResultTtlInSeconds: plan.verdictLife / 1_000,
    });
    this.authorizerId = authorizer.ref;
    worker.lambda.addPermission('Authorizer', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: api.apiId,
        resourceName: `authorizers/${authorizer.ref}`,
      }),
    });
  }
}
