import type { Deployment, Resource } from '#local/cloud/assembly/deployment.ts';
import {
  asFlag,
  asNumber,
  asObject,
  asText,
  asTexts,
  type JsonObject,
  requireText,
} from '#local/cloud/assembly/json.ts';

export interface Throttle {
  readonly ratePerSecond: number;
  readonly burst: number;
}

export interface JwtRule {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly scopes: readonly string[];
}

/** A function that is asked before the route, and how long its verdict holds. */
export interface RequestRule {
  readonly authorizerId: string;
  readonly functionId: string;
  /** The identity sources: names of headers, lower case. */
  readonly headers: readonly string[];
  readonly ttlMs: number;
}

export interface ApiRoute {
  readonly routeKey: string;
  readonly functionId: string;
  readonly timeoutMs: number;
  readonly jwt: JwtRule | undefined;
  readonly request: RequestRule | undefined;
  readonly throttle: Throttle | undefined;
}

export interface CorsRule {
  readonly allowOrigins: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAgeSeconds: number | undefined;
}

export interface ApiSpec {
  readonly id: string;
  readonly stage: string;
  readonly routes: readonly ApiRoute[];
  readonly cors: CorsRule | undefined;
}

const longestTimeoutMs = 30_000;

const throttleOf = (settings: JsonObject): Throttle | undefined => {
  const ratePerSecond = asNumber(settings['ThrottlingRateLimit']);
  const burst = asNumber(settings['ThrottlingBurstLimit']);
  return ratePerSecond === undefined || burst === undefined ? undefined : { ratePerSecond, burst };
};

const corsOf = (api: Resource): CorsRule | undefined => {
  if (api.properties['CorsConfiguration'] === undefined) return undefined;
  const cors = asObject(api.properties['CorsConfiguration']);
  return {
    allowOrigins: asTexts(cors['AllowOrigins']),
    allowMethods: asTexts(cors['AllowMethods']),
    allowHeaders: asTexts(cors['AllowHeaders']).map((name) => name.toLowerCase()),
    exposeHeaders: asTexts(cors['ExposeHeaders']),
    allowCredentials: asFlag(cors['AllowCredentials']),
    maxAgeSeconds: asNumber(cors['MaxAge']),
  };
};

const guardOf = (route: Resource, deployment: Deployment): Pick<ApiRoute, 'jwt' | 'request'> => {
  const type = asText(route.properties['AuthorizationType']) ?? 'NONE';
  if (type === 'NONE') return { jwt: undefined, request: undefined };
  const authorizerId = requireText(route.properties['AuthorizerId'], `${route.id} AuthorizerId`);
  const authorizer = deployment.named('AWS::ApiGatewayV2::Authorizer', authorizerId);
  if (type === 'JWT') return { jwt: jwtOf(route, authorizer), request: undefined };
  if (type === 'CUSTOM') return { jwt: undefined, request: requestOf(authorizer, deployment) };
  throw new Error(`${route.id}: authorization ${type} is not served locally`);
};

const jwtOf = (route: Resource, authorizer: Resource): JwtRule => {
  const source = asTexts(authorizer.properties['IdentitySource']);
  if (source.some((place) => place.toLowerCase() !== '$request.header.authorization'))
    throw new Error(`${authorizer.id}: identity source ${source.join()} is not served locally`);
  const rule = asObject(authorizer.properties['JwtConfiguration']);
  return {
    issuer: requireText(rule['Issuer'], `${authorizer.id} Issuer`),
    audience: asTexts(rule['Audience']),
    scopes: asTexts(route.properties['AuthorizationScopes']),
  };
};

/** What API Gateway takes where the template names no time. */
const usualTtlSeconds = 300;

const requestOf = ({ id, identity, properties }: Resource, deployment: Deployment): RequestRule => {
  const simple =
    asText(properties['AuthorizerPayloadFormatVersion']) === '2.0' &&
    asFlag(properties['EnableSimpleResponses']);
  if (!simple) throw new Error(`${id}: only simple responses to payload 2.0 are served locally`);
  const sources = asTexts(properties['IdentitySource']).map(
    (place) => /^\$request\.header\.([\w-]+)$/.exec(place)?.[1]?.toLowerCase() ?? '',
  );
  if (sources.includes('')) throw new Error(`${id}: only headers are identity sources locally`);
  const uri = requireText(properties['AuthorizerUri'], `${id} AuthorizerUri`);
  const [, arn = ''] = /:lambda:path\/[\d-]+\/functions\/([^/]+)\/invocations$/.exec(uri) ?? [];
  const ttlSeconds = asNumber(properties['AuthorizerResultTtlInSeconds']) ?? usualTtlSeconds;
  return {
    authorizerId: identity.ref,
    functionId: deployment.named('AWS::Lambda::Function', arn).id,
    headers: sources,
    ttlMs: ttlSeconds * 1_000,
  };
};

const integrationOf = (
  route: Resource,
  deployment: Deployment,
): { readonly functionId: string; readonly timeoutMs: number } => {
  const target = requireText(route.properties['Target'], `${route.id} Target`);
  const { id, properties } = deployment.named(
    'AWS::ApiGatewayV2::Integration',
    target.replace(/^integrations\//, ''),
  );
  if (asText(properties['IntegrationType']) !== 'AWS_PROXY')
    throw new Error(`${id}: only AWS_PROXY integrations are served locally`);
  if (asText(properties['PayloadFormatVersion']) !== '2.0')
    throw new Error(`${id}: only payload format 2.0 is served locally`);
  const arn = requireText(properties['IntegrationUri'], `${id} IntegrationUri`);
  return {
    functionId: deployment.named('AWS::Lambda::Function', arn).id,
    timeoutMs: asNumber(properties['TimeoutInMillis']) ?? longestTimeoutMs,
  };
};

/** The template's HTTP API, ready to be served; undefined when it has none. */
export const readApi = (deployment: Deployment): ApiSpec | undefined => {
  const [api, ...others] = deployment.of('AWS::ApiGatewayV2::Api');
  if (!api) return undefined;
  if (others.length > 0)
    throw new Error('the local gateway serves one HTTP API; the template has more');
  const ofApi = (type: string): readonly Resource[] =>
    deployment.of(type).filter(({ properties }) => properties['ApiId'] === api.identity.ref);
  const stage = ofApi('AWS::ApiGatewayV2::Stage')[0]?.properties ?? {};
  const settings = asObject(stage['RouteSettings']);
  const byDefault = throttleOf(asObject(stage['DefaultRouteSettings']));
  return {
    id: api.identity.ref,
    stage: asText(stage['StageName']) ?? '$default',
    cors: corsOf(api),
    routes: ofApi('AWS::ApiGatewayV2::Route').map((route) => {
      const routeKey = requireText(route.properties['RouteKey'], `${route.id} RouteKey`);
      return {
        routeKey,
        ...integrationOf(route, deployment),
        ...guardOf(route, deployment),
        throttle: throttleOf(asObject(settings[routeKey])) ?? byDefault,
      };
    }),
  };
};
