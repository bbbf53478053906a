import { runInNewContext } from 'node:vm';
import type { Deployment, Resource } from '#local/cloud/assembly/deployment.ts';
import {
  asFlag,
  asNumber,
  asObject,
  asObjects,
  asText,
  type JsonObject,
  requireText,
} from '#local/cloud/assembly/json.ts';

import { type Packing, packings } from './packed.ts';

/** What CloudFront does with one pattern of paths that lead to the bucket of the pages. */
export interface SiteBehaviour {
  readonly pattern: string;
  /** Put over whatever the bucket answers with; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** How files may be packed: where the behaviour packs, and as its cache policy lets it. */
  readonly packings: readonly Packing[];
  /** The object that is asked for under a path, or what is answered without the bucket. */
  lookUp(path: string): Found;
}

type Found =
  | { readonly key: string }
  | { readonly status: number; readonly type: string; readonly body: string };

/** The template's CloudFront distributions, as far as they lead to a bucket; in the order of the template. */
export const readSite = (deployment: Pick<Deployment, 'of'>): readonly SiteBehaviour[] =>
  deployment.of('AWS::CloudFront::Distribution').flatMap(({ properties, id }) => {
    const config = asObject(properties['DistributionConfig']);
    const buckets = asObjects(config['Origins'])
      .filter((origin) => origin['S3OriginConfig'] !== undefined)
      .map((origin) => asText(origin['Id']));
    const all = asObjects(config['CacheBehaviors']);
    return all
      .filter((behaviour) => buckets.includes(asText(behaviour['TargetOriginId'])))
      .map((behaviour) => behaviourOf(behaviour, deployment, id));
  });

const behaviourOf = (
  behaviour: JsonObject,
  deployment: Pick<Deployment, 'of'>,
  id: string,
): SiteBehaviour => {
  const pattern = requireText(behaviour['PathPattern'], `${id} PathPattern`);
  const where = `${id} ${pattern}`;
  if (!/^(?:\/[\w.-]+)+(?:\/\*)?$/.test(pattern))
    throw new Error(`${where}: only a path, or a path and /* after it, is served locally`);
  const policy = findOne(
    deployment.of('AWS::CloudFront::ResponseHeadersPolicy'),
    ({ identity }) => identity.ref === behaviour['ResponseHeadersPolicyId'],
    `${where}: a headers policy of the template is served locally, and this is none`,
  );
  return {
    pattern,
    headers: headersOf(asObject(policy.properties['ResponseHeadersPolicyConfig']), where),
    packings: packingsOf(behaviour, deployment, where),
    lookUp: lookUpWith(asObjects(behaviour['FunctionAssociations']), deployment, where),
  };
};

/** CachingOptimized, which AWS keeps; it lets files be packed both ways. */
const cachingOptimized = '658327ea-f89d-4fab-a63d-7e88639e58f6';

const packingsOf = (
  behaviour: JsonObject,
  deployment: Pick<Deployment, 'of'>,
  where: string,
): readonly Packing[] => {
  if (!asFlag(behaviour['Compress'])) return [];
  const id = behaviour['CachePolicyId'];
  if (id === cachingOptimized) return packings;
  const { properties } = findOne(
    deployment.of('AWS::CloudFront::CachePolicy'),
    ({ identity }) => identity.ref === id,
    `${where}: its cache policy is not in the template`,
  );
  const config = asObject(properties['CachePolicyConfig']);
  const parameters = asObject(config['ParametersInCacheKeyAndForwardedToOrigin']);
  const allowed: Readonly<Record<Packing, boolean>> = {
    br: asFlag(parameters['EnableAcceptEncodingBrotli']) === true,
    gzip: asFlag(parameters['EnableAcceptEncodingGzip']) === true,
  };
  return packings.filter((packing) => allowed[packing]);
};

const findOne = (
  resources: readonly Resource[],
  is: (resource: Resource) => boolean,
  otherwise: string,
): Resource => {
  const found = resources.find(is);
  if (!found) throw new Error(otherwise);
  return found;
};

/** A function before the bucket runs as CloudFront runs it: alone, with nothing but the event. */
const lookUpWith = (
  associations: readonly JsonObject[],
  deployment: Pick<Deployment, 'of'>,
  where: string,
): SiteBehaviour['lookUp'] => {
  const [association, ...more] = associations;
  if (!association) return (path) => ({ key: path });
  if (more.length > 0 || association['EventType'] !== 'viewer-request')
    throw new Error(`${where}: one function at viewer-request is served locally`);
  const { properties } = findOne(
    deployment.of('AWS::CloudFront::Function'),
    ({ identity }) => identity.attributes['FunctionARN'] === association['FunctionARN'],
    `${where}: its function is not in the template`,
  );
  const code = requireText(properties['FunctionCode'], `${where} FunctionCode`);
  const run: (event: string) => string = runInNewContext(
    `${code}\n(event) => JSON.stringify(handler(JSON.parse(event)))`,
  );
  return (path) => {
    const told = run(JSON.stringify({ request: { uri: path } }));
    const answer = asObject(JSON.parse(told));
    const status = asNumber(answer['statusCode']);
    if (status === undefined) return { key: String(answer['uri']) };
    const type = asObject(asObject(answer['headers'])['content-type']);
    return { status, type: String(type['value']), body: asText(answer['body']) ?? '' };
  };
};

type ReadHeader = (value: JsonObject) => readonly [name: string, value: string];

/** A security header by its part of the policy. */
const securityHeaders: Readonly<Record<string, ReadHeader>> = {
  ContentSecurityPolicy: (value) => [
    'content-security-policy',
    String(value['ContentSecurityPolicy']),
  ],
  ContentTypeOptions: () => ['x-content-type-options', 'nosniff'],
  FrameOptions: (value) => ['x-frame-options', String(value['FrameOption'])],
  ReferrerPolicy: (value) => ['referrer-policy', String(value['ReferrerPolicy'])],
  StrictTransportSecurity: (value) => [
    'strict-transport-security',
    [
      `max-age=${asNumber(value['AccessControlMaxAgeSec'])}`,
      ...(asFlag(value['IncludeSubdomains']) ? ['includeSubDomains'] : []),
      ...(asFlag(value['Preload']) ? ['preload'] : []),
    ].join('; '),
  ],
};

const headersOf = (policy: JsonObject, where: string): Readonly<Record<string, string>> => {
  const security = Object.entries(asObject(policy['SecurityHeadersConfig']));
  const custom = asObjects(asObject(policy['CustomHeadersConfig'])['Items']);
  return Object.fromEntries([
    ...security.map(([part, value]) => {
      const read = securityHeaders[part];
      if (!read) throw new Error(`${where}: the header of ${part} is not served locally`);
      return read(asObject(value));
    }),
    ...custom.map(({ Header: name, Value: value }) => [String(name).toLowerCase(), String(value)]),
  ]);
};
