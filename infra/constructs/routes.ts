import { Stack } from 'aws-cdk-lib';
import { CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { type Callers, type Contract, isForDevices, isForStaff, routeKey } from '#edge/contract.ts';
import type { FrontStack } from '../stacks/front-stack.ts';
import type { DeviceAuthorizer } from './device-authorizer.ts';
import type { ServiceFunction } from './service-function.ts';

/** Who checks a token before a route. */
export interface Doors {
  readonly front: FrontStack;
  readonly devices: DeviceAuthorizer;
}

/**
 * The routes of one function, in its own stack: each is guarded by a staff token, or a device's, unless
 * its contract says otherwise. Plain resources: CDK's own routes would look through the whole stack once a route.
 */
export const serveRoutes = (
  scope: Construct,
  { lambda }: ServiceFunction,
  contract: Contract,
  doors: Doors,
): void => {
  const { apiId } = doors.front.api;
  const integration = new CfnIntegration(scope, 'Integration', {
    apiId,
    integrationType: 'AWS_PROXY',
    integrationUri: lambda.functionArn,
    payloadFormatVersion: '2.0',
  });
  // One permission a function, not one a route.
  lambda.addPermission('Api', {
    principal: new ServicePrincipal('apigateway.amazonaws.com'),
    sourceArn: Stack.of(scope).formatArn({
      service: 'execute-api',
      resource: apiId,
      resourceName: '*/*/*',
    }),
  });
  for (const route of Object.values(contract)) {
    new CfnRoute(scope, routeKey(route), {
      apiId,
      routeKey: routeKey(route),
      target: `integrations/${integration.ref}`,
      ...guardOf(route.who, doors),
    });
  }
};

const guardOf = (who: Callers, { front, devices }: Doors) => {
  if (isForStaff(who))
    return { authorizationType: 'JWT', authorizerId: front.authorizer.authorizerId };
  if (isForDevices(who)) return { authorizationType: 'CUSTOM', authorizerId: devices.authorizerId };
  return { authorizationType: 'NONE' };
};
