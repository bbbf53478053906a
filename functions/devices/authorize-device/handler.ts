import type {
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerResult,
  APIGatewaySimpleAuthorizerWithContextResult,
} from 'aws-lambda';
import { bearerOf } from '#edge/actor.ts';
import type { DeviceContext } from '#edge/call.ts';
import type { makeAuthorizeDevice } from '#functions/devices/application/device-token.ts';

type Verdict =
  | APIGatewaySimpleAuthorizerResult
  | APIGatewaySimpleAuthorizerWithContextResult<DeviceContext>;

/**
 * API Gateway asks before a device's route, and keeps the verdict for the token as long as the plan
 * says: it may not depend on anything else of the request.
 */
export const makeHandler =
  (authorize: ReturnType<typeof makeAuthorizeDevice>) =>
  async ({ headers }: Pick<APIGatewayRequestAuthorizerEventV2, 'headers'>): Promise<Verdict> => {
    const device = await authorize(bearerOf(headers ?? {}));
    if (!device) return { isAuthorized: false };
    const { id, office, deviceKind } = device;
    return { isAuthorized: true, context: { device: id, office, kind: deviceKind } };
  };
